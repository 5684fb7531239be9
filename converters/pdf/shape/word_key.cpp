#include "converters/pdf/shape/word_key.h"

#include <algorithm>
#include <cstring>

namespace galley::pdf {

namespace {

/// The first `size` bytes of `at`, 1 to 8, in a number. Copies of a length that is known cost no call; they may
/// overlap.
std::uint64_t chunk_at(const char* at, std::size_t size) {
    if (size == 8) {
        std::uint64_t all = 0;
        std::memcpy(&all, at, 8);
        return all;
    }
    if (size >= 4) {
        std::uint32_t first = 0, last = 0;
        std::memcpy(&first, at, 4);
        std::memcpy(&last, at + size - 4, 4);
        return std::uint64_t{first} << 32 | last;
    }
    const auto byte = [&](std::size_t i) { return std::uint64_t{static_cast<unsigned char>(at[i])}; };
    return byte(0) << 16 | byte(size / 2) << 8 | byte(size - 1);
}

constexpr std::uint64_t multiplier = 0x9E3779B97F4A7C15u;

std::uint64_t mixed(std::uint64_t hash, std::uint64_t chunk) {
    hash = (hash ^ chunk) * multiplier;
    return hash ^ hash >> 29;
}

}  // namespace

WordKey::WordKey(std::string_view text, std::uint64_t style_number)
    : style(style_number),
      size(static_cast<std::uint32_t>(text.size())) {
    const std::size_t half = std::min<std::size_t>(text.size(), 8);
    if (half > 0) {
        first = chunk_at(text.data(), half);
    }
    if (text.size() > 8) {
        second = chunk_at(text.data() + 8, std::min<std::size_t>(text.size() - 8, 8));
    }
    for (std::size_t at = longest_short_text; at < text.size(); at += 8) {
        second = mixed(second, chunk_at(text.data() + at, std::min<std::size_t>(text.size() - at, 8)));
    }
}

std::uint64_t WordKey::hash() const {
    const std::uint64_t all = mixed(mixed(style * multiplier ^ size, first), second);
    return all ^ all >> 32;
}

}  // namespace galley::pdf
