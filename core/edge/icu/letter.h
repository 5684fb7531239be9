#pragma once

namespace galley::icu {

/// What a character is in running text, by Unicode's general categories.
enum class CharacterKind : unsigned char {
    small_letter,
    capital_letter,
    other_letter,  ///< of a script without case
    mark,          ///< combining
    space,
    digit,
    punctuation,
    sign,  ///< of currency, mathematics and the like; controls of format, too
    control,
    unassigned  ///< or for private use
};

[[nodiscard]] CharacterKind kind_of(char32_t code);
[[nodiscard]] char32_t to_small(char32_t code);

}  // namespace galley::icu
