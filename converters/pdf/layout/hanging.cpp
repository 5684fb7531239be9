#include "converters/pdf/layout/hanging.h"

#include "converters/pdf/layout/punctuation_gaps.h"
#include "galley/utf8.h"

namespace galley::pdf {

namespace {

constexpr float blank_share = 0.5F;  // of a full-width sign

float left_hanging_share(char32_t code) {
    return code == U'\u2018' || code == U'\u201C' || code == U'\'' || code == U'"' || code == U'\u201E' ? 0.4F : 0.0F;
}

float width_of(const ShapedGlyph& glyph, const ShapedPart& part, float size) {
    return static_cast<float>(glyph.advance) * size / static_cast<float>(part.face->metrics().units_per_em);
}

}  // namespace

float right_hanging_share(char32_t code) {
    switch (code) {
        case U'-':
        case U'\u2010': return 0.45F;
        case U'.':
        case U',': return 0.5F;
        case U':':
        case U';': return 0.25F;
        case U'\u2019':
        case U'\u201D':
        case U'\'':
        case U'"': return 0.45F;
        case U'\u2013':
        case U'\u2014': return 0.15F;
        default: return 0;
    }
}

float right_hang(const ParagraphText& paragraph, const Piece& piece, const WordCache& cache) {
    if (piece.kind != PieceKind::word || piece.word.part_begin == piece.word.part_end) {
        return 0;
    }
    const char32_t code = utf8::before(paragraph.text, piece.end).code;
    if (code < 0x80 && right_hanging_share(code) == 0) {
        return 0;
    }
    const ShapedPart& part = cache.parts(piece.word).back();
    const auto glyphs = cache.glyphs(part);
    const StyledRange& range = paragraph.ranges[piece.range];
    if (!glyphs.empty() && ends_in_blank(code, range.language) && is_full_width(glyphs.back(), part)) {
        const auto sign = static_cast<std::uint32_t>(piece.begin + glyphs.back().cluster);
        const float gone = gap_left_out({paragraph.text, range.language}, sign, glyphs.back(), part).after;
        return (blank_share - gone) * range.style.size;
    }
    const float share = right_hanging_share(code);
    return share == 0 || glyphs.empty()
               ? 0.0F
               : share * width_of(glyphs.back(), part, paragraph.ranges[piece.range].style.size);
}

float left_hang(const ParagraphText& paragraph, const Piece& piece, const WordCache& cache) {
    if (piece.kind != PieceKind::word || piece.word.part_begin == piece.word.part_end) {
        return 0;
    }
    const char32_t code = utf8::at(paragraph.text, piece.begin).code;
    if (code < 0x80 && left_hanging_share(code) == 0) {
        return 0;
    }
    const ShapedPart& part = cache.parts(piece.word).front();
    const auto glyphs = cache.glyphs(part);
    if (!glyphs.empty() && opens_with_blank(code) && is_full_width(glyphs.front(), part)) {
        return blank_share * paragraph.ranges[piece.range].style.size;
    }
    const float share = left_hanging_share(code);
    return share == 0 || glyphs.empty()
               ? 0.0F
               : share * width_of(glyphs.front(), part, paragraph.ranges[piece.range].style.size);
}

}  // namespace galley::pdf
