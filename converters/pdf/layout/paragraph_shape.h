#pragma once

#include "converters/pdf/layout/placed_document.h"
#include "converters/pdf/layout/text_style.h"

#include <vector>

namespace galley::pdf {

/// The room a paragraph is set in. Lengths in points; x counts from the page's left edge.
struct ParagraphShape {
    float left = 0;
    float width = 0;
    float indent = 0;  ///< of the first line, at the side where lines start
    Alignment alignment = Alignment::justified;
    bool balanced = false;  ///< lines about equally long: headlines
};

/// A line with its items on baseline 0.
struct SetLine {
    std::vector<PlacedItem> items;
    float width = 0;           ///< what its text takes up, without the space at its end
    bool splits_word = false;  ///< its last item and the first of the next line are parts of one word
};

}  // namespace galley::pdf
