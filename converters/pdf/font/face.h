#pragma once

#include "galley/result.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace galley::pdf {

/// How a face describes its outlines: the OpenType table that holds them.
enum class Outlines : std::uint8_t { glyf, cff };

/// What a font descriptor (ISO 32000-1, 9.8) and a typesetter ask of a face. Lengths are in font units.
struct FaceMetrics {
    std::uint16_t units_per_em = 1000;
    std::int16_t ascent = 0;
    std::int16_t descent = 0;  ///< below the baseline, negative
    std::int16_t cap_height = 0;
    std::int16_t x_height = 0;
    std::int16_t x_min = 0, y_min = 0, x_max = 0, y_max = 0;  ///< box around all glyphs
    std::int16_t underline_position = 0;
    std::int16_t underline_thickness = 0;
    std::uint16_t stem_width = 0;  ///< of dominant vertical stems, estimated from the weight
    std::uint16_t weight = 400;    ///< 100 to 900
    double italic_angle = 0;       ///< degrees counter-clockwise from the vertical: negative for italics
    bool fixed_pitch = false;
};

struct FaceHandles;

/// One face of one font file, ready to be measured, shaped with and embedded. Immutable and thread-safe once made.
class Face {
public:
    /// Reads the face number `index` of the font or collection in `bytes`, which must outlive it. `path` is for
    /// messages. Fails with `pdf.unusable-font` when it is no OpenType font with outlines, and with
    /// `pdf.font-not-embeddable` when its licence bits (OS/2 fsType) forbid embedding.
    [[nodiscard]] static Result<std::unique_ptr<const Face>> create(std::string path, std::string_view bytes,
                                                                    std::uint32_t index);
    ~Face();
    Face(const Face&) = delete;
    Face& operator=(const Face&) = delete;

    /// Tells faces of one process apart, whatever set they belong to. Never reaches output.
    [[nodiscard]] std::uint64_t serial() const { return serial_; }

    [[nodiscard]] const std::string& path() const { return path_; }
    [[nodiscard]] const std::string& family() const { return family_; }
    [[nodiscard]] const std::string& postscript_name() const { return postscript_name_; }

    /// The whole file, and the face's number in it (0 but in collections).
    [[nodiscard]] std::string_view bytes() const { return bytes_; }
    [[nodiscard]] std::uint32_t index() const { return index_; }

    /// The bytes of the table `tag` ("glyf"), empty when there is none.
    [[nodiscard]] std::string_view table(const char (&tag)[5]) const;

    [[nodiscard]] Outlines outlines() const { return outlines_; }
    [[nodiscard]] const FaceMetrics& metrics() const { return metrics_; }
    [[nodiscard]] std::uint32_t glyph_count() const { return glyph_count_; }

    /// The nominal glyph of a character, 0 when the face has none.
    [[nodiscard]] std::uint32_t glyph(char32_t code) const;
    [[nodiscard]] bool covers(char32_t code) const { return glyph(code) != 0; }

    /// Horizontal advance of a glyph in font units.
    [[nodiscard]] std::uint32_t advance(std::uint32_t glyph) const;

    /// True when it has true small capitals, for small letters and for capitals (features smcp and c2sc).
    [[nodiscard]] bool has_small_caps() const { return has_small_caps_; }

    /// For harfbuzz_edge alone.
    [[nodiscard]] const FaceHandles& handles() const { return *handles_; }

private:
    Face(std::string path, std::string_view bytes, std::uint32_t index);
    [[nodiscard]] Result<> read_tables();
    void read_names();
    void read_metrics();
    void read_advances();

    std::uint64_t serial_;
    std::string path_;
    std::string_view bytes_;
    std::uint32_t index_;
    std::unique_ptr<FaceHandles> handles_;
    std::string family_;
    std::string postscript_name_;
    Outlines outlines_ = Outlines::glyf;
    FaceMetrics metrics_;
    std::string_view advances_;        ///< hmtx, where it holds every glyph and nothing varies; else empty
    std::uint32_t advance_count_ = 0;  ///< advances there; glyphs behind have the last one
    std::uint32_t glyph_count_ = 0;
    bool has_small_caps_ = false;
};

}  // namespace galley::pdf
