#pragma once

#include "converters/pdf/layout/paragraph_text.h"
#include "converters/pdf/layout/pieces.h"

namespace galley::pdf {

/// How much of a sign at the end of a justified line hangs into the margin, so that the edge looks straight: 0 to 1.
[[nodiscard]] float right_hanging_share(char32_t code);

/// How far `piece`'s last sign hangs beyond the end of its line, and its first one before the start of it, in points.
[[nodiscard]] float right_hang(const ParagraphText& paragraph, const Piece& piece, const WordCache& cache);
[[nodiscard]] float left_hang(const ParagraphText& paragraph, const Piece& piece, const WordCache& cache);

/// Whether signs at the edges of such text hang into the margin.
[[nodiscard]] inline bool hangs(Alignment alignment) { return alignment == Alignment::justified || alignment == Alignment::start; }

}  // namespace galley::pdf
