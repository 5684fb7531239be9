#pragma once

#include "galley/export.h"

#include <cstdint>

namespace GALLEY_API galley {

/// What a format's body can express. What it cannot, `lower` rewrites and says so.
enum class Feature : std::uint32_t {
    none = 0,
    headings = 1u << 0,
    lists = 1u << 1,
    quotes = 1u << 2,
    tables = 1u << 3,
    preformatted = 1u << 4,
    figures = 1u << 5,
    breaks = 1u << 6,
    notes = 1u << 7,
    emphasis = 1u << 8,
    links = 1u << 9,
    entities = 1u << 10,
    foreign = 1u << 11,
    line_breaks = 1u << 12,
    everything = (1u << 13) - 1
};

[[nodiscard]] constexpr Feature operator|(Feature left, Feature right) {
    return static_cast<Feature>(static_cast<std::uint32_t>(left) | static_cast<std::uint32_t>(right));
}

[[nodiscard]] constexpr bool has(Feature all, Feature one) {
    return (static_cast<std::uint32_t>(all) & static_cast<std::uint32_t>(one)) != 0;
}

}  // namespace galley
