#pragma once

#include "converters/pdf/deflate/match_symbols.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <utility>

namespace galley::pdf {

/// Tells `to` what deflate makes of `bytes`, from the first to the last, and gives it back: `to.literal(byte)`, or
/// `to.match(length, distance)` for what stood before. It is a copy, so that its numbers stay in registers: bytes are
/// written, which might be anything for all the compiler knows. One place is looked at for each, the last with the same
/// hash of four bytes: what repeats itself as markup and page contents do is found so, with tables that stay in the
/// processor's first cache. REQUIRES: at most 65,535 bytes.
template <class To>
[[nodiscard]] To scan_matches(std::string_view bytes, To to) {
    constexpr std::size_t hashed = 4;
    constexpr unsigned hash_bits = 12;
    std::array<std::uint16_t, 1U << hash_bits> last{};  // 0 for none, which is a place like others: it is compared, too
    const char* const begin = bytes.data();
    const auto four_at = [begin](std::size_t at) {
        std::uint32_t four = 0;
        std::memcpy(&four, begin + at, sizeof four);
        return std::endian::native == std::endian::big ? __builtin_bswap32(four) : four;
    };
    const auto eight_at = [begin](std::size_t at) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, begin + at, sizeof eight);
        return std::endian::native == std::endian::big ? __builtin_bswap64(eight) : eight;
    };
    const auto place_of = [&last](std::uint32_t four) -> std::uint16_t& {
        return last[four * 2'654'435'761U >> (32 - hash_bits)];
    };
    const auto length_at = [&](std::size_t at, std::size_t before) {
        const std::size_t most = std::min(MatchLimits::longest, bytes.size() - at);
        std::size_t length = hashed;
        for (; length + sizeof(std::uint64_t) <= most; length += sizeof(std::uint64_t)) {
            if (const std::uint64_t other = eight_at(at + length) ^ eight_at(before + length); other != 0) {
                return length + static_cast<std::size_t>(std::countr_zero(other)) / 8;
            }
        }
        while (length < most && begin[at + length] == begin[before + length]) {
            ++length;
        }
        return length;
    };
    const std::size_t end = bytes.size() - std::min(bytes.size(), 2 * hashed - 1);
    std::size_t at = 0;
    if (end > 0) {
        to.literal(static_cast<unsigned char>(begin[at++]));
    }  // from here on all places lie before
    while (at < end) {
        const std::uint32_t four = four_at(at);
        const std::size_t before = std::exchange(place_of(four), static_cast<std::uint16_t>(at));
        if (four_at(before) != four || at - before > MatchLimits::farthest) {
            to.literal(static_cast<unsigned char>(begin[at++]));
            continue;
        }
        const std::size_t length = length_at(at, before);
        to.match(length, at - before);
        // Where the match begins and ends is remembered; between, too little is found for what it costs.
        place_of(four_at(at + 1)) = static_cast<std::uint16_t>(at + 1);
        at += length;
        if (at <= end) {
            place_of(four_at(at - 1)) = static_cast<std::uint16_t>(at - 1);
        }
    }
    for (; at < bytes.size(); ++at) {
        to.literal(static_cast<unsigned char>(begin[at]));
    }
    return to;
}

}  // namespace galley::pdf
