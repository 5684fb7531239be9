#include "converters/pdf/layout/punctuation_gaps.h"

#include "galley/utf8.h"

namespace galley::pdf {

namespace {

constexpr float half = 0.5F;

bool is_traditional(std::string_view language) {
    return language.starts_with("zh-Hant") || language.starts_with("zh-TW") || language.starts_with("zh-HK") ||
           language.starts_with("zh-MO");
}

}  // namespace

bool opens_with_blank(char32_t code) {
    switch (code) {
        case U'（':
        case U'「':
        case U'『':
        case U'【':
        case U'〔':
        case U'［':
        case U'｛':
        case U'〈':
        case U'《':
        case U'〖':
        case U'“':
        case U'‘': return true;
        default: return false;
    }
}

bool ends_in_blank(char32_t code, std::string_view language) {
    switch (code) {
        case U'）':
        case U'」':
        case U'』':
        case U'】':
        case U'〕':
        case U'］':
        case U'｝':
        case U'〉':
        case U'》':
        case U'〗':
        case U'”':
        case U'’': return true;
        case U'、':
        case U'。':
        case U'，':
        case U'．': return !is_traditional(language);
        default: return false;
    }
}

bool is_full_width(const ShapedGlyph& glyph, const ShapedPart& part) {
    return static_cast<float>(glyph.advance) > 0.9F * static_cast<float>(part.face->metrics().units_per_em);
}

PunctuationGap gap_left_out(const PunctuatedText& in, std::uint32_t at, const ShapedGlyph& glyph,
                            const ShapedPart& part) {
    PunctuationGap gap;
    const auto [code, size] = utf8::at(in.text, at);
    if (code < 0x2018 || !is_full_width(glyph, part)) {
        return gap;
    }
    if (opens_with_blank(code)) {
        gap.before = at > 0 && opens_with_blank(utf8::before(in.text, at).code) ? half : 0.0F;
    } else if (ends_in_blank(code, in.language) && at + size < in.text.size()) {
        const char32_t next = utf8::at(in.text, at + size).code;
        gap.after = opens_with_blank(next) || ends_in_blank(next, in.language) ? half : 0.0F;
    }
    return gap;
}

float gaps_left_out(const PunctuatedText& in, std::uint32_t word, const ShapedPart& part, const WordCache& cache) {
    float left_out = 0;
    for (const ShapedGlyph& glyph : cache.glyphs(part)) {
        const PunctuationGap gap = gap_left_out(in, word + glyph.cluster, glyph, part);
        left_out += gap.before + gap.after;
    }
    return left_out;
}

}  // namespace galley::pdf
