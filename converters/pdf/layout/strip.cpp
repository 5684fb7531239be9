#include "converters/pdf/layout/strip.h"

#include "galley/overloaded.h"

namespace galley::pdf {

void move_item(PlacedItem& item, float up) {
    std::visit(
        Overloaded{[&](GlyphRun& run) { run.baseline += up; }, [&](PlacedRectangle& rectangle) { rectangle.y += up; },
                   [&](PlacedImage& image) { image.y += up; }, [&](PlacedLink& link) { link.y += up; }},
        item.what);
}

}  // namespace galley::pdf
