#include "tests/unit/pdf/sample_pages.h"

#include "converters/pdf/font/harfbuzz_edge.h"

#include <algorithm>

namespace galley::pdf::testing {

void SamplePages::add_page() { placed.pages.push_back({.width = 595.28f, .height = 841.89f, .items = {}}); }

std::int32_t SamplePages::add_element(StructureType type, std::int32_t parent) {
    placed.elements.push_back(
        {.type = type, .parent = parent, .language = {}, .alternative = {}, .actual_text = {}, .title = {}});
    return static_cast<std::int32_t>(placed.elements.size()) - 1;
}

PlacedItem& SamplePages::add_line(const SampleLine& line, FaceStyle style) {
    return add_line(line, fonts_.face(style));
}

PlacedItem& SamplePages::add_line(const SampleLine& line, const Face& face) {
    const auto known = std::ranges::find(placed.faces, &face);
    const auto index = static_cast<std::uint32_t>(known - placed.faces.begin());
    if (known == placed.faces.end()) {
        placed.faces.push_back(&face);
    }
    kept_.push_back(std::make_unique<std::string>(line.text));

    std::uint32_t script = 0;
    for (const char c : line.script) {
        script = script << 8 | static_cast<unsigned char>(c);
    }
    std::vector<ShapedGlyph> shaped;
    shape({.face = &face,
           .text = *kept_.back(),
           .language = placed.language,
           .script = script,
           .right_to_left = line.right_to_left},
          shaped);

    GlyphRun run{.face = index,
                 .size = line.size,
                 .x = line.x,
                 .baseline = line.baseline,
                 .colour = {},
                 .glyphs = {},
                 .text = *kept_.back(),
                 .right_to_left = line.right_to_left};
    const float scale = line.size / static_cast<float>(face.metrics().units_per_em);
    for (const ShapedGlyph& glyph : shaped) {
        run.glyphs.push_back({.glyph = glyph.glyph,
                              .advance = static_cast<float>(glyph.advance) * scale,
                              .x_offset = static_cast<float>(glyph.x_offset) * scale,
                              .y_offset = static_cast<float>(glyph.y_offset) * scale,
                              .cluster = glyph.cluster});
    }
    auto& items = placed.pages.back().items;
    items.push_back({.what = std::move(run), .element = line.element, .actual_text = {}});
    return items.back();
}

}  // namespace galley::pdf::testing
