#pragma once

#include <cstdint>
#include <memory>
#include <memory_resource>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace galley::pdf {

class Face;  // converters/pdf/font/face.h

/// sRGB, each 0 to 1.
struct Colour {
    float red = 0;
    float green = 0;
    float blue = 0;
    friend bool operator==(const Colour&, const Colour&) = default;
};

/// All lengths are in points; x grows to the right, y upwards, from the page's bottom left corner.
struct PlacedGlyph {
    std::uint32_t glyph = 0;  ///< in the face, never 0
    float advance = 0;        ///< along the line
    float x_offset = 0;
    float y_offset = 0;
    std::uint32_t cluster = 0;  ///< byte of `GlyphRun::text` that the glyph begins to stand for
};

/// Glyphs of one face, size and colour on one baseline, in visual order from left to right.
struct GlyphRun {
    std::uint32_t face = 0;  ///< index into `PlacedDocument::faces`
    float size = 0;
    float x = 0;
    float baseline = 0;
    Colour colour;
    std::pmr::vector<PlacedGlyph> glyphs{};  ///< in the memory of the placed document, where layout made it
    std::string_view text{};                 ///< UTF-8 in logical order; views `PlacedDocument::texts`
    bool right_to_left = false;
    bool plain = false;  ///< known to run to the right, every glyph at the pen, for text behind that of the one before
};

struct PlacedRectangle {
    float x = 0, y = 0, width = 0, height = 0;
    Colour colour;
};

struct PlacedImage {
    std::uint32_t resource = 0;  ///< index into the document's resources
    float x = 0, y = 0, width = 0, height = 0;
};

/// An area that leads to `target`; becomes a link annotation of its structure element.
struct PlacedLink {
    float x = 0, y = 0, width = 0, height = 0;
    std::string target{};    ///< URI
    std::string contents{};  ///< what the link says, for those who cannot see it
};

enum class ArtifactKind : std::uint8_t { pagination_header, pagination_footer, layout };

/// One thing on a page and what it belongs to. Items of one element that follow one another share a marked-content
/// sequence unless `actual_text` differs.
struct PlacedItem {
    std::variant<GlyphRun, PlacedRectangle, PlacedImage, PlacedLink> what{};
    std::int32_t element = -1;  ///< index into `PlacedDocument::elements`; -1: an artifact
    ArtifactKind artifact = ArtifactKind::layout;
    std::optional<std::string>
        actual_text{};  ///< the whole word where it is broken over lines; replaces the glyphs' text
};

struct PlacedPage {
    float width = 0;
    float height = 0;
    std::vector<PlacedItem> items;  ///< in reading order, artifacts first or last
};

/// ISO 32000-1, 14.8.4: standard structure types.
enum class StructureType : std::uint8_t {
    document,
    article,
    section,
    heading_1,
    heading_2,
    heading_3,
    heading_4,
    heading_5,
    heading_6,
    paragraph,
    span,
    quote,
    block_quote,
    caption,
    figure,
    list,
    list_item,
    label,
    list_body,
    table,
    table_row,
    table_header,
    table_cell,
    table_head,
    table_body,
    link,
    note,
    code
};

/// A node of the structure tree. The tree is listed in preorder; element 0 is the document.
struct StructureElement {
    StructureType type = StructureType::paragraph;
    std::int32_t parent = -1;
    std::string language{};     ///< BCP 47 where it differs from its parent's, else empty
    std::string alternative{};  ///< /Alt; figures must have one
    std::string actual_text{};
    std::string title{};
    std::uint16_t columns = 1;  ///< of a cell
    std::uint16_t rows = 1;
    bool ordered = false;  ///< of a list
};

struct OutlineEntry {
    std::string title;
    std::uint32_t page = 0;
    float top = 0;
    std::uint8_t level = 1;
};

/// A story set on pages: plain numbers, nothing of PDF's syntax. The emitter writes it; tests look at it.
struct PlacedDocument {
    static constexpr std::size_t first_memory = 32'768;  ///< bytes: the glyphs of half a page

    /// Where the glyphs of runs lie, given back all at once: so it comes before the pages. Never null.
    std::unique_ptr<std::pmr::monotonic_buffer_resource> memory =
        std::make_unique<std::pmr::monotonic_buffer_resource>(first_memory);
    std::vector<const Face*> faces;  ///< in the order of first use; owned by the font set
    std::vector<std::string> texts;  ///< what runs view; never changed after layout
    std::vector<PlacedPage> pages;
    std::vector<StructureElement> elements;
    std::vector<OutlineEntry> outline;
    std::string language;  ///< BCP 47, of the document
    bool right_to_left = false;
};

}  // namespace galley::pdf
