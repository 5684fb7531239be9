#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace galley::pdf {

/// What a word is found by in a table: its style and its text. A short text is all there, and need not be looked up to
/// be compared.
struct WordKey {
    /// `style` has a number for all that shapes text in another way.
    WordKey(std::string_view text, std::uint64_t style);

    /// Fast and good enough for a table in memory; never reaches output.
    [[nodiscard]] std::uint64_t hash() const;
    /// True when texts with equal keys are equal.
    [[nodiscard]] bool tells_all() const { return size <= longest_short_text; }
    friend bool operator==(const WordKey&, const WordKey&) = default;

    static constexpr std::size_t longest_short_text = 16;

    std::uint64_t first = 0, second = 0;  ///< eight bytes each, or what longer texts were mixed to
    std::uint64_t style = 0;
    std::uint32_t size = 0;  ///< bytes
};

}  // namespace galley::pdf
