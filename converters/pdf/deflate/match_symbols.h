#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace galley::pdf {

/// How deflate writes the length of a match or its distance (RFC 1951, 3.2.5): a symbol, then `extra_bits` bits that
/// hold `extra`.
struct MatchSymbol {
    std::uint16_t symbol = 0;
    std::uint8_t extra_bits = 0;
    std::uint16_t extra = 0;
};

struct MatchLimits {
    static constexpr std::size_t shortest = 3, longest = 258, farthest = 32'768;
};

/// REQUIRES: 1 to 32,768. Two symbols share each number of extra bits, and the first four have none.
constexpr MatchSymbol distance_symbol(std::size_t distance) {
    const auto from_zero = static_cast<std::uint32_t>(distance - 1);
    const auto bits = static_cast<std::uint32_t>(std::bit_width(from_zero | 2)) - 2;
    return {static_cast<std::uint16_t>(2 * bits + (from_zero >> bits)), static_cast<std::uint8_t>(bits),
            static_cast<std::uint16_t>(from_zero & ((1u << bits) - 1))};
}

/// REQUIRES: 3 to 258. From the eighth on, four symbols share each number of extra bits; the longest has a symbol of
/// its own.
constexpr MatchSymbol length_symbol(std::size_t length) {
    constexpr std::uint16_t first = 257;
    if (length == MatchLimits::longest) {
        return {first + 28, 0, 0};
    }
    const auto from_zero = static_cast<std::uint32_t>(length - MatchLimits::shortest);
    if (from_zero < 8) {
        return {static_cast<std::uint16_t>(first + from_zero), 0, 0};
    }
    const auto bits = static_cast<std::uint32_t>(std::bit_width(from_zero)) - 3;
    return {static_cast<std::uint16_t>(first + 4 * bits + (from_zero >> bits)), static_cast<std::uint8_t>(bits),
            static_cast<std::uint16_t>(from_zero & ((1u << bits) - 1))};
}

}  // namespace galley::pdf
