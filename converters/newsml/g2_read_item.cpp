#include "converters/newsml/g2_lint.h"
#include "converters/newsml/g2_read.h"
#include "converters/newsml/markup_reader.h"
#include "converters/newsml/namespaces.h"
#include "converters/newsml/xml_build.h"
#include "galley/iso_date.h"
#include "galley/utf8.h"

#include <algorithm>
#include <charconv>

namespace galley::newsml {

namespace {

int hexadecimal(char digit) {
    return digit >= '0' && digit <= '9'   ? digit - '0'
           : digit >= 'A' && digit <= 'F' ? digit - 'A' + 10
           : digit >= 'a' && digit <= 'f' ? digit - 'a' + 10
                                          : -1;
}

std::string percent_decoded(std::string_view text) {
    std::string plain;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const int high = text[at] == '%' && at + 2 < text.size() ? hexadecimal(text[at + 1]) : -1;
        const int low = high >= 0 ? hexadecimal(text[at + 2]) : -1;
        plain += low >= 0 ? static_cast<char>(high * 16 + low) : text[at];
        at += low >= 0 ? 2 : 0;
    }
    return utf8::is_valid(plain) ? plain : std::string(text);
}

std::string name_in(const XmlNode& node) {
    const XmlNode* name = node.child(nar, "name");
    return name != nullptr ? line_in(*name) : std::string();
}

void read_rights(const XmlNode& node, Document& to) {
    Rights rights;
    for (const XmlNode* child = node.first; child != nullptr; child = child->next) {
        if (child->is(nar, "copyrightHolder")) {
            rights.holder = name_in(*child);
            rights.holder_uri = child->value_of("uri");
            if (rights.holder.empty()) {
                rights.holder = child->value_of("literal");
            }
        } else if (child->is(nar, "copyrightNotice") && rights.notice.empty()) {
            rights.notice = text_in(*child);
        } else if (child->is(nar, "usageTerms") && rights.usage_terms.empty()) {
            rights.usage_terms = text_in(*child);
        } else if (child->is(nar, "dataMining")) {
            rights.data_mining = child->value_of("uri");
        }
    }
    if (rights != Rights{}) {
        to.meta.rights.emplace_back(std::move(rights));
    }
}

}  // namespace

std::string text_in(const XmlNode& node) {
    std::string storage;
    const std::string_view text = text_of(node, storage);
    Inlines clean;
    std::string result;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        clean.clear();
        append_text(text.substr(at, end - at), clean);
        if (!clean.empty()) {
            result += std::get<Text>(clean[0].node).utf8;
        }
        if (end == text.size()) {
            break;
        }
        result += '\n';
        at = end + 1;
    }
    return result;
}

std::string line_in(const XmlNode& node) {
    std::string storage;
    Inlines line;
    append_text(text_of(node, storage), line);
    return line.empty() ? std::string() : std::move(std::get<Text>(line[0].node).utf8);
}

void read_date(const XmlNode& node, std::optional<Found<PartialDate>>& to) {
    if (auto date = read_iso_date(line_in(node))) {
        to = found_in(node, *date);
    }
}

std::optional<std::uint8_t> urgency_from(std::string_view digit) {
    if (digit.size() != 1 || digit[0] < '1' || digit[0] > '9') {
        return std::nullopt;
    }
    return static_cast<std::uint8_t>(digit[0] - '0');
}

std::string term_in(const XmlNode& node, std::string_view name, std::string_view list) {
    if (const std::string_view code = node.value_of(name); !code.empty()) {
        return std::string(code);
    }
    const std::string_view uri = node.value_of(std::string(name) + "uri");
    const std::string ours = "urn:x-galley:" + std::string(list) + ":";
    return uri.starts_with(ours) ? percent_decoded(uri.substr(ours.size())) : std::string(uri);
}

Document read_news_item(const XmlNode& item, const Limits& limits, const XmlNode** rendition) {
    Document document;
    if (const std::string_view guid = item.value_of("guid"); !guid.empty()) {
        document.identity.guid = std::string(guid);
    }
    const std::string_view stated = item.value_of("version");
    std::uint32_t version = 0;
    if (std::from_chars(stated.data(), stated.data() + stated.size(), version).ec == std::errc() && version > 0) {
        document.identity.version = version;
    }
    if (const XmlAttribute* tag = item.attribute(xml_space, "lang"); tag != nullptr && is_language_tag(tag->value)) {
        document.meta.language = std::string(tag->value);
    }
    document.meta.direction = item.value_of("dir") == "rtl" ? Direction::right_to_left : Direction::left_to_right;
    for (const XmlNode* child = item.first; child != nullptr; child = child->next) {
        if (child->is(nar, "rightsInfo")) {
            read_rights(*child, document);
        } else if (child->is(nar, "itemMeta")) {
            read_item_meta(*child, document);
        } else if (child->is(nar, "contentMeta")) {
            read_content_meta(*child, document);
        } else if (child->is(nar, "contentSet")) {
            const XmlNode* read = read_content_set(*child, limits, document);
            if (rendition != nullptr) {
                *rendition = read;
            }
        }
    }
    return document;
}

namespace {

void read_provider(const XmlNode& node, Metadata& to) {
    Provider provider{
        .qcode = std::string(node.value_of("qcode")), .uri = std::string(node.value_of("uri")), .name = name_in(node)};
    if (provider.name.empty() && provider.qcode.empty() && provider.uri.empty()) {
        provider.name = node.value_of("literal");
    }
    if (provider != Provider{}) {
        to.provider = std::move(provider);
    }
}

void read_status(const XmlNode& node, Metadata& to) {
    constexpr std::string_view statuses[] = {"stat:usable", "stat:withheld", "stat:canceled"};
    const auto* const code = std::ranges::find(statuses, node.value_of("qcode"));
    if (code != std::end(statuses)) {
        to.status = static_cast<PublicationStatus>(code - statuses);
    }
}

void read_signal(const XmlNode& node, Metadata& to) {
    Concept signal{
        .qcode = std::string(node.value_of("qcode")), .uri = std::string(node.value_of("uri")), .name = name_in(node)};
    if (signal != Concept{}) {
        to.signals.push_back(found_in(node, std::move(signal)));
    }
}

void read_link(const XmlNode& node, Metadata& to) {
    const std::string_view resource =
        node.attribute("residref") != nullptr ? node.value_of("residref") : node.value_of("guidref");
    to.links.push_back(found_in(
        node, ItemLink{term_in(node, "rel", "relation"), std::string(node.value_of("href")), std::string(resource),
                       std::string(node.value_of("contenttype")), std::string(node.value_of("title"))}));
}

}  // namespace

void read_item_meta(const XmlNode& meta, Document& to) {
    for (const XmlNode* child = meta.first; child != nullptr; child = child->next) {
        if (child->kind != XmlKind::element || child->name_space != nar) {
            continue;
        }
        const std::string_view name = child->name;
        if (name == "provider") {
            read_provider(*child, to.meta);
        } else if (name == "versionCreated") {
            read_date(*child, to.meta.dates.version_created);
        } else if (name == "firstCreated") {
            read_date(*child, to.meta.dates.first_created);
        } else if (name == "embargoed") {
            to.meta.embargo = Embargo{read_iso_date(line_in(*child)).value_or(PartialDate{})};
        } else if (name == "pubStatus") {
            read_status(*child, to.meta);
        } else if (name == "generator" && to.provenance.generator.empty()) {
            const std::string_view version = child->value_of("versioninfo");
            to.provenance.generator = line_in(*child) + (version.empty() ? "" : " " + std::string(version));
        } else if (name == "title" && !to.meta.title) {
            to.meta.title = found_in(*child, line_in(*child));
        } else if (name == "edNote") {
            to.meta.notes.push_back(
                found_in(*child, EditorialNote{term_in(*child, "role", "note-role"), text_in(*child)}));
        } else if (name == "signal") {
            read_signal(*child, to.meta);
        } else if (name == "link") {
            read_link(*child, to.meta);
        }
    }
}

}  // namespace galley::newsml
