#pragma once

#include <span>
#include <string_view>

namespace galley {

/// How often one letter follows another in a language.
struct LetterPairs {
    std::string_view language;     ///< BCP 47
    std::u32string_view alphabet;  ///< small letters in order of their codes, after '_', the edge of a word
    std::string_view costs;  ///< a line for each letter, after an empty one: what it costs to have each letter follow
                             ///< it, in half bits, as digits 0 to 9 and A to Z
};

/// Languages that legacy encodings were made for. The data lives as long as the program.
[[nodiscard]] std::span<const LetterPairs> letter_pairs();

}  // namespace galley
