#include "converters/pdf/layout/line_placer.h"

#include "converters/pdf/layout/break_classes.h"
#include "converters/pdf/layout/glyph_spacing.h"
#include "converters/pdf/layout/hanging.h"
#include "galley/utf8.h"

#include <algorithm>
#include <span>

namespace galley::pdf {

namespace {

constexpr std::string_view soft_hyphen = "\u00AD";

bool is_marked(const StyledRange& range) { return range.style.underline || range.style.strike || range.link >= 0; }

float scale_of(const ShapedPart& shaped, float size) {
    return size / static_cast<float>(shaped.face->metrics().units_per_em);
}

}  // namespace

void LinePlacer::begin_paragraph(const ParagraphText& paragraph, const ParagraphShape& shape, const std::vector<Piece>& pieces) {
    paragraph_ = &paragraph;
    shape_ = &shape;
    pieces_ = &pieces;
    line_.begin_paragraph(paragraph, pieces);
    bidirectional_ = paragraph.right_to_left || std::ranges::any_of(pieces, [](const Piece& piece) { return piece.level != 0; });
}

SetLine LinePlacer::place(const Cut* from, const Cut& to, const BreakCandidate& end, bool first) {
    SetLine line;
    line_.take(from, to, end.hyphen);
    line.splits_word = line_.splits_word();
    const float x = fill(end, first, line);
    order_visually();
    find_segments(x);
    emit_runs(line);
    return line;
}

/// Fills the line out and tells the x its leftmost part stands at.
float LinePlacer::fill(const BreakCandidate& end, bool first, SetLine& line) {
    const bool justified = shape_->alignment == Alignment::justified;
    float natural = 0, trailing = 0, stretch = 0, shrink = 0;
    LinePart* last = nullptr;
    for (LinePart& part : line_.parts()) {
        (part.trailing ? trailing : natural) += part.width;
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
            hang_left = front.begin != (*pieces_)[front.piece].begin ? 0.0F : left_hang(*paragraph_, (*pieces_)[front.piece], cache_);
            const Piece& piece = (*pieces_)[last->piece];
            hang_right = last->hyphen ? line_.hyphen_sign().ems * paragraph_->ranges[piece.range].style.size * right_hanging_share(U'-')
                         : last->end != piece.end ? 0.0F : right_hang(*paragraph_, piece, cache_);
        }
    }
    const float indent = first ? shape_->indent : 0;
    const float room = shape_->width - indent;
    float gap = room - natural + hang_left + hang_right;
    line.width = natural;
    if (justified && (gap < 0 ? shrink > 0 : stretch > 0 && !end.forced)) {
        const float ratio = gap < 0 ? std::max(gap / shrink, -1.0F) : gap / stretch;
        for (LinePart& part : line_.parts()) {
            part.stretch = ratio * (gap < 0 ? part.shrink : part.stretch);      // from here on: what is added to it
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

/// UAX #9, L2: from the highest level down, stretches at that level or above are reversed.
void LinePlacer::order_visually() {
    visual_.resize(line_.parts().size());
    std::uint8_t highest = 0;
    for (std::uint32_t i = 0; i < line_.parts().size(); ++i) {
        visual_[i] = i;
        highest = std::max(highest, line_.parts()[i].level);
    }
    for (std::uint8_t level = highest; level > 0; --level) {
        for (std::size_t i = 0; i < visual_.size();) {
            std::size_t end = i;
            while (end < visual_.size() && line_.parts()[visual_[end]].level >= level) {
                ++end;
            }
            std::reverse(visual_.begin() + static_cast<std::ptrdiff_t>(i), visual_.begin() + static_cast<std::ptrdiff_t>(end));
            i = end + 1;
        }
    }
}

void LinePlacer::find_segments(float x) {
    segments_.clear();
    for (const std::uint32_t index : visual_) {
        LinePart& part = line_.parts()[index];
        part.x = x;
        const auto shaped = cache_.parts(part.word);
        const TextStyle& style = paragraph_->ranges[(*pieces_)[part.piece].range].style;
        const bool leftwards = (part.level & 1) != 0;
        float at = x;
        for (std::size_t i = 0; i < shaped.size(); ++i) {
            const ShapedPart& one = shaped[leftwards ? shaped.size() - 1 - i : i];
            Segment& segment = segments_.emplace_back();
            segment = {.part = index, .shaped = &one, .begin = part.begin + one.begin, .end = part.begin + one.end, .x = at,
                       .scale = scale_of(one, style.size)};
            at += static_cast<float>(one.advance) * segment.scale + style.tracking * static_cast<float>(one.glyph_end - one.glyph_begin);
            if (part.gaps) {
                at -= gaps_left_out(punctuated(part), part.begin, one, cache_) * style.size;
            }
        }
        if (!shaped.empty()) {
            segments_.back().widen = part.stretch;
        }
        x += part.width + part.stretch;
    }
}

bool LinePlacer::joins(const Segment& left, const Segment& right) const {
    const LinePart& one = line_.parts()[left.part];
    const LinePart& other = line_.parts()[right.part];
    if (left.shaped->face != right.shaped->face || one.level != other.level || one.broken || other.broken ||
        (*pieces_)[one.piece].range != (*pieces_)[other.piece].range) {
        return false;
    }
    return (one.level & 1) == 0 ? left.end == right.begin : right.end == left.begin;
}

/// Runs come in logical order, wherever they stand on the line.
void LinePlacer::emit_runs(SetLine& line) {
    constexpr std::size_t usual_items = 2;
    const std::size_t first_item = line.items.size();
    line.items.reserve(first_item + usual_items);
    for (std::size_t begin = 0; begin < segments_.size();) {
        std::size_t end = begin + 1;
        while (end < segments_.size() && joins(segments_[end - 1], segments_[end])) {
            ++end;
        }
        emit_run(begin, end, line);
        begin = end;
    }
    if (!bidirectional_) {
        return;
    }
    std::vector<std::pair<std::uint32_t, std::size_t>> order;
    std::uint32_t at = 0;
    for (std::size_t i = first_item; i < line.items.size(); ++i) {
        if (const auto* const run = std::get_if<GlyphRun>(&line.items[i].what)) {
            // Broken words have a text of their own; a line of two directions has none.
            const bool inside = run->text.data() >= paragraph_->text.data() &&
                                run->text.data() < paragraph_->text.data() + paragraph_->text.size();
            at = inside ? static_cast<std::uint32_t>(run->text.data() - paragraph_->text.data()) : at + 1;
        }
        order.emplace_back(at, i);      // marks and links follow their run
    }
    std::ranges::stable_sort(order, {}, &std::pair<std::uint32_t, std::size_t>::first);
    std::vector<PlacedItem> sorted;
    sorted.reserve(order.size());
    for (const auto& [text, index] : order) {
        sorted.push_back(std::move(line.items[index]));
    }
    line.items = std::move(sorted);
}

std::string_view LinePlacer::text_of(const LinePart& part, std::uint32_t begin, std::uint32_t end) {
    const std::string_view text = paragraph_->text.substr(begin, end - begin);
    if (!part.hyphen) {
        return text;
    }
    return texts_.keep(std::string{text}.append(soft_hyphen));
}

void LinePlacer::emit_run(std::size_t begin, std::size_t end, SetLine& line) {
    const LinePart& part = line_.parts()[segments_[begin].part];
    const Piece& piece = (*pieces_)[part.piece];
    const StyledRange& range = paragraph_->ranges[piece.range];
    const bool leftwards = (part.level & 1) != 0;

    const std::uint32_t text_begin = leftwards ? segments_[end - 1].begin : segments_[begin].begin;
    const std::uint32_t text_end = leftwards ? segments_[begin].end : segments_[end - 1].end;
    const std::string_view text = text_of(part, text_begin, text_end);
    glyphs_.clear();
    for (std::size_t i = begin; i < end; ++i) {
        append_segment(segments_[i], range.style, text_begin);
    }
    if (part.hyphen) {
        append_hyphen(range.style.size, static_cast<std::uint32_t>(text.size() - soft_hyphen.size()));
    }
    const std::span<const PlacedGlyph> glyphs = glyphs_.all();
    if (glyphs.empty()) {
        return;
    }
    const float width = is_marked(range) ? shown_width(std::span{segments_}.subspan(begin, end - begin), glyphs) : 0.0F;
    PlacedItem& item = line.items.emplace_back();
    // Made anew: assigned, the glyphs would leave the document's memory.
    item.what.emplace<GlyphRun>(GlyphRun{.face = face_index(*segments_[begin].shaped->face), .size = range.style.size, .x = segments_[begin].x,
                                         .baseline = range.style.rise, .colour = range.style.colour,
                                         .glyphs = {glyphs.begin(), glyphs.end(), placed_.memory.get()}, .text = text,
                                         .right_to_left = leftwards});
    item.element = range.element;
    if (part.broken && part.word_end - part.word_begin <= longest_actual_text) {
        item.actual_text = paragraph_->text.substr(part.word_begin, part.word_end - part.word_begin);
    }
    if (width > 0) {
        // Not held across `push_back`: marks are items, too.
        const GlyphRun shown = {.size = range.style.size, .x = segments_[begin].x, .baseline = range.style.rise,
                                .colour = range.style.colour};
        emit_marks(shown, range, width, line);
    }
}

PunctuatedText LinePlacer::punctuated(const LinePart& part) const {
    return {paragraph_->text, paragraph_->ranges[(*pieces_)[part.piece].range].language};
}

void LinePlacer::append_segment(const Segment& segment, const TextStyle& style, std::uint32_t text_begin) {
    const LinePart& part = line_.parts()[segment.part];
    const std::span<PlacedGlyph> added = append_glyphs(segment, style.tracking, part.begin - text_begin);
    if (part.gaps) {
        leave_out_gaps(added, punctuated(part), part.begin, *segment.shaped, cache_, style.size);
    }
    if (segment.widen != 0 && !added.empty()) {
        widen(added, segment.widen, joins_words(utf8::before(paragraph_->text, segment.end).code));
    }
}

void LinePlacer::append_hyphen(float size, std::uint32_t cluster) {
    const ShapedPart& sign = cache_.parts(line_.hyphen_sign()).front();
    append_glyphs({.shaped = &sign, .scale = scale_of(sign, size)}, 0, 0).back().cluster = cluster;
}

/// The width of `glyphs`, which are those of `segments`, without the space at the line's end.
float LinePlacer::shown_width(std::span<const Segment> segments, std::span<const PlacedGlyph> glyphs) const {
    float width = 0, trailing = 0;
    for (const PlacedGlyph& glyph : glyphs) {
        width += glyph.advance;
    }
    for (const Segment& segment : segments) {
        trailing += line_.parts()[segment.part].trailing ? line_.parts()[segment.part].width : 0.0F;
    }
    return width - trailing;
}

std::span<PlacedGlyph> LinePlacer::append_glyphs(const Segment& segment, float tracking, std::uint32_t text_offset) {
    const std::span<const ShapedGlyph> shaped = cache_.glyphs(*segment.shaped);
    const std::span<PlacedGlyph> placed = glyphs_.append(shaped.size());
    const float scale = segment.scale;
    for (std::size_t i = 0; i < shaped.size(); ++i) {
        const ShapedGlyph& glyph = shaped[i];
        placed[i] = {.glyph = glyph.glyph, .advance = static_cast<float>(glyph.advance) * scale + tracking,
                     .x_offset = static_cast<float>(glyph.x_offset) * scale, .y_offset = static_cast<float>(glyph.y_offset) * scale,
                     .cluster = glyph.cluster + text_offset};
    }
    return placed;
}

/// Underlines, strokes and the area of a link.
void LinePlacer::emit_marks(const GlyphRun& run, const StyledRange& range, float width, SetLine& line) const {
    constexpr float underline_below = 0.12F, stroke_above = 0.26F, thickness = 0.055F, area_below = 0.25F, area_height = 1.2F;
    const auto rule = [&](float above) {
        line.items.push_back({.what = PlacedRectangle{.x = run.x, .y = run.baseline + above * run.size, .width = width,
                                                      .height = thickness * run.size, .colour = run.colour}});
    };
    if (range.style.underline) {
        rule(-underline_below);
    }
    if (range.style.strike) {
        rule(stroke_above);
    }
    if (range.link >= 0) {
        const LinkTarget& link = link_targets_[static_cast<std::size_t>(range.link)];
        line.items.push_back({.what = PlacedLink{.x = run.x, .y = run.baseline - area_below * run.size, .width = width,
                                                 .height = area_height * run.size, .target = link.target,
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
