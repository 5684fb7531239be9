#pragma once

#include "converters/pdf/font/face.h"

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

struct hb_face_t;
struct hb_font_t;

namespace galley::pdf {

/// HarfBuzz's objects of one face, made immutable, so that any thread may use them.
struct FaceHandles {
    hb_face_t* face = nullptr;
    hb_font_t* font = nullptr;  ///< scaled to font units

    FaceHandles(std::string_view bytes, std::uint32_t index);
    ~FaceHandles();
    FaceHandles(const FaceHandles&) = delete;
    FaceHandles& operator=(const FaceHandles&) = delete;

    [[nodiscard]] std::string_view table(std::uint32_t tag) const;
    [[nodiscard]] bool has_substitution(std::uint32_t feature) const;
};

/// For subsetting: owned by the face, never to be destroyed.
[[nodiscard]] inline hb_face_t* harfbuzz_face(const Face& face) { return face.handles().face; }

/// OpenType features that styles switch on, as bits.
enum class Feature : std::uint8_t {
    none = 0,
    small_capitals = 1,     ///< smcp and c2sc; a face that lacks either sets letters as they are
    old_style_figures = 2,  ///< onum
    tabular_figures = 4,    ///< tnum
    capitals = 8            ///< none of the face's: letters are set as their capitals, and read as they are
};

[[nodiscard]] constexpr Feature operator|(Feature left, Feature right) {
    return static_cast<Feature>(static_cast<unsigned>(left) | static_cast<unsigned>(right));
}
[[nodiscard]] constexpr bool has(Feature all, Feature one) {
    return (static_cast<unsigned>(all) & static_cast<unsigned>(one)) != 0;
}

/// A glyph as the shaper gives it, in font units.
struct ShapedGlyph {
    std::uint16_t glyph = 0;
    bool breakable = true;      ///< the text may be cut before this glyph's cluster without shaping it anew
    std::uint32_t cluster = 0;  ///< byte of the text it begins to stand for
    std::int32_t advance = 0;
    std::int16_t x_offset = 0;
    std::int16_t y_offset = 0;
};

struct ShapeRequest {
    const Face* face = nullptr;
    std::string_view text;      ///< UTF-8
    std::string_view language;  ///< BCP 47; may be empty
    std::uint32_t script = 0;   ///< ISO 15924 tag, big-endian ("Latn"); 0: guess
    bool right_to_left = false;
    Feature features = Feature::none;
};

/// Appends the glyphs of `request`, in visual order. Characters without a glyph come as glyph 0; those that are never
/// seen (joiners, marks of direction) come as nothing or as an empty glyph.
void shape(const ShapeRequest& request, std::vector<ShapedGlyph>& to);

}  // namespace galley::pdf
