#pragma once

#include "galley/utf8.h"

#include <string>
#include <string_view>

namespace galley::text {

/// One character of text as it is compared: simple case folding for the scripts news is written in, full-width forms as
/// ordinary ones, every kind of space as U+0020, typographic apostrophes as U+0027, digits of every script as ASCII
/// digits, the commas of Arabic and Burmese as U+002C, letters of Arabic and Indic scripts that are typed in two ways
/// as one, Greek without accents. Returns 0 for characters that comparison skips: soft hyphens, joiners, direction
/// marks, Arabic vowel marks and tatweel, nuktas.
[[nodiscard]] char32_t fold_beyond_ascii(char32_t code);
[[nodiscard]] constexpr char32_t fold(char32_t code) {
    if (code >= 0x80) {
        return fold_beyond_ascii(code);
    }
    return code >= 'A' && code <= 'Z' ? code + 32 : (code < 0x20 ? U' ' : code);
}

/// `text` folded, runs of space as one, none at the ends. REQUIRES: valid UTF-8.
[[nodiscard]] std::string folded(std::string_view text);

/// Unicode White_Space.
[[nodiscard]] inline bool is_space(char32_t code) {
    return code < 0x80 ? code == ' ' || (code >= 9 && code <= 13) : utf8::is_space(code);
}

/// The value of a decimal digit of any script that news writes numbers in, -1 for anything else.
[[nodiscard]] int digit_value_beyond_ascii(char32_t code);
[[nodiscard]] inline int digit_value(char32_t code) {
    return code >= 0x80                 ? digit_value_beyond_ascii(code)
           : code >= '0' && code <= '9' ? static_cast<int>(code - '0')
                                        : -1;
}

[[nodiscard]] bool is_upper_beyond_ascii(char32_t code);
[[nodiscard]] bool is_lower_beyond_ascii(char32_t code);
[[nodiscard]] bool is_letter_beyond_ascii(char32_t code);

/// A letter that has a small form.
[[nodiscard]] inline bool is_upper(char32_t code) {
    return code < 0x80 ? code >= 'A' && code <= 'Z' : is_upper_beyond_ascii(code);
}
/// A small letter.
[[nodiscard]] inline bool is_lower(char32_t code) {
    return code < 0x80 ? code >= 'a' && code <= 'z' : is_lower_beyond_ascii(code);
}
/// A letter or mark of any script. Characters of private use are icons out of web pages' own fonts.
[[nodiscard]] inline bool is_letter(char32_t code) {
    return code < 0x80 ? (code | 0x20U) >= 'a' && (code | 0x20U) <= 'z' : is_letter_beyond_ascii(code);
}
/// Han, kana or Hangul: scripts that write words without capitals.
[[nodiscard]] bool is_east_asian_letter(char32_t code);
[[nodiscard]] inline bool is_ideograph(char32_t code) { return code >= 0x3005 && is_east_asian_letter(code); }
/// Whether a byte of `text` may begin an ideograph. Looks at every byte without a branch, many at a time.
[[nodiscard]] inline bool may_hold_ideograph(std::string_view text) {
    unsigned char found = 0;
    for (const char byte : text) {
        found |= static_cast<unsigned char>(static_cast<unsigned char>(byte) >= 0xE3);
    }
    return found != 0;
}
/// Round, square and lenticular brackets, of full width as well.
[[nodiscard]] constexpr bool opens_bracket(char32_t code) {
    return code == '(' || code == '[' || code == 0xFF08 || code == 0xFF3B || code == 0x3010 || code == 0x3014;
}
[[nodiscard]] constexpr bool closes_bracket(char32_t code) {
    return code == ')' || code == ']' || code == 0xFF09 || code == 0xFF3D || code == 0x3011 || code == 0x3015;
}
/// Every dash and hyphen that stands between parts of a line.
[[nodiscard]] bool is_dash_beyond_ascii(char32_t code);
[[nodiscard]] inline bool is_dash(char32_t code) { return code < 0x80 ? code == '-' : is_dash_beyond_ascii(code); }

}  // namespace galley::text
