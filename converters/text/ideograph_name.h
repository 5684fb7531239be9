#pragma once

#include "converters/text/lexicon.h"
#include "galley/contributor.h"

#include <cstdint>
#include <string_view>

namespace galley::text {

[[nodiscard]] constexpr bool is_hangul(char32_t code) { return code >= 0xAC00 && code <= 0xD7A3; }

/// Han, kana and Hangul have no capitals: what tells a name there are a family name before it, a title, a space, or a
/// paper's last word.

/// False for ideographs that nothing proves to be an author: "金融機関", "点击加载更多". True for everything in another
/// script.
[[nodiscard]] bool may_be_author(const Contributor& author, const Lexicon& lexicon, std::uint8_t language);

/// True when the last of `word`, not all of it, is what papers and services are called by: "毎日新聞", "한국일보".
[[nodiscard]] bool ends_in_media_word(std::string_view word, const Lexicon& lexicon, std::uint8_t language);

/// A family name, and as many characters behind it as given names of its kind have.
[[nodiscard]] bool is_name_of_ideographs(std::string_view name, const Lexicon& lexicon, std::uint8_t language);

/// True for several names with single spaces between them, each with a family name of its own: "严玉洁 王辉", but not
/// "大渡 美咲".
[[nodiscard]] bool are_names_of_ideographs(std::string_view text, const Lexicon& lexicon, std::uint8_t language);

}  // namespace galley::text
