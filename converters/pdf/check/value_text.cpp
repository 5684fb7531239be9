#include "converters/pdf/check/value.h"

#include "converters/pdf/emit/syntax.h"
#include "galley/utf8.h"

#include <algorithm>

namespace galley::pdf {

namespace {

int hex_digit(char c) {
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    if (c >= 'A' && c <= 'F') {
        return c - 'A' + 10;
    }
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

std::string literal_bytes(std::string_view raw) {
    std::string bytes;
    const std::size_t plain = std::min(raw.find('\\'), raw.size());
    bytes.reserve(raw.size());
    bytes += raw.substr(0, plain);
    for (std::size_t at = plain; at < raw.size(); ++at) {
        if (raw[at] != '\\') {
            bytes += raw[at];
            continue;
        }
        if (++at == raw.size()) {
            break;
        }
        const char c = raw[at];
        if (c >= '0' && c <= '7') {
            unsigned code = 0;
            std::size_t digits = 0;
            for (; digits < 3 && at + digits < raw.size() && raw[at + digits] >= '0' && raw[at + digits] <= '7';
                 ++digits) {
                code = code * 8 + static_cast<unsigned>(raw[at + digits] - '0');
            }
            bytes += static_cast<char>(code & 0xFF);
            at += digits - 1;
            continue;
        }
        constexpr std::string_view letters = "nrtbf", meanings = "\n\r\t\b\f";
        if (const auto found = letters.find(c); found != std::string_view::npos) {
            bytes += meanings[found];
        } else if (c != '\n' && c != '\r') {
            bytes += c;
        }
    }
    return bytes;
}

std::string hexadecimal_bytes(std::string_view raw) {
    std::string bytes;
    int high = -1;
    for (const char c : raw) {
        const int digit = hex_digit(c);
        if (digit < 0) {
            continue;
        }
        if (high < 0) {
            high = digit;
            continue;
        }
        bytes += static_cast<char>(high * 16 + digit);
        high = -1;
    }
    if (high >= 0) {
        bytes += static_cast<char>(high * 16);
    }
    return bytes;
}

}  // namespace

std::string bytes_of(const Value& string) {
    const std::string_view inside =
        string.raw.size() < 2 ? std::string_view{} : string.raw.substr(1, string.raw.size() - 2);
    return string.raw.starts_with('(') ? literal_bytes(inside) : hexadecimal_bytes(inside);
}

std::string text_of(const Value& string) {
    std::string bytes = bytes_of(string);
    if (std::ranges::all_of(bytes, [](char c) { return static_cast<unsigned char>(c) < 0x80; })) {
        return bytes;
    }  // alike in both
    std::string text;
    const auto unit = [&](std::size_t at) {
        return static_cast<char32_t>(static_cast<unsigned char>(bytes[at]) << 8 |
                                     static_cast<unsigned char>(bytes[at + 1]));
    };
    if (!bytes.starts_with("\xFE\xFF")) {
        for (const char c : bytes) {
            utf8::append(doc_character(static_cast<unsigned char>(c)), text);
        }
        return text;
    }
    for (std::size_t at = 2; at + 1 < bytes.size(); at += 2) {
        char32_t code = unit(at);
        if (code >= 0xD800 && code < 0xDC00 && at + 3 < bytes.size() && unit(at + 2) >= 0xDC00 &&
            unit(at + 2) < 0xE000) {
            code = 0x10000 + ((code - 0xD800) << 10) + (unit(at + 2) - 0xDC00);
            at += 2;
        } else if (code >= 0xD800 && code < 0xE000) {
            code = 0xFFFD;
        }
        utf8::append(code, text);
    }
    return text;
}

std::string name_of(const Value& name) {
    std::string text;
    for (std::size_t at = 0; at < name.raw.size(); ++at) {
        if (name.raw[at] == '#' && at + 2 < name.raw.size() && hex_digit(name.raw[at + 1]) >= 0 &&
            hex_digit(name.raw[at + 2]) >= 0) {
            text += static_cast<char>(hex_digit(name.raw[at + 1]) * 16 + hex_digit(name.raw[at + 2]));
            at += 2;
        } else {
            text += name.raw[at];
        }
    }
    return text;
}

}  // namespace galley::pdf
