#include "converters/pdf/shape/coverage.h"

#include "converters/pdf/shape/icu_edge.h"
#include "galley/utf8.h"

namespace galley::pdf {

bool is_wide_in_cjk(char32_t code) {
    return code == U'\u2018' || code == U'\u2019' || code == U'\u201C' || code == U'\u201D' || code == U'\u2014' ||
           code == U'\u2026';
}

bool is_shared_sign(char32_t code) {
    constexpr std::uint32_t common = 0x5A797979;  // Zyyy
    return !(code >= '0' && code <= '9') && script_of(code) == common;
}

char32_t lacking(std::string_view word, std::uint32_t begin, std::uint32_t end, const Face& face) {
    for (std::uint32_t at = begin; at < end;) {
        const auto [code, size] = utf8::at(word, at);
        if (!face.covers(code) && !is_invisible(code)) {
            return code;
        }
        at += size;
    }
    return 0;
}

const Face* one_foreign_face(std::string_view word, std::string_view language, FaceStyle style, const Face& primary,
                             const FontSet& fonts) {
    const auto size = static_cast<std::uint32_t>(word.size());
    const auto [sign, first] = utf8::at(word, 0);
    const char32_t lacked = is_shared_sign(sign) ? 0 : lacking(word, 0, first, primary);
    const Face* const face = lacked == 0 ? nullptr : fonts.fallback(lacked, language, style);
    if (face == nullptr || lacking(word, 0, size, *face) != 0) {
        return nullptr;
    }
    for (std::uint32_t at = first; at < size;) {
        const auto [code, length] = utf8::at(word, at);
        if (!is_shared_sign(code) && !is_invisible(code) && primary.covers(code)) {
            return nullptr;
        }
        at += length;
    }
    return face;
}

}  // namespace galley::pdf
