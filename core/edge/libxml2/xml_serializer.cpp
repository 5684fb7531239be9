#include "core/edge/libxml2/xml_serializer.h"

#include <algorithm>
#include <array>

namespace galley {

namespace {

enum class Escape : std::uint8_t {
    none,
    less,
    greater,
    ampersand,
    quote,
    tab,
    line_feed,
    carriage_return,
    forbidden,
    lead
};
using EscapeTable = std::array<Escape, 256>;

// A lead byte of 0xEF may start U+FFFE or U+FFFF, the only characters above U+001F that XML 1.0 forbids.
constexpr EscapeTable text_table() {
    EscapeTable table{};
    for (std::size_t control = 0; control < 0x20; ++control) {
        table[control] = Escape::forbidden;
    }
    table['\t'] = Escape::none;
    table['\n'] = Escape::none;
    table['\r'] = Escape::carriage_return;
    table['<'] = Escape::less;
    table['>'] = Escape::greater;
    table['&'] = Escape::ampersand;
    table[0xEF] = Escape::lead;
    return table;
}

constexpr EscapeTable attribute_table() {
    EscapeTable table = text_table();
    table['\t'] = Escape::tab;
    table['\n'] = Escape::line_feed;
    table['"'] = Escape::quote;
    return table;
}

constexpr EscapeTable text_escapes = text_table();
constexpr EscapeTable attribute_escapes = attribute_table();

constexpr std::string_view references[] = {"", "&lt;", "&gt;", "&amp;", "&quot;", "&#9;", "&#10;", "&#13;", "", ""};

bool is_noncharacter(std::string_view value, std::size_t at) {
    return value.size() - at >= 3 && value[at + 1] == '\xBF' && (value[at + 2] == '\xBE' || value[at + 2] == '\xBF');
}

bool holds_only_elements(const XmlNode& element) {
    if (element.mixed) {
        return false;
    }
    for (const XmlNode* child = element.first; child != nullptr; child = child->next) {
        if (child->kind == XmlKind::text) {
            return false;
        }
    }
    return true;
}

std::string path_of(const XmlNode& element) {
    std::string path(element.name);
    for (const XmlNode* up = element.parent; up != nullptr && up->parent != nullptr; up = up->parent) {
        path.insert(0, std::string(up->name) + "/");
    }
    return path;
}

}  // namespace

void XmlSerializer::declaration() { out_ += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"; }

void XmlSerializer::indent(std::uint32_t depth) {
    if (line_starts_ != nullptr) {
        line_starts_->push_back(out_.size());
    }
    out_.append(std::size_t{depth} * 2, ' ');
}

void XmlSerializer::write(const XmlNode& node, std::uint32_t depth) {
    indent(depth);
    if (node.kind == XmlKind::element) {
        element(node, depth);
    } else {
        in_line(node);
    }
    out_ += '\n';
}

void XmlSerializer::open(const XmlNode& element, std::uint32_t depth) {
    indent(depth);
    start_tag(element);
    out_ += ">\n";
}

void XmlSerializer::close(const XmlNode& element, std::uint32_t depth) {
    indent(depth);
    end_tag(element);
    out_ += '\n';
}

void XmlSerializer::element(const XmlNode& element, std::uint32_t depth) {
    start_tag(element);
    if (element.first == nullptr) {
        out_ += "/>";
        scope_.leave();
        return;
    }
    out_ += '>';
    if (holds_only_elements(element)) {
        out_ += '\n';
        for (const XmlNode* child = element.first; child != nullptr; child = child->next) {
            write(*child, depth + 1);
        }
        indent(depth);
    } else {
        for (const XmlNode* child = element.first; child != nullptr; child = child->next) {
            in_line(*child);
        }
    }
    end_tag(element);
}

void XmlSerializer::in_line(const XmlNode& node) {
    switch (node.kind) {
        case XmlKind::text: escape(node.value, *node.parent, false); return;
        case XmlKind::comment: (out_ += "<!--").append(node.value).append("-->"); return;
        case XmlKind::instruction: (((out_ += "<?") += node.name) += ' ').append(node.value).append("?>"); return;
        case XmlKind::element: break;
    }
    start_tag(node);
    if (node.first == nullptr) {
        out_ += "/>";
        scope_.leave();
        return;
    }
    out_ += '>';
    for (const XmlNode* child = node.first; child != nullptr; child = child->next) {
        in_line(*child);
    }
    end_tag(node);
}

void XmlSerializer::start_tag(const XmlNode& element) {
    scope_.enter(element);
    out_ += '<';
    name(scope_.prefix(), element.name);
    for (const XmlScope::Binding& binding : scope_.declared()) {
        ((out_ += binding.prefix.empty() ? " xmlns" : " xmlns:") += binding.prefix) += "=\"";
        escape(binding.uri, element, true);
        out_ += '"';
    }
    for (const XmlAttribute* at = element.first_attribute; at != nullptr; at = at->next) {
        out_ += ' ';
        name(scope_.prefix_of(*at), at->name);
        out_ += "=\"";
        escape(at->value, element, true);
        out_ += '"';
    }
}

void XmlSerializer::end_tag(const XmlNode& element) {
    out_ += "</";
    name(scope_.prefix(), element.name);
    out_ += '>';
    scope_.leave();
}

void XmlSerializer::name(std::string_view prefix, std::string_view local) {
    if (!prefix.empty()) {
        (out_ += prefix) += ':';
    }
    out_ += local;
}

void XmlSerializer::escape(std::string_view value, const XmlNode& place, bool in_attribute) {
    const EscapeTable& table = in_attribute ? attribute_escapes : text_escapes;
    std::size_t copied = 0;
    for (std::size_t at = 0; at < value.size(); ++at) {
        const auto byte = static_cast<unsigned char>(value[at]);
        const Escape kind = table[byte];
        if (kind == Escape::none) [[likely]] {
            continue;
        }
        if (kind == Escape::lead && !is_noncharacter(value, at)) {
            continue;
        }
        out_.append(value, copied, at - copied);
        if (kind == Escape::forbidden || kind == Escape::lead) {
            at += replace_forbidden(byte, place) - 1;
        } else {
            out_ += references[static_cast<std::size_t>(kind)];
        }
        copied = at + 1;
    }
    out_.append(value, copied);
}

std::size_t XmlSerializer::replace_forbidden(unsigned char first, const XmlNode& place) {
    const bool separates = first == 0x0B || first == 0x0C || (first >= 0x1C && first <= 0x1F);
    out_ += separates ? " " : "\xEF\xBF\xBD";
    if (warned_ != &place) {
        warned_ = &place;
        diagnostics_.push_back(
            {.severity = Severity::warning,
             .code = "xml.forbidden-character",
             .message = "'" + path_of(place) + "' holds a character that XML cannot; it was replaced",
             .where = {},
             .hints = {"take the control characters out of the source"}});
    }
    return first == 0xEF ? 3 : 1;
}

}  // namespace galley
