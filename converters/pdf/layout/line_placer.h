#pragma once

#include "converters/pdf/layout/line_parts.h"
#include "converters/pdf/layout/open_glyphs.h"
#include "converters/pdf/layout/paragraph_shape.h"
#include "converters/pdf/layout/placed_texts.h"
#include "converters/pdf/layout/punctuation_gaps.h"

#include <string>
#include <vector>

namespace galley::pdf {

/// Where a link leads, and what it says.
struct LinkTarget {
    std::string target;
    std::string contents;
};

/// Places the pieces of chosen lines: fills lines out, orders them for the eye (UAX #9, L2), and makes glyph runs of
/// them. Keeps its working memory from one line to the next; one thread.
class LinePlacer {
public:
    LinePlacer(const FontSet& fonts, WordCache& cache, PlacedDocument& placed, PlacedTexts& texts,
               const std::vector<LinkTarget>& link_targets)
        : cache_(cache),
          placed_(placed),
          texts_(texts),
          link_targets_(link_targets),
          line_(fonts, cache) {}

    /// What `begin_paragraph` gave must stay alive and unchanged until the next call of it.
    void begin_paragraph(const ParagraphText& paragraph, const ParagraphShape& shape, const std::vector<Piece>& pieces);

    /// The line from behind `from` (null: the paragraph's start) to `to`, where `end` is its candidate.
    [[nodiscard]] SetLine place(const Cut* from, const Cut& to, const BreakCandidate& end, bool first);

private:
    /// The run under way: neighbours that are of one face, level and style, and whose text goes on.
    struct OpenRun {
        const LinePart* part = nullptr;  // its first one; null: there is no run
        const Face* face = nullptr;
        float scale = 0;  // points a font unit
        float tracking = 0;
        std::uint32_t range = 0;
        std::uint32_t text_begin = 0, text_end = 0;
        float x = 0;
        float trailing = 0;  // width of the space at the line's end
        std::uint8_t level = 0;
        bool leftwards = false;
        bool plain = true;  // see `GlyphRun::plain`
    };

    [[nodiscard]] float fill(const BreakCandidate& end, bool first, SetLine& line);
    void place_parts(float x, SetLine& line);
    [[nodiscard]] float place_part(const LinePart& part, float x, SetLine& line);
    [[nodiscard]] bool goes_on(const LinePart& part, const ShapedPart& shaped) const;
    void begin_run(const LinePart& part, const ShapedPart& shaped, float x);
    void end_run(SetLine& line);
    void emit_marks(const GlyphRun& run, const StyledRange& range, float width, SetLine& line) const;
    [[nodiscard]] const StyledRange& range_of(const LinePart& part) const {
        return paragraph_->ranges[part.piece->range];
    }
    [[nodiscard]] PunctuatedText punctuated(const LinePart& part) const {
        return {paragraph_->text, range_of(part).language};
    }
    /// `widen` is added to the last glyph: the space it stands for is stretched.
    void append_part(const LinePart& part, const ShapedPart& shaped, float widen);
    void append_hyphen(float size, std::uint32_t cluster);
    [[nodiscard]] std::string_view text_of_run(const LinePart& first);
    [[nodiscard]] std::uint32_t face_index(const Face& face);

    WordCache& cache_;
    PlacedDocument& placed_;
    PlacedTexts& texts_;
    const std::vector<LinkTarget>& link_targets_;
    const ParagraphText* paragraph_ = nullptr;
    const ParagraphShape* shape_ = nullptr;
    bool bidirectional_ = false;
    LineParts line_;
    std::vector<const LinePart*> visual_;  // the line's parts from left to right
    OpenRun run_;
    OpenGlyphs glyphs_;  // of the run
};

}  // namespace galley::pdf
