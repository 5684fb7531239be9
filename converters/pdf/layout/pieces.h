#pragma once

#include "converters/pdf/layout/paragraph_text.h"
#include "converters/pdf/shape/word_cache.h"

#include <cstdint>
#include <vector>

namespace galley::pdf {

enum class PieceKind : std::uint8_t { word, space, line_break };

/// How closely what stands before a place to break belongs to what follows. Known of texts whose phrases are kept
/// whole.
enum class Bond : std::uint8_t {
    loose,  ///< a space, a sign of punctuation
    word,   ///< a word ends, in a script that does not show it
    phrase  ///< a break would tear a word or a phrase
};

/// What a line is made of: a word, or as much of one as has one style and direction and no place to break, or a space.
struct Piece {
    std::uint32_t begin = 0, end = 0;  ///< bytes of the paragraph
    std::uint32_t range = 0;           ///< index into `ParagraphText::ranges`
    PieceKind kind = PieceKind::word;
    std::uint8_t level = 0;    ///< UAX #9: odd from right to left
    bool break_after = false;  ///< a line may end after it (for a space: at it)
    Bond bond = Bond::loose;   ///< of the break after it
    float width = 0;
    float stretch = 0;  ///< how much wider, and narrower, it may become to fill its line
    float shrink = 0;
    float left_out = 0;  ///< of the width of its glyphs: blanks where signs of punctuation meet
    ShapedWord word{};
};

/// A character that no font has, and where.
struct MissingCharacter {
    char32_t code = 0;
    std::uint32_t at = 0;
};

/// Cuts `paragraph` into pieces, in logical order, and shapes them. `missing` tells the first character without a
/// glyph, if any; a substitute stands for each.
void cut_into_pieces(const ParagraphText& paragraph, const FontSet& fonts, WordCache& cache, std::vector<Piece>& pieces,
                     MissingCharacter& missing);

}  // namespace galley::pdf
