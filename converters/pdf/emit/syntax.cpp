#include "converters/pdf/emit/syntax.h"

#include "galley/utf8.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace galley::pdf {

namespace {

constexpr std::size_t string_limit = 32767;     // ISO 19005-3, 6.1.13
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

bool is_ascii_text(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c >= 0x20 && c < 0x7F; });
}

}  // namespace

void append_integer(std::int64_t value, std::string& to) {
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
    for (int i = 0; i < decimals; ++i) { scale *= 10; }
    const std::int64_t whole = number / scale;
    std::int64_t rest = number % scale;
    if (whole != 0 || rest == 0) { append_integer(whole, to); }
    if (rest == 0) { return; }
    to += '.';
    while (rest != 0) {
        scale /= 10;
        to += static_cast<char>('0' + rest / scale);
        rest %= scale;
    }
}

void append_real(double value, int decimals, std::string& to) {
    double scale = 1;
    for (int i = 0; i < decimals; ++i) { scale *= 10; }
    append_fixed(std::llround(value * scale), decimals, to);
}

void append_reference(std::uint32_t object, std::string& to) {
    append_integer(object, to);
    to += " 0 R";
}

void append_text_string(std::string_view utf8, std::string& to) {
    if (is_ascii_text(utf8)) {
        to += '(';
        for (const char c : utf8.substr(0, string_limit)) { append_literal_byte(static_cast<unsigned char>(c), to); }
        to += ')';
        return;
    }
    to += "<FEFF";
    std::size_t room = string_limit - 2;
    for (std::size_t at = 0; at < utf8.size();) {
        const auto [code, size] = utf8::at(utf8, at);
        const std::size_t needed = code > 0xFFFF ? 4 : 2;
        if (needed > room) { break; }
        append_utf16_hex(code < 0x20 && code != '\n' && code != '\t' ? U' ' : code, to);
        room -= needed;
        at += size;
    }
    to += '>';
}

void append_hex_string(std::string_view bytes, std::string& to) {
    to += '<';
    for (const char c : bytes) { append_hex_byte(static_cast<unsigned char>(c), to); }
    to += '>';
}

void append_name(std::string_view utf8, std::string& to) {
    to += '/';
    for (const char c : utf8::prefix(utf8, name_limit)) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte <= ' ' || byte >= 0x7F || std::string_view{"#()<>[]{}/%"}.contains(c)) {
            to += '#';
            append_hex_byte(byte, to);
        } else {
            to += c;
        }
    }
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
