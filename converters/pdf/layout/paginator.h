#pragma once

#include "converters/pdf/layout/placed_document.h"
#include "converters/pdf/layout/strip.h"
#include "galley/result.h"

#include <cstdint>
#include <vector>

namespace galley::pdf {

/// The part of a page that strips fill. Lengths in points.
struct PageFrame {
    float width = 0, height = 0;  ///< of the paper
    float top = 0;                ///< from the paper's upper edge to the first strip
    float bottom = 0;             ///< from its lower edge to the last one
    float grid = 0;
    std::uint32_t most_pages = 0;
};

/// Fills pages with `strips` in order, and moves their items there. Breaks where the least is lost: never where it is
/// forbidden while there is another way, rarely inside a word. Fails with `limit.pages`.
[[nodiscard]] Result<> paginate(std::vector<Strip>& strips, const PageFrame& frame, PlacedDocument& placed);

}  // namespace galley::pdf
