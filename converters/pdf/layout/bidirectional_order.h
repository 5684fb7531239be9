#pragma once

#include "converters/pdf/layout/line_parts.h"
#include "converters/pdf/layout/placed_document.h"

#include <span>
#include <string_view>
#include <vector>

namespace galley::pdf {

/// The parts of a line from left to right (UAX #9, L2): from the highest level down, stretches at that level or above
/// are reversed. They are put into `visual`, which views them.
void order_visually(std::span<const LinePart> parts, std::vector<const LinePart*>& visual);

/// Items in the order in which they are read: that of what their runs show in `text`. Marks and links follow their run.
void order_logically(std::string_view text, std::vector<PlacedItem>& items);

}  // namespace galley::pdf
