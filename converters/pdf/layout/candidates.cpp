#include "converters/pdf/layout/candidates.h"

#include "converters/pdf/layout/balanced_lines.h"
#include "converters/pdf/layout/hanging.h"
#include "converters/pdf/shape/icu_edge.h"
#include "galley/utf8.h"

#include <algorithm>
#include <optional>
#include <span>

namespace galley::pdf {

namespace {

constexpr std::int32_t hyphen_penalty = 120;
constexpr std::int32_t name_hyphen_penalty = 250;
constexpr std::int32_t dash_penalty = 25;
constexpr std::int32_t word_penalty = 200;
constexpr std::int32_t short_word_penalty = 15;
constexpr std::uint32_t short_word = 3;  // bytes
constexpr std::int32_t emergency_penalty = 5'000;

class CandidateFinder {
public:
    CandidateFinder(const ParagraphText& paragraph, const std::vector<Piece>& pieces, const CandidateSettings& settings,
                    const FontSet& fonts, WordCache& cache, std::vector<BreakCandidate>& candidates,
                    std::vector<Cut>& cuts)
        : paragraph_(paragraph),
          pieces_(pieces),
          settings_(settings),
          fonts_(fonts),
          cache_(cache),
          candidates_(candidates),
          cuts_(cuts) {}

    void run() {
        candidates_.reserve(pieces_.size());
        cuts_.reserve(pieces_.size());
        for (std::uint32_t i = 0; i < pieces_.size(); ++i) {
            const Piece& piece = pieces_[i];
            switch (piece.kind) {
                case PieceKind::word: add_word(i); break;
                case PieceKind::space: add_space(i); break;
                case PieceKind::line_break: push(i, 0, {.forced = true}, 0); break;
            }
        }
        if (pieces_.empty() || pieces_.back().kind != PieceKind::line_break) {
            push(static_cast<std::uint32_t>(pieces_.size() - 1), 0, {.forced = true}, 0);
        }
    }

private:
    /// Adds a candidate at the sums as they are; `hang` and the space before it do not count for its line.
    void push(std::uint32_t piece, std::uint32_t offset, const BreakCandidate& made, float hang) {
        BreakCandidate& candidate = candidates_.emplace_back(made);
        candidate.end_width += width_ - trailing_width_ - static_cast<double>(hang);
        candidate.end_stretch = stretch_ - trailing_stretch_;
        candidate.end_shrink = shrink_ - trailing_shrink_;
        candidate.next_width += width_;
        candidate.next_stretch += stretch_;
        candidate.next_shrink += shrink_;
        if (settings_.hanging && offset == 0 && piece + 1 < pieces_.size() &&
            may_hang(paragraph_.text[pieces_[piece + 1].begin])) {
            candidate.next_width += static_cast<double>(left_hang(paragraph_, pieces_[piece + 1], cache_));
        }
        cuts_.push_back({piece, offset});
    }

    /// How far the last sign of `piece` hangs.
    [[nodiscard]] float hang_of(const Piece& piece) const {
        return settings_.hanging && may_hang(paragraph_.text[piece.end - 1]) ? right_hang(paragraph_, piece, cache_)
                                                                             : 0.0F;
    }

    void add_space(std::uint32_t index) {
        const Piece& space = pieces_[index];
        trailing_width_ += static_cast<double>(space.width);
        trailing_stretch_ += static_cast<double>(space.stretch);
        trailing_shrink_ += static_cast<double>(space.shrink);
        width_ += static_cast<double>(space.width);
        stretch_ += static_cast<double>(space.stretch);
        shrink_ += static_cast<double>(space.shrink);
        const bool before_break = index + 1 < pieces_.size() && pieces_[index + 1].kind == PieceKind::line_break;
        if (space.break_after && !before_break) {
            const bool after_short =
                paragraph_.keep_phrases && index > 0 && pieces_[index - 1].end - pieces_[index - 1].begin < short_word;
            push(index, 0, {.penalty = after_short ? short_word_penalty : 0},
                 index > 0 ? hang_of(pieces_[index - 1]) : 0.0F);
        }
    }

    void add_word(std::uint32_t index) {
        const Piece& piece = pieces_[index];
        trailing_width_ = trailing_stretch_ = trailing_shrink_ = 0;
        add_cuts_inside(index);
        width_ += static_cast<double>(piece.width);
        if (piece.break_after) {
            const char32_t last = utf8::before(paragraph_.text, piece.end).code;
            const bool dash = last == U'-' || last == U'\u2010' || last == U'\u2013' || last == U'\u2014';
            push(index, 0,
                 {.next_stretch = static_cast<double>(piece.stretch),
                  .next_shrink = static_cast<double>(piece.shrink),
                  .penalty = dash ? dash_penalty : penalty_of(piece.bond)},
                 hang_of(piece));
        }
        stretch_ += static_cast<double>(piece.stretch);
        shrink_ += static_cast<double>(piece.shrink);
    }

    [[nodiscard]] static std::int32_t penalty_of(Bond bond) {
        switch (bond) {
            case Bond::loose: return 0;
            case Bond::word: return word_penalty;
            case Bond::phrase: return torn_phrase_penalty;
        }
        return 0;
    }

    void add_cuts_inside(std::uint32_t index) {
        const Piece& piece = pieces_[index];
        if (settings_.emergency && piece.width > settings_.room * 0.5F) {
            offsets_.clear();
            find_graphemes(paragraph_.text.substr(piece.begin, piece.end - piece.begin), offsets_);
            add_offsets(index, false, emergency_penalty);
            return;
        }
        if (!paragraph_.soft_hyphens.empty() && add_soft_hyphens(index)) {
            return;
        }
        if (settings_.hyphens && paragraph_.hyphenate && piece.level == 0) {
            const WordCache::Divisions divisions = cache_.divisions(piece.word);
            const double sign = divisions.places.empty() ? 0 : hyphen_width(piece);
            const float size = paragraph_.ranges[piece.range].style.size;
            for (const WordCache::Division& place : divisions.places) {
                const auto until = static_cast<double>(place.ems * size);
                push(index, place.offset,
                     {.end_width = until + sign,
                      .next_width = until,
                      .penalty = divisions.name ? name_hyphen_penalty : hyphen_penalty,
                      .hyphen = true,
                      .spare = true},
                     0);
            }
        }
    }

    /// True when the author has marked places to divide the word at; then there are no others.
    bool add_soft_hyphens(std::uint32_t index) {
        const Piece& piece = pieces_[index];
        offsets_.clear();
        auto soft = std::ranges::lower_bound(paragraph_.soft_hyphens, piece.begin + 1);
        for (; soft != paragraph_.soft_hyphens.end() && *soft < piece.end; ++soft) {
            offsets_.push_back(*soft - piece.begin);
        }
        add_offsets(index, true, hyphen_penalty);
        return !offsets_.empty();
    }

    [[nodiscard]] double hyphen_width(const Piece& piece) {
        if (hyphen_range_ != piece.range || hyphen_level_ != piece.level) {
            const float share = settings_.hanging ? 1 - right_hanging_share(U'-') : 1.0F;
            hyphen_range_ = piece.range;
            hyphen_level_ = piece.level;
            hyphen_width_ = static_cast<double>(cache_.find("-", style_of(paragraph_, piece, cache_), fonts_).ems *
                                                paragraph_.ranges[piece.range].style.size * share);
        }
        return hyphen_width_;
    }

    void add_offsets(std::uint32_t index, bool hyphen, std::int32_t penalty) {
        if (offsets_.empty()) {
            return;
        }
        const Piece& piece = pieces_[index];
        const double sign = hyphen ? hyphen_width(piece) : 0;
        for (const std::uint32_t offset : offsets_) {
            const double until = width_until(piece, offset);
            push(index, offset, {.end_width = until + sign, .next_width = until, .penalty = penalty, .hyphen = hyphen},
                 0);
        }
    }

    /// Width of a piece's first `offset` bytes, as its glyphs tell it: exact but for the kerning at the cut.
    [[nodiscard]] double width_until(const Piece& piece, std::uint32_t offset) const {
        const TextStyle& style = paragraph_.ranges[piece.range].style;
        float width = 0;
        for (const ShapedPart& part : cache_.parts(piece.word)) {
            const float scale = style.size / static_cast<float>(part.face->metrics().units_per_em);
            for (const ShapedGlyph& glyph : cache_.glyphs(part)) {
                if (glyph.cluster < offset) {
                    width += static_cast<float>(glyph.advance) * scale + style.tracking;
                }
            }
        }
        return static_cast<double>(width);
    }

    const ParagraphText& paragraph_;
    std::span<const Piece> pieces_;
    const CandidateSettings& settings_;
    const FontSet& fonts_;
    WordCache& cache_;
    std::vector<BreakCandidate>& candidates_;
    std::vector<Cut>& cuts_;
    std::vector<std::uint32_t> offsets_;
    std::optional<std::uint32_t> hyphen_range_;  // what `hyphen_width_` was found for last
    std::uint8_t hyphen_level_ = 0;
    double hyphen_width_ = 0;
    double width_ = 0, stretch_ = 0, shrink_ = 0;                             // of all pieces so far
    double trailing_width_ = 0, trailing_stretch_ = 0, trailing_shrink_ = 0;  // of the spaces at their end
};

}  // namespace

void find_candidates(const ParagraphText& paragraph, const std::vector<Piece>& pieces,
                     const CandidateSettings& settings, const FontSet& fonts, WordCache& cache,
                     std::vector<BreakCandidate>& candidates, std::vector<Cut>& cuts) {
    candidates.clear();
    cuts.clear();
    CandidateFinder{paragraph, pieces, settings, fonts, cache, candidates, cuts}.run();
}

WordStyle style_of(const ParagraphText& paragraph, const Piece& piece, WordCache& cache) {
    const StyledRange& range = paragraph.ranges[piece.range];
    return {.face = range.style.face,
            .features = range.style.features,
            .right_to_left = (piece.level & 1) != 0,
            .language = cache.language(range.language)};
}

}  // namespace galley::pdf
