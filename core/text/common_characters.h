#pragma once

#include <span>
#include <string_view>

namespace galley {

/// The most common ideographs, or syllables, of a language, the most common first.
struct CommonCharacters {
    std::string_view language;
    std::u32string_view characters;
};

[[nodiscard]] std::span<const CommonCharacters> common_characters();

}  // namespace galley
