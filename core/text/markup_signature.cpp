#include "core/text/markup_signature.h"

#include <algorithm>

namespace galley {

namespace {

bool is_space(char byte) { return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r'; }
char small(char byte) { return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte | ' ') : byte; }
bool is_letter(char byte) { return small(byte) >= 'a' && small(byte) <= 'z'; }
bool is_name_byte(char byte) {
    return is_letter(byte) || (byte >= '0' && byte <= '9') || byte == ':' || byte == '-' || byte == '_' || byte == '.';
}

std::string_view without_spaces(std::string_view text) {
    const auto* const first = std::ranges::find_if_not(text, is_space);
    return text.substr(static_cast<std::size_t>(first - text.begin()));
}

/// `begin` is in small letters.
bool begins_with(std::string_view text, std::string_view begin) {
    return text.size() >= begin.size() && std::ranges::equal(text.substr(0, begin.size()), begin, {}, small);
}

/// "<rss version=…> … </": an element, and the end of one. Copy has "<SLTF.L>" and "<" at line ends, but ends no
/// elements.
bool is_element(std::string_view text) {
    std::size_t end = 1;
    while (end < text.size() && is_name_byte(text[end])) {
        ++end;
    }
    const bool named = end > 1 && is_letter(text[1]) && end < text.size() &&
                       (is_space(text[end]) || text[end] == '>' || text[end] == '/');
    return named && (text.find("</", end) != std::string_view::npos || text.find("/>", end) != std::string_view::npos);
}

/// An object with a name in quotes, or a list of objects.
bool is_json(std::string_view text) {
    const bool list = text.starts_with('[');
    if (list) {
        text = without_spaces(text.substr(1));
    }
    if (!text.starts_with('{')) {
        return false;
    }
    const std::string_view name = without_spaces(text.substr(1));
    if (!name.starts_with('"')) {
        return name.starts_with('}');
    }
    const std::size_t close = name.find('"', 1);
    return close != std::string_view::npos && without_spaces(name.substr(close + 1)).starts_with(':');
}

}  // namespace

std::string_view find_markup_signature(std::string_view head) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (head.starts_with(byte_order_mark)) {
        head.remove_prefix(byte_order_mark.size());
    }
    head = without_spaces(head);
    if (head.starts_with('<')) {
        if (begins_with(head, "<!doctype html") || begins_with(head, "<html") || begins_with(head, "<head") ||
            begins_with(head, "<body")) {
            return "a web page";
        }
        if (head.starts_with("<?xml") || head.starts_with("<!DOCTYPE")) {
            return "an XML document of an unknown kind";
        }
        return head.starts_with("<!--") || is_element(head) ? "XML or HTML of an unknown kind" : "";
    }
    if (head.starts_with("{\\rtf")) {
        return "an RTF document";
    }
    if (head.starts_with("%!PS")) {
        return "a PostScript program";
    }
    return is_json(head) ? "a JSON document" : "";
}

}  // namespace galley
