#include "converters/newsml/xml_build.h"

#include "converters/newsml/namespaces.h"
#include "galley/utf8.h"

#include <algorithm>

namespace galley::newsml {

namespace {

constexpr std::string_view usual_schemes[] = {"http",   "https", "urn", "tag",  "ni",  "info",
                                              "mailto", "ftp",   "doi", "file", "data"};

bool is_alphanumeric(char byte) {
    return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

bool is_hexadecimal(char byte) {
    return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'f') || (byte >= 'A' && byte <= 'F');
}

// RFC 3986, 2.2 and 2.3 without the brackets, which only an address in digits may hold.
bool may_stand_in_iri(char byte) {
    return is_alphanumeric(byte) || static_cast<unsigned char>(byte) >= 0x80 ||
           std::string_view("-._~:/?@!$&'()*+,;=").find(byte) != std::string_view::npos;
}

void percent_encode(char byte, std::string& to) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    const auto value = static_cast<unsigned char>(byte);
    ((to += '%') += digits[value >> 4]) += digits[value & 15];
}

}  // namespace

XmlNode& XmlBuild::add_text(XmlNode& parent, std::string_view name, std::string_view text) const {
    XmlNode& made = add(parent, name);
    made.mixed = true;
    tree.text(made, text);
    return made;
}

void XmlBuild::set(XmlNode& element, std::string_view name, std::string_view value) const {
    if (!value.empty()) {
        tree.attribute(element, name, value);
    }
}

void XmlBuild::set_language(XmlNode& element, std::string_view tag) const {
    if (is_language_tag(tag)) {
        tree.attribute(element, "lang", tag, xml_space);
    }
}

std::string_view label(XmlTree& tree, std::string_view text) {
    const std::string_view trimmed = utf8::trim(text);
    if (trimmed.find_first_of("\t\n\r\v\f") == std::string_view::npos) {
        return trimmed;
    }
    std::string line(trimmed);
    std::ranges::replace_if(
        line, [](char byte) { return byte == '\t' || byte == '\n' || byte == '\r' || byte == '\v' || byte == '\f'; },
        ' ');
    return tree.keep(line);
}

std::string_view iri(XmlTree& tree, std::string_view text) {
    const std::string_view trimmed = utf8::trim(text);
    const std::size_t colon = trimmed.find_first_of(":/?#");
    const bool bare_colon = colon != std::string_view::npos && trimmed[colon] == ':' &&
                            (colon == 0 || !is_alphanumeric(trimmed[0]) || trimmed[0] <= '9' ||
                             !std::ranges::all_of(trimmed.substr(0, colon), [](char byte) {
                                 return is_alphanumeric(byte) || byte == '+' || byte == '-' || byte == '.';
                             }));
    std::string encoded = bare_colon ? "./" : "";
    bool fragment = false;
    for (std::size_t at = 0; at < trimmed.size(); ++at) {
        const char byte = trimmed[at];
        const bool escape = byte == '%' && at + 2 < trimmed.size() && is_hexadecimal(trimmed[at + 1]) &&
                            is_hexadecimal(trimmed[at + 2]);
        if (may_stand_in_iri(byte) || escape || (byte == '#' && !fragment)) {
            encoded += byte;
            fragment = fragment || byte == '#';
        } else {
            percent_encode(byte, encoded);
        }
    }
    return encoded == trimmed ? trimmed : tree.keep(encoded);
}

bool is_qcode(std::string_view text) {
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos || colon == 0 || colon + 1 == text.size()) {
        return false;
    }
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Character character = utf8::at(text, at);
        if (utf8::is_space(character.code) || utf8::is_control_or_noncharacter(character.code)) {
            return false;
        }
        at += character.size;
    }
    return std::ranges::find(usual_schemes, text.substr(0, colon)) == std::end(usual_schemes);
}

bool is_language_tag(std::string_view text) {
    std::size_t length = 0;
    bool first = true;
    for (const char byte : text) {
        if (byte == '-') {
            if (length == 0) {
                return false;
            }
            length = 0;
            first = false;
        } else if (!is_alphanumeric(byte) || (first && byte <= '9') || ++length > 8) {
            return false;
        }
    }
    return length > 0;
}

void set_term(const XmlBuild& build, XmlNode& element, std::string_view name, std::string_view term,
              std::string_view list) {
    const std::string_view word = utf8::trim(term);
    if (word.empty()) {
        return;
    }
    if (is_qcode(word)) {
        build.set(element, name, word);
        return;
    }
    const std::string_view attribute = build.tree.keep(std::string(name) + "uri");
    if (word.find(':') != std::string_view::npos) {
        build.set(element, attribute, iri(build.tree, word));
        return;
    }
    std::string made = "urn:x-galley:" + std::string(list) + ":";
    for (const char byte : word) {
        if (is_alphanumeric(byte) || byte == '-' || byte == '.' || byte == '_') {
            made += byte;
        } else {
            percent_encode(byte, made);
        }
    }
    build.set(element, attribute, build.tree.keep(made));
}

}  // namespace galley::newsml
