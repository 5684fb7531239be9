#pragma once

#include "converters/pdf/emit/embedded_font.h"
#include "converters/pdf/emit/structure_tree.h"
#include "converters/pdf/layout/placed_document.h"
#include "galley/result.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace galley::pdf {

/// What a page's content stream names and so its resource dictionary must hold, and its links.
struct PageContent {
    std::string operators;
    std::vector<std::uint32_t> faces;     ///< /Fn, ascending
    std::vector<std::uint32_t> pictures;  ///< /In: indexes into the document's resources, ascending
    std::vector<const PlacedItem*> links;
};

/// Writes the content of page `number` of `placed`: everything is either marked with the element it belongs to, which
/// `structure` takes, or an artifact (ISO 14289-1, 7.1). `fonts` has one font for each face. Fails as GlyphString.
[[nodiscard]] Result<PageContent> write_content(const PlacedPage& page, std::uint32_t number,
                                                std::span<EmbeddedFont> fonts, StructureTree& structure);

}  // namespace galley::pdf
