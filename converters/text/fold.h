#pragma once

#include <string>
#include <string_view>

namespace galley::text {

/// One character of text as it is compared: simple case folding for the scripts news is written in, full-width forms as
/// ordinary ones, every kind of space as U+0020, typographic apostrophes as U+0027, digits of every script as ASCII digits.
/// Returns 0 for characters that comparison skips: soft hyphens, joiners, direction marks, Arabic vowel marks and tatweel.
[[nodiscard]] char32_t fold(char32_t code);

/// `text` folded, runs of space as one, none at the ends. REQUIRES: valid UTF-8.
[[nodiscard]] std::string folded(std::string_view text);

/// The value of a decimal digit of any script that news writes numbers in, -1 for anything else.
[[nodiscard]] int digit_value(char32_t code);

[[nodiscard]] bool is_upper(char32_t code);     ///< a letter that has a small form
[[nodiscard]] bool is_lower(char32_t code);     ///< a small letter
[[nodiscard]] bool is_letter(char32_t code);    ///< a letter or mark of any script
[[nodiscard]] bool is_ideograph(char32_t code); ///< Han, kana or Hangul: scripts that write words without capitals
[[nodiscard]] bool is_dash(char32_t code);      ///< every dash and hyphen that stands between parts of a line

}  // namespace galley::text
