#pragma once

#include "converters/pdf/shape/word_cache.h"

#include <cstdint>
#include <string_view>

namespace galley::pdf {

/// Chinese and Japanese signs of punctuation are as wide as a character, half of it blank. Where two meet, one of the
/// blanks is left out (JLREQ 3.1.4, CLREQ 3.1.6); at the ends of a line the blank hangs into the margin.

/// What is left out before and after a sign, in ems.
struct PunctuationGap {
    float before = 0;
    float after = 0;
};

/// A text and its language (BCP 47): commas and full stops of traditional Chinese stand in the middle.
struct PunctuatedText {
    std::string_view text;
    std::string_view language;
};

/// For the character at byte `at`, whose glyph is `glyph` of `part`.
[[nodiscard]] PunctuationGap gap_left_out(const PunctuatedText& in, std::uint32_t at, const ShapedGlyph& glyph,
                                          const ShapedPart& part);

/// All that is left out in `part` of the word that begins at byte `word`; in ems.
[[nodiscard]] float gaps_left_out(const PunctuatedText& in, std::uint32_t word, const ShapedPart& part,
                                  const WordCache& cache);

/// True for signs whose left, or right, half is blank when their glyph is as wide as a character.
[[nodiscard]] bool opens_with_blank(char32_t code);
[[nodiscard]] bool ends_in_blank(char32_t code, std::string_view language);

/// True when `glyph` is as wide as a character of Chinese.
[[nodiscard]] bool is_full_width(const ShapedGlyph& glyph, const ShapedPart& part);

}  // namespace galley::pdf
