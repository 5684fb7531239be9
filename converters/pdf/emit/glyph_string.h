#pragma once

#include "converters/pdf/emit/embedded_font.h"
#include "converters/pdf/layout/placed_document.h"
#include "galley/result.h"

#include <cstdint>
#include <string>

namespace galley::pdf {

/// Appends the text-showing operators of `run` (ISO 32000-1, 9.4.3), with the codes that `font` gives its glyphs: advances
/// that differ from the font's widths as adjustments, glyphs above or below the line by text rise, and clusters whose glyphs
/// cannot each stand for a part of the text inside a span with ActualText.
///
/// REQUIRES: a text object is open, font, size and position are set. Fails with `pdf.notdef-glyph` when the run shows glyph 0
/// (ISO 19005-3, 6.2.11.8; validators do not see it), and `pdf.too-many-glyphs`.
[[nodiscard]] Result<> append_glyphs(const GlyphRun& run, EmbeddedFont& font, std::string& to);

}  // namespace galley::pdf
