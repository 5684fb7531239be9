#include "converters/pdf/layout/line_setter.h"

#include "converters/pdf/layout/balanced_lines.h"
#include "converters/pdf/layout/hanging.h"

#include <algorithm>
#include <limits>

namespace galley::pdf {

namespace {

constexpr double tolerance_without_hyphens = 1.25;
constexpr double tolerance_with_hyphens = 1.6;
constexpr double loose_tolerance = 3.5;  // before words are torn apart
constexpr double any_tolerance = std::numeric_limits<double>::infinity();
constexpr double ragged_stretch = 3.0;  // ems a ragged line may stay short without harm

}  // namespace

MissingCharacter LineSetter::set(const ParagraphText& paragraph, const ParagraphShape& shape,
                                 std::vector<SetLine>& lines) {
    MissingCharacter missing;
    if (paragraph.text.empty()) {
        return missing;
    }
    cache_.trim();
    pieces_.clear();
    cut_into_pieces(paragraph, fonts_, cache_, pieces_, missing);
    choose(paragraph, shape);
    placer_.begin_paragraph(paragraph, shape, pieces_);
    const Cut* from = nullptr;
    bool first = true;
    lines.reserve(lines.size() + chosen_.size());
    for (const std::uint32_t index : chosen_) {
        lines.push_back(placer_.place(from, cuts_[index], candidates_[index], first));
        from = &cuts_[index];
        first = false;
    }
    return missing;
}

void LineSetter::find(const ParagraphText& paragraph, const ParagraphShape& shape, bool hyphens, bool emergency) {
    const bool bidirectional =
        paragraph.right_to_left || std::ranges::any_of(pieces_, [](const Piece& piece) { return piece.level != 0; });
    find_candidates(paragraph, pieces_,
                    {.hyphens = hyphens,
                     .emergency = emergency,
                     .hanging = hangs(shape.alignment) && !bidirectional,
                     .room = shape.width},
                    fonts_, cache_, candidates_, cuts_);
    fall_back_ = fall_back_of(candidates_);
}

/// Hyphens only where the paragraph does not look well without them; words are torn apart only where nothing else fits.
void LineSetter::choose(const ParagraphText& paragraph, const ParagraphShape& shape) {
    const float size = paragraph.ranges.front().style.size;
    BreakSettings settings{.first_width = static_cast<double>(shape.width - shape.indent),
                           .width = static_cast<double>(shape.width),
                           .tolerance = tolerance_without_hyphens};
    if (shape.alignment != Alignment::justified) {
        settings.line_stretch = ragged_stretch * static_cast<double>(size);
        settings.tolerance = 3;
    }
    find(paragraph, shape, paragraph.hyphenate, false);
    bool done = break_lines(candidates_, fall_back_, settings, chosen_);
    if (!done && paragraph.hyphenate) {
        settings.with_spare = true;
        settings.tolerance = std::max(settings.tolerance, tolerance_with_hyphens);
        done = break_lines(candidates_, fall_back_, settings, chosen_);
    }
    if (!done) {
        settings.tolerance = std::max(settings.tolerance, loose_tolerance);
        done = break_lines(candidates_, fall_back_, settings, chosen_);
    }
    if (!done) {
        find(paragraph, shape, paragraph.hyphenate, true);
        settings.tolerance = any_tolerance;
        settings.last_resort = true;
        done = break_lines(candidates_, fall_back_, settings, chosen_);
    }
    if (shape.balanced) {
        balance_lines(candidates_, settings, chosen_);
    }
}

LineSetter::Extent LineSetter::measure(const ParagraphText& paragraph) {
    Extent extent;
    if (paragraph.text.empty()) {
        return extent;
    }
    cache_.trim();
    pieces_.clear();
    MissingCharacter missing;
    cut_into_pieces(paragraph, fonts_, cache_, pieces_, missing);
    float word = 0, line = 0;
    for (const Piece& piece : pieces_) {
        word = piece.kind == PieceKind::word ? word + piece.width : 0;
        line = piece.kind == PieceKind::line_break ? 0 : line + piece.width;
        extent.least = std::max(extent.least, word);
        extent.most = std::max(extent.most, line);
        word = piece.break_after ? 0 : word;
    }
    return extent;
}

}  // namespace galley::pdf
