#pragma once

#include "galley/export.h"

#include <cstdint>

namespace GALLEY_API galley {

/// What one story may cost. A reader or writer that would exceed a limit fails with `limit.*` and publishes nothing.
struct Limits {
    std::uint64_t story_bytes = 256ull << 20;  ///< bytes of one story in its source
    std::uint64_t output_bytes = 1ull << 30;   ///< bytes of one output
    std::uint32_t blocks = 4'000'000;          ///< blocks of a document, those inside others included
    std::uint32_t depth = 64;                  ///< blocks inside blocks, inlines inside inlines, elements, collections
    std::uint32_t pages = 20'000;              ///< pages of one story
    std::uint32_t nesting = 4;                 ///< formats inside formats
    std::uint64_t expansion = 16;  ///< an alias or entity may multiply the input's size by this much at most
};

}  // namespace galley
