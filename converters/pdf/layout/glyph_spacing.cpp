#include "converters/pdf/layout/glyph_spacing.h"

namespace galley::pdf {

void widen(std::span<PlacedGlyph> glyphs, float width, bool spread) {
    const auto ends_character = [&](std::size_t i) {
        return i + 1 == glyphs.size() || glyphs[i + 1].cluster != glyphs[i].cluster;
    };
    std::size_t characters = 0;
    for (std::size_t i = 0; spread && i < glyphs.size(); ++i) {
        characters += ends_character(i) ? 1u : 0u;
    }
    if (characters < 2) {
        glyphs.back().advance += width;
        return;
    }
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
        glyphs[i].advance += ends_character(i) ? width / static_cast<float>(characters) : 0.0F;
    }
}

void leave_out_gaps(std::span<PlacedGlyph> glyphs, const PunctuatedText& in, std::uint32_t word, const ShapedPart& part,
                    const WordCache& cache, float size) {
    const auto shaped = cache.glyphs(part);
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
        const PunctuationGap gap = gap_left_out(in, word + shaped[i].cluster, shaped[i], part);
        glyphs[i].x_offset -= gap.before * size;
        glyphs[i].advance -= (gap.before + gap.after) * size;
    }
}

}  // namespace galley::pdf
