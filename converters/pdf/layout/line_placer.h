#pragma once

#include "converters/pdf/layout/line_parts.h"
#include "converters/pdf/layout/paragraph_shape.h"
#include "converters/pdf/layout/placed_texts.h"
#include "converters/pdf/layout/punctuation_gaps.h"

#include <span>
#include <string>
#include <vector>

namespace galley::pdf {

/// Where a link leads, and what it says.
struct LinkTarget {
    std::string target;
    std::string contents;
};

/// Places the pieces of chosen lines: fills lines out, orders them for the eye (UAX #9, L2), and makes glyph runs of them.
/// Keeps its working memory from one line to the next; one thread.
class LinePlacer {
public:
    LinePlacer(const FontSet& fonts, WordCache& cache, PlacedDocument& placed, PlacedTexts& texts,
               const std::vector<LinkTarget>& link_targets)
        : cache_(cache), placed_(placed), texts_(texts), link_targets_(link_targets), line_(fonts, cache) {}

    /// What `begin_paragraph` gave must stay alive and unchanged until the next call of it.
    void begin_paragraph(const ParagraphText& paragraph, const ParagraphShape& shape, const std::vector<Piece>& pieces);

    /// The line from behind `from` (null: the paragraph's start) to `to`, where `end` is its candidate.
    [[nodiscard]] SetLine place(const Cut* from, const Cut& to, const BreakCandidate& end, bool first);

private:
    /// The glyphs of the run under way. The room is kept from one run to the next, so that glyphs are written once and copied once.
    class OpenGlyphs {
    public:
        void clear() { size_ = 0; }
        /// Places for `count` more, whatever is in them.
        std::span<PlacedGlyph> append(std::size_t count) {
            size_ += count;
            if (room_.size() < size_) {
                room_.resize(size_ * 2);
            }
            return std::span{room_}.subspan(size_ - count, count);
        }
        [[nodiscard]] std::span<const PlacedGlyph> all() const { return std::span{room_}.first(size_); }

    private:
        std::vector<PlacedGlyph> room_;
        std::size_t size_ = 0;
    };

    /// Glyphs of one face, in a part.
    struct Segment {
        std::uint32_t part = 0;
        const ShapedPart* shaped = nullptr;
        std::uint32_t begin = 0, end = 0;
        float x = 0;
        float scale = 0;                // points a font unit
        float widen = 0;                // added to the last glyph: the space it stands for is stretched
    };

    [[nodiscard]] float fill(const BreakCandidate& end, bool first, SetLine& line);
    void order_visually();
    void find_segments(float x);
    void emit_runs(SetLine& line);
    void emit_run(std::size_t begin, std::size_t end, SetLine& line);
    void emit_marks(const GlyphRun& run, const StyledRange& range, float width, SetLine& line) const;
    [[nodiscard]] PunctuatedText punctuated(const LinePart& part) const;
    void append_segment(const Segment& segment, const TextStyle& style, std::uint32_t text_begin);
    void append_hyphen(float size, std::uint32_t cluster);
    /// Clusters count from `text_offset` bytes before the segment's word.
    std::span<PlacedGlyph> append_glyphs(const Segment& segment, float tracking, std::uint32_t text_offset);
    [[nodiscard]] float shown_width(std::span<const Segment> segments, std::span<const PlacedGlyph> glyphs) const;
    [[nodiscard]] std::string_view text_of(const LinePart& part, std::uint32_t begin, std::uint32_t end);
    [[nodiscard]] std::uint32_t face_index(const Face& face);
    [[nodiscard]] bool joins(const Segment& left, const Segment& right) const;

    WordCache& cache_;
    PlacedDocument& placed_;
    PlacedTexts& texts_;
    const std::vector<LinkTarget>& link_targets_;
    const ParagraphText* paragraph_ = nullptr;
    const ParagraphShape* shape_ = nullptr;
    const std::vector<Piece>* pieces_ = nullptr;
    bool bidirectional_ = false;
    LineParts line_;
    std::vector<std::uint32_t> visual_;      // indexes of the line's parts from left to right
    std::vector<Segment> segments_;          // from left to right
    OpenGlyphs glyphs_;
};

}  // namespace galley::pdf
