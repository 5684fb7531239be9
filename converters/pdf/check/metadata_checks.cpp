#include "converters/pdf/check/checks.h"

#include "galley/utf8.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace galley::pdf {

namespace {

/// The elements of a packet: XMP has every property in that form here.
class Packet {
public:
    explicit Packet(std::string_view xml) {
        constexpr std::size_t usual_elements = 64;
        elements_.reserve(xml.empty() ? 0 : usual_elements);
        std::vector<std::size_t> open;
        for (std::size_t at = xml.find('<'); at != std::string_view::npos; at = xml.find('<', at)) {
            const std::size_t end = xml.find('>', at);
            if (end == std::string_view::npos) {
                break;
            }
            const std::string_view tag = xml.substr(at + 1, end - at - 1);
            at = end + 1;
            if (tag.starts_with('/')) {
                if (open.empty() || elements_[open.back()].name != tag.substr(1)) {
                    continue;
                }
                std::string_view& content = elements_[open.back()].content;
                content = content.substr(0, static_cast<std::size_t>(tag.data() - 1 - content.data()));
                open.pop_back();
            } else if (!tag.starts_with('?') && !tag.starts_with('!') && !tag.ends_with('/')) {
                open.push_back(elements_.size());
                const auto name_end =
                    std::ranges::find_if(tag, [](char c) { return static_cast<unsigned char>(c) <= ' '; });
                elements_.push_back({tag.substr(0, static_cast<std::size_t>(name_end - tag.begin())), xml.substr(at)});
            }
        }
        for (const std::size_t unclosed : open) {
            elements_[unclosed].content = {};
        }
    }

    /// What the first element of that name holds.
    [[nodiscard]] std::string_view property(std::string_view name) const {
        const auto found = std::ranges::find(elements_, name, &Element::name);
        return found == elements_.end() ? std::string_view{} : found->content;
    }

private:
    struct Element {
        std::string_view name;
        std::string_view content;
    };
    std::vector<Element> elements_;
};

/// What stands outside of tags, its five entities resolved.
std::string content(std::string_view xml) {
    std::string text;
    constexpr std::pair<std::string_view, char> entities[] = {
        {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}};
    for (std::size_t at = 0; at < xml.size();) {
        const auto begin = xml.begin() + static_cast<std::ptrdiff_t>(at);
        const auto plain_end = std::find_if(begin, xml.end(), [](char c) { return c == '<' || c == '&'; });
        text.append(begin, plain_end);
        at = static_cast<std::size_t>(plain_end - xml.begin());
        if (at == xml.size()) {
            break;
        }
        if (xml[at] == '<') {
            at = std::min(xml.find('>', at), xml.size() - 1) + 1;
            continue;
        }
        const auto entity =
            std::ranges::find_if(entities, [&](const auto& it) { return xml.substr(at).starts_with(it.first); });
        text += entity == std::end(entities) ? xml[at] : entity->second;
        at += entity == std::end(entities) ? 1 : entity->first.size();
    }
    return text;
}

/// "D:20260102030405Z" as XMP has it.
std::string xmp_date(std::string_view date) {
    if (!date.starts_with("D:") || date.size() < 16) {
        return {};
    }
    const auto part = [&](std::size_t at, std::size_t size) { return std::string(date.substr(at, size)); };
    return part(2, 4) + '-' + part(6, 2) + '-' + part(8, 2) + 'T' + part(10, 2) + ':' + part(12, 2) + ':' +
           part(14, 2) + 'Z';
}

class MetadataChecks {
public:
    MetadataChecks(const CheckedFile& file, Findings& findings) : file_(file), findings_(findings) {}

    void run() {
        if (file_.catalog == 0 || file_.catalog > file_.objects.size()) {
            return;
        }
        const Value* const reference = file_.objects[file_.catalog - 1].value.find("Metadata");
        const CheckedObject* const metadata = reference == nullptr ? nullptr : file_.object(*reference);
        if (metadata == nullptr || !metadata->is_stream || metadata->data.empty()) {
            findings_.add("ISO 19005-3, 6.6.2.1", "there is no metadata stream");
            return;
        }
        packet_ = metadata->data;
        elements_ = Packet(packet_);
        check_packet();
        if (file_.standard != Standard::plain) {
            check_claims();
        }
        check_agreement();
    }

private:
    void require(bool holds, std::string_view clause, std::string_view message) {
        findings_.require(holds, clause, message);
    }

    void check_packet() {
        require(utf8::is_valid(packet_), "ISO 19005-3, 6.6.2.1", "the XMP packet is not UTF-8");
        const std::string_view head = packet_.substr(0, packet_.find("?>"));
        require(packet_.starts_with("<?xpacket begin="), "ISO 16684-1, 7.3", "the XMP packet has no header");
        require(head.find("bytes=") == std::string_view::npos && head.find("encoding=") == std::string_view::npos,
                "ISO 19005-3, 6.6.2.1", "the XMP packet's header has attributes that PDF/A forbids");
        require(packet_.find("<?xpacket end=") != std::string_view::npos, "ISO 16684-1, 7.3",
                "the XMP packet has no end");
        require(!content(elements_.property("dc:title")).empty(), "ISO 14289-1, 7.1", "the XMP packet has no title");
    }

    void check_claims() {
        const std::string_view part = file_.standard == Standard::a_2a ? "2" : "3";
        const std::string_view level = file_.standard == Standard::a_3u ? "U" : "A";
        require(elements_.property("pdfaid:part") == part && elements_.property("pdfaid:conformance") == level,
                "ISO 19005-3, 6.6.4",
                "the XMP packet does not claim the part and level of PDF/A that the file is made for");
        require(elements_.property("pdfuaid:part") == "1", "ISO 14289-1, 5", "the XMP packet does not claim PDF/UA-1");
        require(packet_.find("<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>") != std::string_view::npos,
                "ISO 19005-3, 6.6.2.3", "the XMP packet does not describe the schema of PDF/UA");
    }

    void check_agreement() {
        if (file_.information == 0 || file_.information > file_.objects.size()) {
            return;
        }
        const Value& information = file_.objects[file_.information - 1].value;
        const auto agrees = [&](std::string_view key, std::string_view name, bool is_date) {
            const Value& entry = file_.entry(information, key);
            if (!entry.is(Value::Kind::string)) {
                return;
            }
            const std::string stated = is_date ? xmp_date(text_of(entry)) : text_of(entry);
            const std::string in_packet = content(elements_.property(name));
            // Both may be cut at the longest string there is.
            require(stated == in_packet || (stated.size() > 1000 && in_packet.starts_with(stated)),
                    "ISO 19005-3, 6.6.3",
                    "the document information dictionary and the XMP packet differ in /" + std::string(key));
        };
        agrees("Title", "dc:title", false);
        agrees("Subject", "dc:description", false);
        agrees("Producer", "pdf:Producer", false);
        agrees("Creator", "xmp:CreatorTool", false);
        agrees("CreationDate", "xmp:CreateDate", true);
        agrees("ModDate", "xmp:ModifyDate", true);
    }

    const CheckedFile& file_;
    Findings& findings_;
    std::string_view packet_;
    Packet elements_{{}};
};

}  // namespace

void check_metadata(const CheckedFile& file, Findings& findings) { MetadataChecks(file, findings).run(); }

}  // namespace galley::pdf
