#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

/// PDF's notation for plain values (ISO 32000-1, 7.3). Everything is appended, nothing allocates but the target.
namespace galley::pdf {

void append_integer(std::int64_t value, std::string& to);

/// `value` with at most `decimals` (0 to 5) digits after the point and no exponent; what rounds to 0 is written 0.
void append_real(double value, int decimals, std::string& to);

/// `number` in units of 10^-`decimals`: 1250 with 2 is 12.5.
void append_fixed(std::int64_t number, int decimals, std::string& to);

/// "12 0 R"
void append_reference(std::uint32_t object, std::string& to);

/// A text string (7.9.2.2): as a literal in PDFDocEncoding where that has all of it, else as UTF-16BE in hexadecimal.
/// `utf8` is cut at the 32,767 bytes that ISO 19005-3, 6.1.13 allows a string; controls become spaces.
void append_text_string(std::string_view utf8, std::string& to);

/// What `code` means in PDFDocEncoding (annex D.3); codes it does not define are taken as Latin-1.
[[nodiscard]] char32_t doc_character(unsigned char code);

/// Bytes as a hexadecimal string.
void append_hex_string(std::string_view bytes, std::string& to);

/// A name with its slash, escaped where needed (7.3.5), cut at the 127 bytes that ISO 19005-3, 6.1.13 allows.
void append_name(std::string_view utf8, std::string& to);

/// "D:20260102123000Z" as a string (7.9.4).
void append_date(std::chrono::sys_seconds time, std::string& to);

/// UTF-16BE digits of one character, as CMaps have them.
void append_utf16_hex(char32_t code, std::string& to);

/// The nearest whole number, halves away from zero. What std::llround gives, without a call for each glyph.
[[nodiscard]] inline std::int64_t nearest(double value) {
    return static_cast<std::int64_t>(value < 0 ? value - 0.5 : value + 0.5);
}

/// True when `byte` does not stand for itself in a literal string (7.3.4.2).
[[nodiscard]] constexpr bool is_escaped(char byte) {
    return byte == '(' || byte == ')' || byte == '\\' || byte == '\r';
}

/// The byte `byte` inside a literal string, escaped where needed.
inline void append_literal_byte(char byte, std::string& to) {
    if (is_escaped(byte)) {
        to += '\\';
    }
    to += byte == '\r' ? 'r' : byte;
}

}  // namespace galley::pdf
