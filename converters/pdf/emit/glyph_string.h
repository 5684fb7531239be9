#pragma once

#include "converters/pdf/emit/embedded_font.h"
#include "converters/pdf/emit/text_stream.h"
#include "converters/pdf/layout/placed_document.h"
#include "galley/result.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace galley::pdf {

/// The glyphs of one run, where they stand, and which part of its text each stands for. Views the run, which must
/// outlive it.
///
/// What shows glyphs fails with `pdf.notdef-glyph` for glyph 0 (ISO 19005-3, 6.2.11.8; validators do not see it), and
/// with `pdf.too-many-glyphs`.
class GlyphString {
public:
    GlyphString(const GlyphRun& run, EmbeddedFont& font);

    [[nodiscard]] const GlyphRun& run() const { return *run_; }
    [[nodiscard]] EmbeddedFont& font() const { return *font_; }
    [[nodiscard]] std::size_t size() const { return run_->glyphs.size(); }

    /// Where a glyph stands, in thousandths of an em from the run's start; for `size()`, where the run ends.
    [[nodiscard]] std::int64_t start(std::size_t glyph) const { return starts_[glyph]; }

    /// The end of the cluster that begins with glyph `begin`.
    [[nodiscard]] std::size_t cluster_end(std::size_t begin) const;
    /// The start of the cluster that ends before glyph `end`.
    [[nodiscard]] std::size_t cluster_begin(std::size_t end) const;
    /// The text of the cluster of glyphs [begin, end): to the next cluster in logical order; what stands before the
    /// first one belongs to it.
    [[nodiscard]] std::string_view cluster_text(std::size_t begin, std::size_t end) const;
    [[nodiscard]] bool is_space(std::size_t glyph) const;

    /// Shows the glyphs [begin, end) of one cluster, each with its part of the text: one character each in reading
    /// order, the first taking what is left over; so the text comes out right whatever order the shaper drew the glyphs
    /// in. When there are fewer characters than glyphs, they stand for nothing.
    [[nodiscard]] Result<> show_cluster(std::size_t begin, std::size_t end, TextStream& to);

    /// Shows the glyphs [begin, end), whose text is said elsewhere.
    [[nodiscard]] Result<> show_covered(std::size_t begin, std::size_t end, TextStream& to);

private:
    [[nodiscard]] Result<> show(std::size_t index, std::uint16_t code, TextStream& to);

    const GlyphRun* run_;
    EmbeddedFont* font_;
    std::vector<std::int64_t> starts_;
};

/// True when the run's text goes from left to right, each glyph stands for a part of it, and all stand on the line
/// where the one before ends: as in most of the world's alphabets. Such a run is read from its glyphs by every program.
[[nodiscard]] bool is_plain(const GlyphRun& run);

/// Shows all glyphs of `run` as they come. Fails as GlyphString.
[[nodiscard]] Result<> show_run(const GlyphRun& run, EmbeddedFont& font, TextStream& to);

/// The same for a run that `is_plain`: most of the world's text.
[[nodiscard]] Result<> show_plain_run(const GlyphRun& run, EmbeddedFont& font, TextStream& to);

[[nodiscard]] Diagnostic too_many_glyphs();

}  // namespace galley::pdf
