#pragma once

#include "galley/export.h"

#include <compare>
#include <cstdint>

namespace GALLEY_API galley {

/// A range of bytes in the source as it was received, before any decoding: [begin, end).
///
/// For a story inside a larger source (a mailbox, a newsMessage) the offsets count from the start of that source.
struct Span {
    std::uint64_t begin = 0;
    std::uint64_t end = 0;

    [[nodiscard]] constexpr std::uint64_t size() const { return end - begin; }
    [[nodiscard]] constexpr bool empty() const { return begin == end; }
    [[nodiscard]] constexpr bool contains(Span other) const { return begin <= other.begin && other.end <= end; }

    friend constexpr bool operator==(Span, Span) = default;
    friend constexpr auto operator<=>(Span, Span) = default;
};

}  // namespace galley
