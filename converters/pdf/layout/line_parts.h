#pragma once

#include "converters/pdf/layout/candidates.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace galley::pdf {

// Beyond this a broken word is not given whole beside its parts: it is no word, and copies of it would add up.
constexpr std::size_t longest_actual_text = 256;

/// A piece, or as much of it as stands on the line.
struct LinePart {
    const Piece* piece =
        nullptr;  ///< the paragraph's, or one of the line's own for what is torn off; valid until the next line
    float stretch = 0, shrink = 0;
    std::uint32_t word_begin = 0, word_end = 0;  ///< of the word that it belongs to where that is broken
    std::uint8_t level = 0;
    bool torn_before = false, torn_behind = false;  ///< the piece goes on there
    bool hyphen = false;                            ///< one is added at its end
    bool broken = false;                            ///< it belongs to a word that goes on over the line's start or end
    bool trailing = false;                          ///< space at the line's end
};

/// What stands on one line: the pieces between two cuts, those torn by the cuts shaped anew. Keeps its working memory
/// from one line to the next; one thread.
class LineParts {
public:
    LineParts(const FontSet& fonts, WordCache& cache) : fonts_(fonts), cache_(cache) {}

    /// Both must stay alive and unchanged until the next call.
    void begin_paragraph(const ParagraphText& paragraph, const std::vector<Piece>& pieces);

    /// The line from behind `from` (null: the paragraph's start) to `to`; `hyphen`: one is added there.
    void take(const Cut* from, const Cut& to, bool hyphen);

    [[nodiscard]] std::vector<LinePart>& parts() { return parts_; }
    [[nodiscard]] const std::vector<LinePart>& parts() const { return parts_; }
    /// The line's last part and the first of the next line are parts of one word.
    [[nodiscard]] bool splits_word() const { return splits_word_; }
    /// The hyphen that was added last.
    [[nodiscard]] const ShapedWord& hyphen_sign() const { return hyphen_sign_; }

private:
    void collect(const Cut* from, const Cut& to, bool hyphen);
    LinePart& add_part(const Piece& piece);
    void add_torn_part(const Piece& whole, std::uint32_t begin, std::uint32_t end, bool hyphen);
    void mark_trailing_spaces();
    void mark_torn_word(std::uint32_t at);
    [[nodiscard]] std::uint32_t byte_at(const Cut& cut) const;
    [[nodiscard]] bool is_torn_at(const Cut& cut) const;

    const FontSet& fonts_;
    WordCache& cache_;
    const ParagraphText* paragraph_ = nullptr;
    const std::vector<Piece>* pieces_ = nullptr;
    std::vector<LinePart> parts_;
    std::array<Piece, 2> torn_;  // one at the line's start, one at its end
    std::size_t torn_count_ = 0;
    ShapedWord hyphen_sign_{};
    bool splits_word_ = false;
};

}  // namespace galley::pdf
