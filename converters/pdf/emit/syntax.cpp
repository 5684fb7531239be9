#include "converters/pdf/emit/syntax.h"

#include "galley/utf8.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace galley::pdf {

namespace {

constexpr std::size_t string_limit = 32767;  // ISO 19005-3, 6.1.13
constexpr std::size_t name_limit = 127;

constexpr char hex_digits[] = "0123456789ABCDEF";

void append_hex_byte(unsigned byte, std::string& to) {
    to += hex_digits[byte >> 4 & 0xF];
    to += hex_digits[byte & 0xF];
}

void append_two_digits(unsigned value, std::string& to) {
    to += static_cast<char>('0' + value / 10 % 10);
    to += static_cast<char>('0' + value % 10);
}

/// PDFDocEncoding (ISO 32000-1, annex D.3): its characters outside Latin-1, with their codes.
struct DocCode {
    char32_t character;
    unsigned char code;
};
constexpr std::array<DocCode, 22> doc_codes{
    {{0x2022, 0x80}, {0x2020, 0x81}, {0x2021, 0x82}, {0x2026, 0x83}, {0x2014, 0x84}, {0x2013, 0x85},
     {0x2039, 0x88}, {0x203A, 0x89}, {0x2030, 0x8B}, {0x201E, 0x8C}, {0x201C, 0x8D}, {0x201D, 0x8E},
     {0x2018, 0x8F}, {0x2019, 0x90}, {0x201A, 0x91}, {0x2122, 0x92}, {0x0141, 0x95}, {0x0152, 0x96},
     {0x0160, 0x97}, {0x0142, 0x9B}, {0x0153, 0x9C}, {0x20AC, 0xA0}}};

constexpr unsigned char doc_codes_begin = 0x80;  // below, all are ASCII or controls

/// Bytes that do not stand for themselves in a name (7.3.5).
constexpr auto name_escapes = [] {
    std::array<bool, 256> all{};
    for (std::size_t byte = 0; byte < all.size(); ++byte) {
        all[byte] = byte <= ' ' || byte >= 0x7F;
    }
    for (const char c : std::string_view{"#()<>[]{}/%"}) {
        all[static_cast<unsigned char>(c)] = true;
    }
    return all;
}();

/// The code of `character`, 0 when PDFDocEncoding lacks it.
unsigned char doc_code(char32_t character) {
    if ((character >= 0x20 && character < 0x7F) || (character > 0xA0 && character <= 0xFF && character != 0xAD)) {
        return static_cast<unsigned char>(character);
    }
    const auto found = std::ranges::find(doc_codes, character, &DocCode::character);
    return found == doc_codes.end() ? static_cast<unsigned char>(0) : found->code;
}

bool is_doc_encodable(std::string_view text) {
    if (std::ranges::all_of(text, [](char c) { return c >= 0x20 && c < 0x7F; })) {
        return true;
    }
    for (std::size_t at = 0; at < text.size();) {
        const auto [character, size] = utf8::at(text, at);
        if (doc_code(character) == 0) {
            return false;
        }
        at += size;
    }
    // These two would be taken for a byte order mark.
    return !text.starts_with("\u00FE\u00FF") && !text.starts_with("\u00EF\u00BB\u00BF");
}

}  // namespace

void append_integer(std::int64_t value, std::string& to) {
    if (value >= 0 && value < 10) {
        to += static_cast<char>('0' + value);
        return;
    }
    std::array<char, 24> buffer;
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
    to.append(buffer.data(), end);
}

void append_fixed(std::int64_t number, int decimals, std::string& to) {
    if (number < 0) {
        to += '-';
        number = -number;
    }
    std::int64_t scale = 1;
    for (int i = 0; i < decimals; ++i) {
        scale *= 10;
    }
    const std::int64_t whole = number / scale;
    std::int64_t rest = number % scale;
    if (whole != 0 || rest == 0) {
        append_integer(whole, to);
    }
    if (rest == 0) {
        return;
    }
    to += '.';
    while (rest != 0) {
        scale /= 10;
        to += static_cast<char>('0' + rest / scale);
        rest %= scale;
    }
}

void append_real(double value, int decimals, std::string& to) {
    double scale = 1;
    for (int i = 0; i < decimals; ++i) {
        scale *= 10;
    }
    append_fixed(std::llround(value * scale), decimals, to);
}

void append_reference(std::uint32_t object, std::string& to) {
    append_integer(object, to);
    to += " 0 R";
}

void append_text_string(std::string_view utf8, std::string& to) {
    if (utf8.size() <= string_limit &&
        std::ranges::all_of(utf8, [](char c) { return c >= 0x20 && c < 0x7F && !is_escaped(c); })) {
        ((to += '(') += utf8) += ')';
        return;
    }
    if (is_doc_encodable(utf8)) {
        to += '(';
        std::size_t written = 0;
        for (std::size_t at = 0; at < utf8.size() && written < string_limit; ++written) {
            const auto [character, size] = utf8::at(utf8, at);
            append_literal_byte(static_cast<char>(doc_code(character)), to);
            at += size;
        }
        to += ')';
        return;
    }
    to += "<FEFF";
    std::size_t room = string_limit - 2;
    for (std::size_t at = 0; at < utf8.size();) {
        const auto [code, size] = utf8::at(utf8, at);
        const std::size_t needed = code > 0xFFFF ? 4 : 2;
        if (needed > room) {
            break;
        }
        append_utf16_hex(code < 0x20 && code != '\n' && code != '\t' ? U' ' : code, to);
        room -= needed;
        at += size;
    }
    to += '>';
}

void append_hex_string(std::string_view bytes, std::string& to) {
    to += '<';
    for (const char c : bytes) {
        append_hex_byte(static_cast<unsigned char>(c), to);
    }
    to += '>';
}

void append_name(std::string_view utf8, std::string& to) {
    to += '/';
    for (const char c : utf8::prefix(utf8, name_limit)) {
        const auto byte = static_cast<unsigned char>(c);
        if (name_escapes[byte]) {
            to += '#';
            append_hex_byte(byte, to);
        } else {
            to += c;
        }
    }
}

char32_t doc_character(unsigned char code) {
    if (code < doc_codes_begin) {
        return char32_t{code};
    }
    const auto found = std::ranges::find(doc_codes, code, &DocCode::code);
    return found == doc_codes.end() ? char32_t{code} : found->character;
}

void append_date(std::chrono::sys_seconds time, std::string& to) {
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss clock{time - day};
    const auto year = static_cast<unsigned>(static_cast<int>(date.year()));
    to += "(D:";
    append_two_digits(year / 100, to);
    append_two_digits(year % 100, to);
    append_two_digits(static_cast<unsigned>(date.month()), to);
    append_two_digits(static_cast<unsigned>(date.day()), to);
    append_two_digits(static_cast<unsigned>(clock.hours().count()), to);
    append_two_digits(static_cast<unsigned>(clock.minutes().count()), to);
    append_two_digits(static_cast<unsigned>(clock.seconds().count()), to);
    to += "Z)";
}

void append_utf16_hex(char32_t code, std::string& to) {
    const auto unit = [&](char32_t value) {
        append_hex_byte(static_cast<unsigned>(value >> 8), to);
        append_hex_byte(static_cast<unsigned>(value & 0xFF), to);
    };
    if (code > 0xFFFF) {
        unit(0xD800 + ((code - 0x10000) >> 10));
        unit(0xDC00 + ((code - 0x10000) & 0x3FF));
    } else {
        unit(code);
    }
}

}  // namespace galley::pdf
