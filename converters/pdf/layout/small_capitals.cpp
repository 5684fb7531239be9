#include "converters/pdf/layout/small_capitals.h"

#include "converters/pdf/shape/icu_edge.h"
#include "galley/utf8.h"

#include <algorithm>

namespace galley::pdf {

namespace {

// True small capitals stand a little above the small letters beside them; in faces that do not tell, as most faces have
// them.
constexpr float above_small_letters = 1.08F;
constexpr float usual_scale = 0.8F, smallest_scale = 0.7F, largest_scale = 0.88F;

float scale_of(const FaceMetrics& metrics) {
    if (metrics.x_height <= 0 || metrics.cap_height <= 0) {
        return usual_scale;
    }
    const float scale =
        above_small_letters * static_cast<float>(metrics.x_height) / static_cast<float>(metrics.cap_height);
    return std::clamp(scale, smallest_scale, largest_scale);
}

bool has_capitals(std::string_view text, std::string_view language, const Face& face) {
    std::u32string capitals;
    for (std::size_t at = 0; at < text.size();) {
        const auto [code, size] = utf8::at(text, at);
        at += size;
        if (!is_letter(code)) {
            continue;
        }
        capitals.clear();
        append_capitals(code, language, capitals);
        const bool has_case = capitals.size() != 1 || capitals.front() != code || to_lower(code) != code;
        if (!has_case || !std::ranges::all_of(capitals, [&](char32_t capital) { return face.covers(capital); })) {
            return false;
        }
    }
    return true;
}

}  // namespace

void set_small_capitals(ParagraphText& paragraph, const FontSet& fonts) {
    std::uint32_t begin = 0;
    for (StyledRange& range : paragraph.ranges) {
        const std::string_view text = paragraph.text.substr(begin, range.end - begin);
        begin = range.end;
        if (!has(range.style.features, Feature::small_capitals)) {
            continue;
        }
        const Face& face = fonts.face(range.style.face);
        if (!face.has_small_caps() && has_capitals(text, range.language, face)) {
            range.style.features = range.style.features | Feature::capitals;
            range.style.size *= scale_of(face.metrics());
        }
    }
}

}  // namespace galley::pdf
