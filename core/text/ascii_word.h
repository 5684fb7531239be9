#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace galley {

/// The ASCII letters that stand side by side from some place of a line on.
struct AsciiWord {
    std::size_t size = 0;
    std::uint64_t hash = 0;      ///< of the letters in any case
    bool inner_capital = false;  ///< a capital stands right behind a small letter: "BrownReuters"
};

namespace ascii_word {

constexpr std::uint64_t each_byte = 0x0101010101010101U;
constexpr std::uint64_t high_bits = 0x80 * each_byte;
constexpr std::uint64_t small_bits = 0x20 * each_byte;  // small letters have the bit, capitals have not

/// Eight bytes from `at` on, the first one lowest; zeros behind the end.
inline std::uint64_t bytes_at(std::string_view line, std::size_t at) {
    std::uint64_t bytes = 0;
    if (line.size() - at >= sizeof bytes) {
        std::memcpy(&bytes, line.data() + at, sizeof bytes);
    } else {
        std::memcpy(&bytes, line.data() + at, line.size() - at);
    }
    return std::endian::native == std::endian::big ? __builtin_bswap64(bytes) : bytes;
}

/// The high bit of each byte that is a letter.
constexpr std::uint64_t letters_of(std::uint64_t bytes) {
    const std::uint64_t folded = (bytes | small_bits) & ~high_bits;
    const std::uint64_t from_a = folded + (0x80 - 'a') * each_byte;
    const std::uint64_t behind_z = folded + (0x80 - 'z' - 1) * each_byte;
    return from_a & ~behind_z & ~bytes & high_bits;
}

}  // namespace ascii_word

/// How many small ASCII letters stand side by side from `at` on. REQUIRES: `at` is not behind the end.
inline std::size_t small_letters_at(std::string_view line, std::size_t at) {
    using namespace ascii_word;
    std::size_t size = 0;
    for (; at + size < line.size(); size += sizeof(std::uint64_t)) {
        const std::uint64_t bytes = bytes_at(line, at + size);
        const std::uint64_t others = ~(letters_of(bytes) & (bytes & small_bits) << 2U) & high_bits;
        if (others != 0) {
            return size + static_cast<std::size_t>(std::countr_zero(others)) / 8;
        }
    }
    return size;
}

/// Reads eight letters at a time. REQUIRES: `at` is not behind the end.
inline AsciiWord ascii_word_at(std::string_view line, std::size_t at) {
    using namespace ascii_word;
    constexpr std::uint64_t factor = 0x9E3779B97F4A7C15U;
    AsciiWord word;
    std::uint64_t small_before = 0;
    std::uint64_t inner_capitals = 0;
    while (at + word.size < line.size()) {
        const std::uint64_t bytes = bytes_at(line, at + word.size);
        const std::uint64_t others = ~letters_of(bytes) & high_bits;
        if ((others & 0x80U) != 0) {
            break;
        }
        const std::uint64_t mask =
            others == 0 ? ~std::uint64_t{0} : (others & (~others + 1)) / 0x80 - 1;  // the letters' bytes
        const std::uint64_t small = bytes & small_bits;
        inner_capitals |= (small << 8U | small_before) & ~bytes & mask;
        small_before = small >> 56U;
        word.hash = (word.hash ^ ((bytes | small_bits) & mask)) * factor;
        if (others != 0) {
            word.size += static_cast<std::size_t>(std::countr_zero(others)) / 8;
            break;
        }
        word.size += sizeof bytes;
    }
    word.inner_capital = inner_capitals != 0;
    return word;
}

}  // namespace galley
