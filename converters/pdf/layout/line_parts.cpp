#include "converters/pdf/layout/line_parts.h"

#include "converters/pdf/layout/break_classes.h"
#include "galley/utf8.h"

#include <algorithm>

namespace galley::pdf {

void LineParts::begin_paragraph(const ParagraphText& paragraph, const std::vector<Piece>& pieces) {
    paragraph_ = &paragraph;
    pieces_ = &pieces;
}

void LineParts::take(const Cut* from, const Cut& to, bool hyphen) {
    collect(from, to, hyphen);
    mark_trailing_spaces();
    if (from != nullptr && is_torn_at(*from)) {
        mark_torn_word(byte_at(*from));
    }
    splits_word_ = is_torn_at(to);
    if (splits_word_) {
        mark_torn_word(byte_at(to));
    }
}

void LineParts::collect(const Cut* from, const Cut& to, bool hyphen) {
    parts_.clear();
    torn_count_ = 0;
    std::uint32_t piece = 0;
    std::uint32_t offset = 0;
    if (from != nullptr) {
        piece = from->offset != 0 ? from->piece : from->piece + 1;
        offset = from->offset;
    }
    for (; piece <= to.piece && piece < pieces_->size(); ++piece, offset = 0) {
        const Piece& whole = (*pieces_)[piece];
        if (whole.kind == PieceKind::line_break) {
            continue;
        }
        const bool cut = piece == to.piece && to.offset != 0;
        if (offset == 0 && !cut) {
            add_part(whole);
        } else {
            add_torn_part(whole, whole.begin + offset, cut ? whole.begin + to.offset : whole.end, cut && hyphen);
        }
    }
}

LinePart& LineParts::add_part(const Piece& piece) {
    LinePart& part = parts_.emplace_back();
    part.piece = &piece;
    part.stretch = piece.stretch;
    part.shrink = piece.shrink;
    part.level = piece.level;
    return part;
}

void LineParts::add_torn_part(const Piece& whole, std::uint32_t begin, std::uint32_t end, bool hyphen) {
    const WordStyle style = style_of(*paragraph_, whole, cache_);
    const TextStyle& look = paragraph_->ranges[whole.range].style;
    Piece& piece = torn_[torn_count_++];
    piece = whole;
    piece.begin = begin;
    piece.end = end;
    piece.left_out = 0;
    piece.word = cache_.find(paragraph_->text.substr(begin, end - begin), style, fonts_);
    piece.width = piece.word.ems * look.size;
    for (const ShapedPart& shaped : cache_.parts(piece.word)) {
        piece.width += look.tracking * static_cast<float>(shaped.glyph_end - shaped.glyph_begin);
    }
    if (hyphen) {
        hyphen_sign_ = cache_.find("-", style, fonts_);
        piece.width += hyphen_sign_.ems * look.size;
    }
    LinePart& part = add_part(piece);
    part.torn_before = begin != whole.begin;
    part.torn_behind = end != whole.end;
    part.hyphen = hyphen;
    part.broken = true;
    part.word_begin = whole.begin;
    part.word_end = whole.end;
}

/// UAX #9, L1: white space at a line's end has the paragraph's level.
void LineParts::mark_trailing_spaces() {
    for (std::size_t i = parts_.size(); i-- > 0 && parts_[i].piece->kind == PieceKind::space;) {
        parts_[i].trailing = true;
        parts_[i].stretch = parts_[i].shrink = 0;
        parts_[i].level = paragraph_->right_to_left ? 1 : 0;
    }
}

std::uint32_t LineParts::byte_at(const Cut& cut) const {
    const Piece& piece = (*pieces_)[cut.piece];
    return cut.offset != 0 ? piece.begin + cut.offset : piece.end;
}

/// True when a line that ends at `cut` tears a word that is written without spaces but read as one: inside a piece, or
/// behind a hyphen or a slash. Scripts that are set without spaces have no such words.
bool LineParts::is_torn_at(const Cut& cut) const {
    if (cut.offset != 0) {
        return true;
    }
    const std::size_t next = cut.piece + 1;
    return (*pieces_)[cut.piece].kind == PieceKind::word && next < pieces_->size() &&
           (*pieces_)[next].kind == PieceKind::word &&
           !is_set_without_spaces(utf8::before(paragraph_->text, (*pieces_)[cut.piece].end).code) &&
           !is_set_without_spaces(utf8::at(paragraph_->text, (*pieces_)[next].begin).code);
}

/// Marks the parts of the word around byte `at`, so that they can be read as the whole. Not where it is no word by its
/// length, or has several elements.
void LineParts::mark_torn_word(std::uint32_t at) {
    const std::string_view text = paragraph_->text;
    const auto is_gap = [&](std::size_t i) { return text[i] == ' ' || text[i] == '\n'; };
    std::uint32_t begin = at, end = at;
    while (begin > 0 && !is_gap(begin - 1) && at - begin <= longest_actual_text) {
        --begin;
    }
    while (end < text.size() && !is_gap(end) && end - begin <= longest_actual_text) {
        ++end;
    }
    const auto range = std::ranges::upper_bound(paragraph_->ranges, begin, {}, &StyledRange::end);
    if (end - begin > longest_actual_text || range == paragraph_->ranges.end() || range->end < end) {
        return;  // a part of a piece stays marked by its piece
    }
    for (LinePart& part : parts_) {
        if (part.piece->begin >= begin && part.piece->end <= end && !part.trailing) {
            part.broken = true;
            part.word_begin = begin;
            part.word_end = end;
        }
    }
}

}  // namespace galley::pdf
