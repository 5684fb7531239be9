#include "core/batch/json_writer.h"

#include "galley/utf8.h"

#include <algorithm>
#include <charconv>

namespace galley::batch {

namespace {

bool needs_escape(char byte) { return byte == '"' || byte == '\\' || (byte >= 0 && byte < 0x20) || byte == 0x7f; }

void append_escape(char byte, std::string& to) {
    static constexpr char digits[] = "0123456789abcdef";
    switch (byte) {
        case '"': to += "\\\""; break;
        case '\\': to += "\\\\"; break;
        case '\n': to += "\\n"; break;
        case '\t': to += "\\t"; break;
        default:
            to += "\\u00";
            to += digits[static_cast<unsigned char>(byte) >> 4];
            to += digits[static_cast<unsigned char>(byte) & 15];
    }
}

/// What some languages take for the end of a line, and would cut a line of JSON at.
struct LineSeparator {
    std::string_view utf8;
    std::string_view escape;
};
constexpr LineSeparator line_separators[] = {{"\u0085", "\\u0085"}, {"\u2028", "\\u2028"}, {"\u2029", "\\u2029"}};

const LineSeparator* line_separator_at(std::string_view utf8, std::size_t at) {
    if (utf8[at] != '\xc2' && utf8[at] != '\xe2') {
        return nullptr;
    }
    const auto found = std::ranges::find_if(
        line_separators, [&](const LineSeparator& one) { return utf8.substr(at).starts_with(one.utf8); });
    return found == std::end(line_separators) ? nullptr : found;
}

void append_escaped(std::string_view utf8, std::string& to) {
    std::size_t begin = 0;
    for (std::size_t at = 0; at < utf8.size(); ++at) {
        if (needs_escape(utf8[at])) {
            to.append(utf8, begin, at - begin);
            append_escape(utf8[at], to);
            begin = at + 1;
        } else if (const LineSeparator* separator = line_separator_at(utf8, at)) {
            to.append(utf8, begin, at - begin);
            to += separator->escape;
            begin = at + separator->utf8.size();
        }
    }
    to.append(utf8, begin);
}

}  // namespace

void append_json(std::string_view text, std::string& to) {
    if (std::ranges::none_of(text, [](char byte) { return byte < 0 || needs_escape(byte); })) {
        to += '"';
        to += text;
        to += '"';
        return;
    }
    to += '"';
    for (std::size_t invalid = utf8::find_invalid(text); invalid != std::string_view::npos;
         invalid = utf8::find_invalid(text)) {
        append_escaped(text.substr(0, invalid), to);
        to += "\xef\xbf\xbd";
        text.remove_prefix(invalid + 1);
    }
    append_escaped(text, to);
    to += '"';
}

void JsonWriter::separate() {
    if (!first_) {
        to_ += ',';
    }
    first_ = false;
}

JsonWriter& JsonWriter::open(char bracket) {
    separate();
    to_ += bracket;
    first_ = true;
    return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
    to_ += bracket;
    first_ = false;
    return *this;
}

JsonWriter& JsonWriter::name(std::string_view name) {
    separate();
    to_ += '"';
    to_ += name;
    to_ += "\":";
    first_ = true;
    return *this;
}

JsonWriter& JsonWriter::text(std::string_view utf8) {
    separate();
    append_json(utf8, to_);
    return *this;
}

JsonWriter& JsonWriter::number(std::uint64_t value) {
    separate();
    char digits[20];
    to_.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
    return *this;
}

JsonWriter& JsonWriter::json(std::string_view value) {
    separate();
    to_ += value;
    return *this;
}

JsonWriter& JsonWriter::none() {
    separate();
    to_ += "null";
    return *this;
}

JsonWriter& JsonWriter::flag(bool value) {
    separate();
    to_ += value ? "true" : "false";
    return *this;
}

}  // namespace galley::batch
