#include "converters/pdf/emit/description.h"

#include "converters/pdf/emit/language_tag.h"
#include "converters/pdf/emit/syntax.h"
#include "galley/document_title.h"
#include "galley/iso_date.h"
#include "galley/utf8.h"
#include "galley/version.h"

#include <algorithm>

namespace galley::pdf {

namespace {

void append_escaped(std::string_view text, std::string& to) {
    for (std::size_t at = 0; at < text.size();) {
        const auto [code, size] = utf8::at(text, at);
        if (code == '&') {
            to += "&amp;";
        } else if (code == '<') {
            to += "&lt;";
        } else if (code == '>') {
            to += "&gt;";
        } else if (utf8::is_control_or_noncharacter(code)) {
            to += ' ';
        } else {
            to += text.substr(at, size);
        }
        at += size;
    }
}

/// Elements of the one rdf:Description that the packet has.
class Properties {
public:
    void simple(std::string_view name, std::string_view value) {
        if (value.empty()) {
            return;
        }
        open(name);
        append_escaped(value, xml);
        close(name);
    }

    void list(std::string_view name, std::string_view kind, const std::vector<std::string>& values,
              std::string_view item = "rdf:li") {
        if (values.empty()) {
            return;
        }
        open(name);
        open(kind);
        for (const std::string& value : values) {
            (xml += '<') += item;
            xml += '>';
            append_escaped(value, xml);
            xml += "</rdf:li>";
        }
        close(kind);
        close(name);
    }

    void alternatives(std::string_view name, const std::string& value) {
        if (!value.empty()) {
            list(name, "rdf:Alt", {value}, "rdf:li xml:lang=\"x-default\"");
        }
    }

    std::string xml;

private:
    void open(std::string_view name) { ((xml += '<') += name) += '>'; }
    void close(std::string_view name) { ((xml += "</") += name) += '>'; }
};

/// A UUID of the file's identifier (RFC 4122, version 5's layout), told apart by `kind`.
std::string uuid(std::string_view identifier, unsigned char kind) {
    constexpr char digits[] = "0123456789abcdef";
    std::string text = "uuid:";
    for (std::size_t i = 0; i < identifier.size(); ++i) {
        auto byte = static_cast<unsigned char>(identifier[i]);
        if (i == 0) {
            byte ^= kind;
        }
        if (i == 6) {
            byte = static_cast<unsigned char>((byte & 0x0F) | 0x50);
        }
        if (i == 8) {
            byte = static_cast<unsigned char>((byte & 0x3F) | 0x80);
        }
        if (i == 4 || i == 6 || i == 8 || i == 10) {
            text += '-';
        }
        text += digits[byte >> 4];
        text += digits[byte & 0xF];
    }
    return text;
}

/// XMP's dates are ISO 8601's without its truncated forms, and a time has an offset.
std::string whole_date(PartialDate date) {
    if (!date.year || *date.year < 1 || *date.year > 9999) {
        return {};
    }
    if (!date.month) {
        date.day.reset();
    }
    if (!date.is_full() || !date.offset) {
        date.time.reset();
        date.offset.reset();
    }
    return iso_date(date);
}

std::string join(const std::vector<std::string>& parts, std::string_view between) {
    std::string all;
    for (const std::string& part : parts) {
        if (!all.empty()) {
            all += between;
        }
        all += part;
    }
    return all;
}

// ISO 19005-3, 6.6.2.3: pdfuaid is no schema of XMP's own, so the packet describes it.
constexpr std::string_view pdfua_schema =
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">"
    "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">"
    "<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>The part of ISO 14289 the file conforms to</pdfaProperty:description>"
    "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>\n";

constexpr std::string_view packet_head =
    "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
    "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
    " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\"";

constexpr std::string_view pdfa_namespaces =
    " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\""
    " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\" xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\"";

constexpr std::string_view packet_tail = "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>";

}  // namespace

Description describe(const Document& document, std::string_view language, std::chrono::sys_seconds made) {
    const Metadata& meta = document.meta;
    Description description;
    description.title = document_title(document).value;
    for (const auto& byline : meta.bylines) {
        for (const auto& contributor : byline.value.contributors) {
            if (!contributor.value.name.empty()) {
                description.creators.push_back(contributor.value.name);
            }
        }
    }
    if (meta.summary) {
        description.summary = meta.summary->value;
    }
    for (const auto& keyword : meta.keywords) {
        description.keywords.push_back(keyword.value);
    }
    if (!meta.rights.empty()) {
        description.rights = meta.rights.front().value.notice;
    }
    if (meta.provider) {
        description.publisher = meta.provider->value.name;
    }
    if (document.identity.guid) {
        description.identifier = document.identity.guid->value;
    }
    if (meta.dates.content_created) {
        description.story_date = whole_date(meta.dates.content_created->value);
    }
    description.language = language_tag(language);
    description.producer = generator();
    description.made = made;
    return description;
}

std::string xmp_packet(const Description& description, Standard standard) {
    Properties properties;
    properties.simple("dc:format", "application/pdf");
    properties.alternatives("dc:title", description.title);
    properties.list("dc:creator", "rdf:Seq", description.creators);
    properties.alternatives("dc:description", description.summary);
    properties.list("dc:subject", "rdf:Bag", description.keywords);
    properties.list("dc:language", "rdf:Bag", {description.language});
    properties.alternatives("dc:rights", description.rights);
    if (!description.publisher.empty()) {
        properties.list("dc:publisher", "rdf:Bag", {description.publisher});
    }
    properties.simple("dc:identifier", description.identifier);
    if (!description.story_date.empty()) {
        properties.list("dc:date", "rdf:Seq", {description.story_date});
    }
    const std::string made = iso_date(to_partial_date(description.made));
    properties.simple("xmp:CreateDate", made);
    properties.simple("xmp:ModifyDate", made);
    properties.simple("xmp:MetadataDate", made);
    properties.simple("xmp:CreatorTool", description.producer);
    properties.simple("pdf:Producer", description.producer);
    properties.simple("pdf:Keywords", join(description.keywords, ", "));
    properties.simple("xmpMM:DocumentID", uuid(description.file_identifier, 0));
    properties.simple("xmpMM:InstanceID", uuid(description.file_identifier, 1));

    std::string packet{packet_head};
    if (standard != Standard::plain) {
        packet += pdfa_namespaces;
    }
    packet += ">\n";
    packet += properties.xml;
    if (standard != Standard::plain) {
        packet += standard == Standard::a_2a ? "<pdfaid:part>2</pdfaid:part>" : "<pdfaid:part>3</pdfaid:part>";
        packet += standard == Standard::a_3u ? "<pdfaid:conformance>U</pdfaid:conformance>"
                                             : "<pdfaid:conformance>A</pdfaid:conformance>";
        packet += "<pdfuaid:part>1</pdfuaid:part>\n";
        packet += pdfua_schema;
    }
    packet += packet_tail;
    return packet;
}

std::vector<std::pair<std::string, std::string>> information(const Description& description) {
    std::vector<std::pair<std::string, std::string>> entries;
    const auto text = [&](std::string_view key, std::string_view value) {
        if (value.empty()) {
            return;
        }
        append_text_string(value, entries.emplace_back(key, std::string{}).second);
    };
    text("Title", description.title);
    text("Author", join(description.creators, "; "));
    text("Subject", description.summary);
    text("Keywords", join(description.keywords, ", "));
    text("Creator", description.producer);
    text("Producer", description.producer);
    append_date(description.made, entries.emplace_back("CreationDate", std::string{}).second);
    append_date(description.made, entries.emplace_back("ModDate", std::string{}).second);
    return entries;
}

}  // namespace galley::pdf
