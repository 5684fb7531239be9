#pragma once

#include "converters/text/lexicon.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace galley::text {

constexpr std::size_t longest_person_name = 60;  ///< bytes

/// Small words that stand inside names: "van", "de la".
[[nodiscard]] bool is_name_particle(std::string_view word, const Lexicon& lexicon);

/// "The Courier": an article with a capital, and a space behind it.
[[nodiscard]] bool begins_with_article(std::string_view text, const Lexicon& lexicon);

/// True when `text` can be the name of one person: two to five words, each with a capital or a particle, and none that
/// stands in nobody's name in `language`; or a few characters of a script without capitals. REQUIRES: valid UTF-8.
[[nodiscard]] bool is_person_name(std::string_view text, const Lexicon& lexicon, std::uint8_t language);

}  // namespace galley::text
