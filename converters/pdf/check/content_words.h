#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace galley::pdf {

/// What a byte of a page's content is (ISO 32000-1, 7.2.2).
enum class ContentCharacter : std::uint8_t { regular, number, white, delimiter };

/// A table, because every byte of every content stream is asked about.
inline constexpr auto content_characters = [] {
    std::array<ContentCharacter, 256> all{};
    for (const char c : std::string_view{"0123456789+-."}) {
        all[static_cast<unsigned char>(c)] = ContentCharacter::number;
    }
    for (const char c : std::string_view{" \n\r\t\f\0", 6}) {
        all[static_cast<unsigned char>(c)] = ContentCharacter::white;
    }
    for (const char c : std::string_view{"()<>[]{}/%"}) {
        all[static_cast<unsigned char>(c)] = ContentCharacter::delimiter;
    }
    return all;
}();
[[nodiscard]] inline ContentCharacter content_character(char c) {
    return content_characters[static_cast<unsigned char>(c)];
}

/// Bytes of the word that `text` begins with.
[[nodiscard]] inline std::size_t end_of_word(std::string_view text) {
    std::size_t size = 0;
    while (size < text.size() && content_character(text[size]) <= ContentCharacter::number) {
        ++size;
    }
    return size;
}

/// ISO 32000-1, 7.3.3; nothing here depends on what number it is.
[[nodiscard]] inline bool is_number(std::string_view word) {
    word.remove_prefix(word.starts_with('-') || word.starts_with('+') ? 1 : 0);
    std::size_t digits = 0, points = 0;
    for (const char c : word) {
        (c == '.' ? points : digits) += c == '.' || (c >= '0' && c <= '9') ? 1u : 0u;
    }
    return digits > 0 && points <= 1 && digits + points == word.size();
}

}  // namespace galley::pdf
