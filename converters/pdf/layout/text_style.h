#pragma once

#include "converters/pdf/font/font_set.h"
#include "converters/pdf/font/harfbuzz_edge.h"
#include "converters/pdf/layout/placed_document.h"

#include <cstdint>

namespace galley::pdf {

/// How a stretch of text looks. Lengths in points.
struct TextStyle {
    FaceStyle face;
    Feature features = Feature::none;
    float size = 10;
    float rise = 0;      ///< of the baseline, for superscripts
    float tracking = 0;  ///< added after every glyph
    Colour colour;
    bool underline = false;
    bool strike = false;
    friend bool operator==(const TextStyle&, const TextStyle&) = default;
};

enum class Alignment : std::uint8_t { justified, start, centre, end };

}  // namespace galley::pdf
