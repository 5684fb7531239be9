#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace galley::pdf {

/// What a literal string shows in a font of codes of two bytes.
struct LiteralCodes {
    std::size_t length = 0;              ///< of the string in its text, parentheses included
    std::size_t bytes = 0;               ///< that it stands for
    std::size_t least = 0, largest = 0;  ///< of its codes, where it has one
};

/// Reads the literal string (ISO 32000-1, 7.3.4.2) at the start of `text`. Nothing when it is not as Galley writes it:
/// with escapes by octal digits and the like, with parentheses within, or without an end.
[[nodiscard]] std::optional<LiteralCodes> read_literal_codes(std::string_view text);

/// What an array of literal strings and numbers shows in such a font, as TJ takes it (ISO 32000-1, 9.4.3).
struct ArrayCodes {
    std::size_t length = 0;  ///< of the array in its text, brackets included
    std::uint32_t largest_less_one =
        0;  ///< of its codes, where it has one; the largest number there is where one of them is 0
};

/// Reads the array at the start of `text`. Nothing when anything in it is unusual: see `read_literal_codes`, or when a
/// string has half a code or is longer than 32,767 bytes.
[[nodiscard]] std::optional<ArrayCodes> read_array_codes(std::string_view text);

}  // namespace galley::pdf
