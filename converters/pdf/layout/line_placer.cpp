#include "converters/pdf/layout/line_placer.h"

#include "converters/pdf/layout/bidirectional_order.h"
#include "converters/pdf/layout/break_classes.h"
#include "converters/pdf/layout/glyph_spacing.h"
#include "converters/pdf/layout/hanging.h"
#include "galley/utf8.h"

#include <algorithm>
#include <span>
#include <utility>

namespace galley::pdf {

namespace {

constexpr std::string_view soft_hyphen = "\u00AD";

bool is_marked(const StyledRange& range) { return range.style.underline || range.style.strike || range.link >= 0; }

/// True when blanks where signs of punctuation meet are left out.
bool has_gaps(const Piece& piece) { return piece.left_out > 0; }

/// Clusters count from `offset` bytes before the text of the glyph's word.
PlacedGlyph placed_at_pen(const ShapedGlyph& glyph, float scale, float tracking, std::uint32_t offset) {
    return {.glyph = glyph.glyph,
            .advance = static_cast<float>(glyph.advance) * scale + tracking,
            .cluster = glyph.cluster + offset};
}

PlacedGlyph placed(const ShapedGlyph& glyph, float scale, float tracking, std::uint32_t offset) {
    PlacedGlyph at_pen = placed_at_pen(glyph, scale, tracking, offset);
    at_pen.x_offset = static_cast<float>(glyph.x_offset) * scale;
    at_pen.y_offset = static_cast<float>(glyph.y_offset) * scale;
    return at_pen;
}

float width_of(std::span<const PlacedGlyph> glyphs) {
    float width = 0;
    for (const PlacedGlyph& glyph : glyphs) {
        width += glyph.advance;
    }
    return width;
}

float scale_of(const ShapedPart& shaped, float size) {
    return size / static_cast<float>(shaped.face->metrics().units_per_em);
}

}  // namespace

void LinePlacer::begin_paragraph(const ParagraphText& paragraph, const ParagraphShape& shape,
                                 const std::vector<Piece>& pieces) {
    paragraph_ = &paragraph;
    shape_ = &shape;
    line_.begin_paragraph(paragraph, pieces);
    bidirectional_ =
        paragraph.right_to_left || std::ranges::any_of(pieces, [](const Piece& piece) { return piece.level != 0; });
}

SetLine LinePlacer::place(const Cut* from, const Cut& to, const BreakCandidate& end, bool first) {
    SetLine line;
    line_.take(from, to, end.hyphen);
    line.splits_word = line_.splits_word();
    const float x = fill(end, first, line);
    place_parts(x, line);
    return line;
}

/// Fills the line out and tells the x its leftmost part stands at.
float LinePlacer::fill(const BreakCandidate& end, bool first, SetLine& line) {
    const bool justified = shape_->alignment == Alignment::justified;
    float natural = 0, trailing = 0, stretch = 0, shrink = 0;
    LinePart* last = nullptr;
    for (LinePart& part : line_.parts()) {
        (part.trailing ? trailing : natural) += part.piece->width;
        stretch += part.stretch;
        shrink += part.shrink;
        last = part.trailing ? last : &part;
    }
    float hang_left = 0, hang_right = 0;
    if (last != nullptr) {
        // What follows the last part is no gap inside the line.
        stretch -= last->stretch;
        shrink -= last->shrink;
        last->stretch = last->shrink = 0;
        if (hangs(shape_->alignment) && !bidirectional_) {
            const LinePart& front = line_.parts().front();
            hang_left = front.torn_before ? 0.0F : left_hang(*paragraph_, *front.piece, cache_);
            hang_right = last->hyphen ? line_.hyphen_sign().ems * range_of(*last).style.size * right_hanging_share(U'-')
                         : last->torn_behind ? 0.0F
                                             : right_hang(*paragraph_, *last->piece, cache_);
        }
    }
    const float indent = first ? shape_->indent : 0;
    const float room = shape_->width - indent;
    float gap = room - natural + hang_left + hang_right;
    line.width = natural;
    if (justified && (gap < 0 ? shrink > 0 : stretch > 0 && !end.forced)) {
        const float ratio = gap < 0 ? std::max(gap / shrink, -1.0F) : gap / stretch;
        for (LinePart& part : line_.parts()) {
            part.stretch = ratio * (gap < 0 ? part.shrink : part.stretch);  // from here on: what is added to it
            line.width += part.stretch;
        }
        gap = 0;
    } else {
        for (LinePart& part : line_.parts()) {
            part.stretch = 0;
        }
    }
    const bool rightwards = !paragraph_->right_to_left;
    float x = shape_->left + (rightwards ? indent - hang_left : -trailing);
    switch (shape_->alignment) {
        case Alignment::justified:
        case Alignment::start: x += rightwards ? 0.0F : gap; break;
        case Alignment::centre: x += gap / 2; break;
        case Alignment::end: x += rightwards ? gap : 0.0F; break;
    }
    return x;
}

inline bool LinePlacer::goes_on(const LinePart& part, const ShapedPart& shaped) const {
    const Piece& piece = *part.piece;
    if (run_.part == nullptr || shaped.face != run_.face || piece.range != run_.range || part.level != run_.level ||
        part.broken || run_.part->broken) {
        return false;
    }
    return run_.leftwards ? piece.begin + shaped.end == run_.text_begin : piece.begin + shaped.begin == run_.text_end;
}

void LinePlacer::begin_run(const LinePart& part, const ShapedPart& shaped, float x) {
    glyphs_.clear();
    const Piece& piece = *part.piece;
    const TextStyle& style = range_of(part).style;
    run_ = {.part = &part,
            .face = shaped.face,
            .scale = scale_of(shaped, style.size),
            .tracking = style.tracking,
            .range = piece.range,
            .text_begin = piece.begin + shaped.begin,
            .text_end = piece.begin + shaped.end,
            .x = x,
            .level = part.level,
            .leftwards = (part.level & 1) != 0};
}

inline void LinePlacer::append_part(const LinePart& part, const ShapedPart& shaped, float widen_by) {
    const Piece& piece = *part.piece;
    // Where a run that goes to the left begins in the text is known at its end.
    const std::uint32_t offset = run_.leftwards ? piece.begin : piece.begin - run_.text_begin;
    (run_.leftwards ? run_.text_begin : run_.text_end) = piece.begin + (run_.leftwards ? shaped.begin : shaped.end);
    if (part.trailing) {
        run_.trailing += piece.width;
    }
    run_.plain = run_.plain && shaped.plain && !has_gaps(piece);
    const std::span<const ShapedGlyph> glyphs = cache_.glyphs(shaped);
    const std::span<PlacedGlyph> added = glyphs_.append(glyphs.size());
    // From the last one on: of the other way compilers make vector code, and words are too short to pay for it.
    for (std::size_t i = glyphs.size(); i-- > 0;) {
        added[i] = shaped.plain ? placed_at_pen(glyphs[i], run_.scale, run_.tracking, offset)
                                : placed(glyphs[i], run_.scale, run_.tracking, offset);
    }
    if (has_gaps(piece)) {
        leave_out_gaps(added, punctuated(part), piece.begin, shaped, cache_, range_of(part).style.size);
    }
    if (widen_by != 0 && !added.empty()) {
        widen(added, widen_by, joins_words(utf8::before(paragraph_->text, piece.begin + shaped.end).code));
    }
}

/// Gives where the next part stands.
inline float LinePlacer::place_part(const LinePart& part, float x, SetLine& line) {
    const Piece& piece = *part.piece;
    const auto shaped = cache_.parts(piece.word);
    const bool leftwards = (part.level & 1) != 0;
    float at = x;
    for (std::size_t i = 0; i < shaped.size(); ++i) {
        const ShapedPart& one = shaped[leftwards ? shaped.size() - 1 - i : i];
        if (!goes_on(part, one)) {
            end_run(line);
            begin_run(part, one, at);
        }
        const bool is_last = i + 1 == shaped.size();
        append_part(part, one, is_last ? part.stretch : 0.0F);
        if (is_last) {
            break;  // nearly all words are of one face, and where they end is known
        }
        at += static_cast<float>(one.advance) * run_.scale +
              run_.tracking * static_cast<float>(one.glyph_end - one.glyph_begin);
        if (has_gaps(piece)) {
            at -= gaps_left_out(punctuated(part), piece.begin, one, cache_) * range_of(part).style.size;
        }
    }
    return x + (piece.width + part.stretch);
}

/// Runs come in logical order, wherever they stand on the line.
void LinePlacer::place_parts(float x, SetLine& line) {
    constexpr std::size_t usual_items = 2;
    line.items.reserve(usual_items);
    if (bidirectional_) {
        order_visually(line_.parts(), visual_);
        for (const LinePart* const part : visual_) {
            x = place_part(*part, x, line);
        }
    } else {
        for (const LinePart& part : line_.parts()) {
            x = place_part(part, x, line);
        }
    }
    end_run(line);
    if (bidirectional_) {
        order_logically(paragraph_->text, line.items);
    }
}

void LinePlacer::append_hyphen(float size, std::uint32_t cluster) {
    const ShapedPart& sign = cache_.parts(line_.hyphen_sign()).front();
    run_.plain = run_.plain && sign.plain;
    const std::span<PlacedGlyph> added = glyphs_.append(cache_.glyphs(sign).size());
    std::ranges::transform(
        cache_.glyphs(sign), added.begin(),
        [scale = scale_of(sign, size)](const ShapedGlyph& glyph) { return placed(glyph, scale, 0, 0); });
    added.back().cluster = cluster;
}

std::string_view LinePlacer::text_of_run(const LinePart& first) {
    const std::string_view text = paragraph_->text.substr(run_.text_begin, run_.text_end - run_.text_begin);
    return first.hyphen ? texts_.keep(std::string{text}.append(soft_hyphen)) : text;
}

void LinePlacer::end_run(SetLine& line) {
    if (run_.part == nullptr) {
        return;
    }
    const LinePart& part = *std::exchange(run_.part, nullptr);
    const StyledRange& range = range_of(part);
    const std::string_view text = text_of_run(part);
    if (run_.leftwards) {
        for (PlacedGlyph& glyph : glyphs_.all()) {
            glyph.cluster -= run_.text_begin;
        }
    }
    if (part.hyphen) {
        append_hyphen(range.style.size, static_cast<std::uint32_t>(text.size() - soft_hyphen.size()));
    }
    const std::span<const PlacedGlyph> glyphs = glyphs_.all();
    if (glyphs.empty()) {
        return;
    }
    PlacedItem& item = line.items.emplace_back();
    // Made anew: assigned, the glyphs would leave the document's memory.
    item.what.emplace<GlyphRun>(GlyphRun{.face = face_index(*run_.face),
                                         .size = range.style.size,
                                         .x = run_.x,
                                         .baseline = range.style.rise,
                                         .colour = range.style.colour,
                                         .glyphs = {glyphs.begin(), glyphs.end(), placed_.memory.get()},
                                         .text = text,
                                         .right_to_left = run_.leftwards,
                                         .plain = run_.plain && !run_.leftwards});
    item.element = range.element;
    if (part.broken && part.word_end - part.word_begin <= longest_actual_text) {
        item.actual_text = paragraph_->text.substr(part.word_begin, part.word_end - part.word_begin);
    }
    const float width = is_marked(range) ? width_of(glyphs) - run_.trailing : 0.0F;
    if (width > 0) {
        // Not held across `push_back`: marks are items, too.
        const GlyphRun shown = {
            .size = range.style.size, .x = run_.x, .baseline = range.style.rise, .colour = range.style.colour};
        emit_marks(shown, range, width, line);
    }
}

/// Underlines, strokes and the area of a link.
void LinePlacer::emit_marks(const GlyphRun& run, const StyledRange& range, float width, SetLine& line) const {
    constexpr float underline_below = 0.12F, stroke_above = 0.26F, thickness = 0.055F, area_below = 0.25F,
                    area_height = 1.2F;
    const auto rule = [&](float above) {
        line.items.push_back({.what = PlacedRectangle{.x = run.x,
                                                      .y = run.baseline + above * run.size,
                                                      .width = width,
                                                      .height = thickness * run.size,
                                                      .colour = run.colour}});
    };
    if (range.style.underline) {
        rule(-underline_below);
    }
    if (range.style.strike) {
        rule(stroke_above);
    }
    if (range.link >= 0) {
        const LinkTarget& link = link_targets_[static_cast<std::size_t>(range.link)];
        line.items.push_back({.what = PlacedLink{.x = run.x,
                                                 .y = run.baseline - area_below * run.size,
                                                 .width = width,
                                                 .height = area_height * run.size,
                                                 .target = link.target,
                                                 .contents = link.contents},
                              .element = range.element});
    }
}

std::uint32_t LinePlacer::face_index(const Face& face) {
    for (std::size_t i = 0; i < placed_.faces.size(); ++i) {
        if (placed_.faces[i] == &face) {
            return static_cast<std::uint32_t>(i);
        }
    }
    placed_.faces.push_back(&face);
    return static_cast<std::uint32_t>(placed_.faces.size() - 1);
}

}  // namespace galley::pdf
