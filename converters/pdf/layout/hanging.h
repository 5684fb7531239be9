#pragma once

#include "converters/pdf/layout/paragraph_text.h"
#include "converters/pdf/layout/pieces.h"

namespace galley::pdf {

/// How much of a sign at the end of a justified line hangs into the margin, so that the edge looks straight: 0 to 1.
[[nodiscard]] float right_hanging_share(char32_t code);

/// False for the letters and digits that most words begin and end with: these hang nowhere. `byte` is a character's
/// first or last.
[[nodiscard]] constexpr bool may_hang(char byte) {
    return !((byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9'));
}

/// How far `piece`'s last sign hangs beyond the end of its line, and its first one before the start of it, in points.
[[nodiscard]] float right_hang(const ParagraphText& paragraph, const Piece& piece, const WordCache& cache);
[[nodiscard]] float left_hang(const ParagraphText& paragraph, const Piece& piece, const WordCache& cache);

/// Whether signs at the edges of such text hang into the margin.
[[nodiscard]] inline bool hangs(Alignment alignment) {
    return alignment == Alignment::justified || alignment == Alignment::start;
}

}  // namespace galley::pdf
