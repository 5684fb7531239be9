#pragma once

#include "converters/pdf/font/font_set.h"

#include <cstdint>
#include <string_view>

/// Which faces have what a word needs.
namespace galley::pdf {

/// Quotes, dashes and dots that Chinese and Japanese print as wide as a character, and Latin faces have narrow.
[[nodiscard]] bool is_wide_in_cjk(char32_t code);

/// Punctuation and signs that every script uses; digits are not among them.
[[nodiscard]] bool is_shared_sign(char32_t code);

/// The first character of bytes [begin, end) that `face` cannot set, 0 when it can set all.
[[nodiscard]] char32_t lacking(std::string_view word, std::uint32_t begin, std::uint32_t end, const Face& face);

/// The face for all of `word` where the primary face lacks its first character: words of other scripts need no closer
/// look. Null for all others.
[[nodiscard]] const Face* one_foreign_face(std::string_view word, std::string_view language, FaceStyle style,
                                           const Face& primary, const FontSet& fonts);

}  // namespace galley::pdf
