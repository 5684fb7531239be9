#pragma once

#include "converters/pdf/layout/placed_document.h"
#include "converters/pdf/layout/punctuation_gaps.h"

#include <cstdint>
#include <span>

namespace galley::pdf {

/// Adds `width` behind the last glyph, or, `spread`, a share of it behind every character. REQUIRES: there is a glyph.
void widen(std::span<PlacedGlyph> glyphs, float width, bool spread);

/// Leaves out the blanks where signs of punctuation meet. `glyphs` are those of `part`, of the word that begins at byte
/// `word`, as they were shaped, at `size`.
void leave_out_gaps(std::span<PlacedGlyph> glyphs, const PunctuatedText& in, std::uint32_t word, const ShapedPart& part,
                    const WordCache& cache, float size);

}  // namespace galley::pdf
