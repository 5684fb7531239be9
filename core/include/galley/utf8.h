#pragma once

#include "galley/export.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace GALLEY_API galley {
namespace utf8 {

/// Offset of the first byte of `bytes` that does not begin or continue a well-formed character (Unicode 15, table 3-7),
/// `npos` when all do.
[[nodiscard]] std::size_t find_invalid(std::string_view bytes);
[[nodiscard]] inline bool is_valid(std::string_view bytes) { return find_invalid(bytes) == std::string_view::npos; }

struct Character {
    char32_t code = 0;
    std::uint32_t size = 0;  ///< bytes, 1 to 4
};

/// `at` and `before` for what is not ASCII.
[[nodiscard]] Character long_character_at(std::string_view text, std::size_t offset);
[[nodiscard]] Character long_character_before(std::string_view text, std::size_t offset);

/// The character at `offset`. REQUIRES: valid UTF-8, `offset` at a character's first byte and before the end.
[[nodiscard]] inline Character at(std::string_view text, std::size_t offset) {
    const auto byte = static_cast<unsigned char>(text[offset]);
    return byte < 0x80 ? Character{byte, 1} : long_character_at(text, offset);
}

/// The character that ends at `offset`. REQUIRES: valid UTF-8, `offset` > 0 and at a boundary.
[[nodiscard]] inline Character before(std::string_view text, std::size_t offset) {
    const auto byte = static_cast<unsigned char>(text[offset - 1]);
    return byte < 0x80 ? Character{byte, 1} : long_character_before(text, offset);
}

void append(char32_t code, std::string& to);

[[nodiscard]] std::size_t count_characters(std::string_view text);

/// The longest start of `text` with at most `bytes` bytes that ends at a character's end.
[[nodiscard]] std::string_view prefix(std::string_view text, std::size_t bytes);

/// Unicode White_Space.
[[nodiscard]] bool is_space(char32_t code);

/// `text` without White_Space at both ends.
[[nodiscard]] std::string_view trim(std::string_view text);

/// C0 but tab and line ends, DEL, C1, and the 66 noncharacters: what XML 1.0 forbids or discourages and no copy means.
[[nodiscard]] bool is_control_or_noncharacter(char32_t code);

}  // namespace utf8
}  // namespace galley
