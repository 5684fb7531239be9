#pragma once

#include "converters/text/lexicon.h"

#include <string_view>

namespace galley::text {

/// Small words inside the names of places, in capitals or not: "Rio de Janeiro", "RIO DE JANEIRO", "Frankfurt am Main".
[[nodiscard]] inline bool is_place_particle(std::string_view word, const Lexicon& lexicon) {
    const auto hit = lexicon.longest(word, 0, PhraseKind::place_particle);
    return hit && hit->end == word.size();
}

}  // namespace galley::text
