#include "converters/pdf/layout/pieces.h"

#include "converters/pdf/layout/break_classes.h"
#include "converters/pdf/layout/punctuation_gaps.h"
#include "converters/pdf/shape/icu_edge.h"
#include "galley/utf8.h"

#include <algorithm>
#include <array>
#include <optional>

namespace galley::pdf {

namespace {

// TeX's proportions for text faces: a space of a third of an em grows by half of itself and shrinks by a third.
constexpr float space_stretch = 0.5F;
constexpr float space_shrink = 0.33F;
// Between characters of scripts that have no spaces, in ems.
constexpr float inter_character_stretch = 0.12F;
constexpr float inter_character_shrink = 0.01F;
// Where words are not parted by spaces, filling a line must not show where they end: every glyph takes its share.
constexpr float inter_glyph_stretch = 0.022F;

// Nothing that is longer is a word; shorter pieces keep the cost of measuring parts of one bounded.
constexpr std::uint32_t longest_piece = 240;

/// Bytes that a space or a line's end may begin with.
constexpr auto may_end_word = [] {
    std::array<bool, 256> all{};
    all['\n'] = all[' '] = all[0xC2] = true;
    return all;
}();

class PieceCutter {
public:
    PieceCutter(const ParagraphText& paragraph, const FontSet& fonts, WordCache& cache, std::vector<Piece>& pieces,
                MissingCharacter& missing)
        : paragraph_(paragraph),
          text_(paragraph.text),
          fonts_(fonts),
          cache_(cache),
          pieces_(pieces),
          missing_(missing) {}

    void run() {
        if (paragraph_.right_to_left || may_hold_right_to_left(text_)) {
            find_levels(text_, paragraph_.right_to_left, levels_);
        }
        enter_range();
        constexpr std::size_t bytes_a_piece = 3;
        pieces_.reserve(text_.size() / bytes_a_piece);
        std::uint32_t at = 0;
        const auto size = static_cast<std::uint32_t>(text_.size());
        while (at < size) {
            if (text_[at] == '\n') {
                push({.begin = at, .end = at + 1, .kind = PieceKind::line_break, .level = paragraph_level()});
                ++at;
            } else if (const std::uint32_t space = space_at(at)) {
                add_space(at, at + space);
                at += space;
            } else {
                const std::uint32_t end = end_of_word(at);
                add_word(at, end);
                at = end;
            }
        }
    }

private:
    [[nodiscard]] std::uint8_t paragraph_level() const { return paragraph_.right_to_left ? 1 : 0; }

    /// Bytes of the space at `at`: U+0020 or U+00A0; 0 when there is none.
    [[nodiscard]] std::uint32_t space_at(std::uint32_t at) const {
        if (text_[at] == ' ') {
            return 1;
        }
        return text_[at] == '\xC2' && at + 1 < text_.size() && text_[at + 1] == '\xA0' ? 2 : 0;
    }

    /// Where the next space or line end is, or the end of all.
    [[nodiscard]] std::uint32_t end_of_word(std::uint32_t at) const {
        const auto size = static_cast<std::uint32_t>(text_.size());
        for (; at < size; ++at) {
            if (may_end_word[static_cast<unsigned char>(text_[at])] && (text_[at] == '\n' || space_at(at) != 0)) {
                break;
            }
        }
        return at;
    }

    void enter_range() {
        const StyledRange& range = paragraph_.ranges[range_];
        word_style_ = {
            .face = range.style.face, .features = range.style.features, .language = cache_.language(range.language)};
    }

    void move_to(std::uint32_t at) {
        if (at < same_until_) {
            return;
        }
        bool moved = false;
        while (range_ + 1 < paragraph_.ranges.size() && paragraph_.ranges[range_].end <= at) {
            ++range_;
            moved = true;
        }
        if (moved) {
            enter_range();
        }
        while (level_ + 1 < levels_.size() && levels_[level_].end <= at) {
            ++level_;
        }
        same_until_ = paragraph_.ranges[range_].end;
        if (!levels_.empty()) {
            same_until_ = std::min(same_until_, levels_[level_].end);
            direction_ = levels_[level_].level;
        }
        word_style_.right_to_left = (direction_ & 1) != 0;
    }

    void push(const Piece& piece) {
        pieces_.push_back(piece);
        pieces_.back().range = static_cast<std::uint32_t>(range_);
    }

    /// One piece of one range and level. REQUIRES: `move_to(begin)`.
    Piece& add_piece(std::uint32_t begin, std::uint32_t end, PieceKind kind) {
        return add_piece(begin, end, kind, cache_.find(text_.substr(begin, end - begin), word_style_, fonts_));
    }

    Piece& add_piece(std::uint32_t begin, std::uint32_t end, PieceKind kind, const ShapedWord& word) {
        if (word.missing != 0 && missing_.code == 0) {
            missing_ = {word.missing, begin + word.missing_at};
        }
        const TextStyle& style = paragraph_.ranges[range_].style;
        float width = word.ems * style.size;
        if (style.tracking != 0) {
            for (const ShapedPart& part : cache_.parts(word)) {
                width += style.tracking * static_cast<float>(part.glyph_end - part.glyph_begin);
            }
        }
        Piece& piece = pieces_.emplace_back();
        piece.begin = begin;
        piece.end = end;
        piece.range = static_cast<std::uint32_t>(range_);
        piece.kind = kind;
        piece.level = direction_;
        piece.width = width;
        piece.word = word;
        return piece;
    }

    /// The face of the last word, null at a range's start: a space behind it is set in that, so that a line of one
    /// script is of one face.
    [[nodiscard]] const Face* face_before() const {
        if (pieces_.empty() || pieces_.back().kind != PieceKind::word || pieces_.back().range != range_ ||
            pieces_.back().word.part_begin == pieces_.back().word.part_end) {
            return nullptr;
        }
        return cache_.parts(pieces_.back().word).back().face;
    }

    /// Every second piece is a space like the one before it.
    Piece& repeat_space(std::uint32_t begin, std::uint32_t end, const Face* face) {
        if (space_ && space_face_ == face && space_->range == range_ && space_->level == direction_ &&
            space_->end - space_->begin == end - begin) {
            space_->begin = begin;
            space_->end = end;
            push(*space_);
            return pieces_.back();
        }
        word_style_.preferred = face != nullptr && face->covers(U' ') ? face : nullptr;
        Piece& space = add_piece(begin, end, PieceKind::space);
        word_style_.preferred = nullptr;
        space.stretch = space.width * space_stretch;
        space.shrink = space.width * space_shrink;
        space_ = space;
        space_face_ = face;
        return space;
    }

    void add_space(std::uint32_t begin, std::uint32_t end) {
        move_to(begin);
        Piece& space = repeat_space(begin, end, face_before());
        const bool no_break_space = end - begin == 2;
        space.break_after = !no_break_space && may_break_at_space(text_.substr(0, begin), text_.substr(end),
                                                                  paragraph_.ranges[range_].language);
    }

    void add_word(std::uint32_t begin, std::uint32_t end) {
        move_to(begin);
        const std::string_view word = text_.substr(begin, end - begin);
        if (end <= same_until_ && add_whole_word(begin, end)) {
            return;
        }
        breaks_.clear();
        phrases_.clear();
        if (!never_breaks_inside(word)) {
            find_line_breaks(word, paragraph_.ranges[range_].language, breaks_);
        }
        if (paragraph_.keep_phrases && !breaks_.empty()) {
            find_phrases(word, paragraph_.ranges[range_].language, phrases_);
        }
        add_parts(begin, end);
    }

    /// Adds [begin, end), unless it may be broken. Words met before are not asked again.
    bool add_whole_word(std::uint32_t begin, std::uint32_t end) {
        const std::string_view word = text_.substr(begin, end - begin);
        if (const ShapedWord* const known = cache_.find_whole(word, word_style_, fonts_)) {
            add_piece(begin, end, PieceKind::word, *known);
            return true;
        }
        if (word.size() > longest_piece || !never_breaks_inside(word)) {
            return false;
        }
        cache_.set_whole(add_piece(begin, end, PieceKind::word).word);
        return true;
    }

    /// Cuts [begin, end) at `breaks_` and where range or level change.
    void add_parts(std::uint32_t begin, std::uint32_t end) {
        std::size_t next_break = 0;
        const std::uint32_t word_begin = begin;
        while (begin < end) {
            move_to(begin);
            std::uint32_t cut = std::min(end, paragraph_.ranges[range_].end);
            if (!levels_.empty()) {
                cut = std::min(cut, levels_[level_].end);
            }
            bool breaks = false;
            if (next_break < breaks_.size() && word_begin + breaks_[next_break] <= cut) {
                cut = word_begin + breaks_[next_break++];
                breaks = true;
            }
            if (cut - begin > longest_piece) {
                next_break -= breaks ? 1u : 0u;
                breaks = false;
                cut = begin + static_cast<std::uint32_t>(utf8::prefix(text_.substr(begin), longest_piece).size());
            }
            Piece& piece = add_piece(begin, cut, PieceKind::word);
            piece.break_after = breaks;
            leave_out_gaps(piece);
            const char32_t last = utf8::before(text_, cut).code;
            const float size = paragraph_.ranges[range_].style.size;
            if (joins_words(last)) {
                for (const ShapedPart& part : cache_.parts(piece.word)) {
                    piece.stretch += inter_glyph_stretch * size * static_cast<float>(part.glyph_end - part.glyph_begin);
                }
            } else if (breaks && is_set_without_spaces(last)) {
                piece.stretch = inter_character_stretch * size;
                piece.shrink = inter_character_shrink * size;
            }
            if (breaks && paragraph_.keep_phrases && cut < end) {
                piece.bond = bond_at(word_begin, cut);
            }
            begin = cut;
        }
    }

    void leave_out_gaps(Piece& piece) const {
        const StyledRange& range = paragraph_.ranges[range_];
        for (const ShapedPart& part : cache_.parts(piece.word)) {
            piece.left_out += gaps_left_out({text_, range.language}, piece.begin, part, cache_) * range.style.size;
        }
        piece.width -= piece.left_out;
    }

    [[nodiscard]] Bond bond_at(std::uint32_t word_begin, std::uint32_t cut) const {
        if (is_punctuation(utf8::before(text_, cut).code)) {
            return Bond::loose;
        }
        return std::ranges::binary_search(phrases_, cut - word_begin) ? Bond::word : Bond::phrase;
    }

    const ParagraphText& paragraph_;
    std::string_view text_;
    const FontSet& fonts_;
    WordCache& cache_;
    std::vector<Piece>& pieces_;
    MissingCharacter& missing_;
    std::vector<LevelRun> levels_;  // empty: all from left to right
    std::vector<std::uint32_t> breaks_;
    std::vector<std::uint32_t> phrases_;  // where phrases end, in the word at hand
    std::size_t range_ = 0;
    std::size_t level_ = 0;
    std::uint32_t same_until_ = 0;  // where that range or level ends
    std::uint8_t direction_ = 0;    // of that level
    WordStyle word_style_;
    std::optional<Piece> space_;        // the last one
    const Face* space_face_ = nullptr;  // of the word before it
};

}  // namespace

void cut_into_pieces(const ParagraphText& paragraph, const FontSet& fonts, WordCache& cache, std::vector<Piece>& pieces,
                     MissingCharacter& missing) {
    if (!paragraph.text.empty()) {
        PieceCutter{paragraph, fonts, cache, pieces, missing}.run();
    }
}

}  // namespace galley::pdf
