#pragma once

#include "converters/text/conventions.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace galley::text {

/// A part of a list of authors: a name, a title, a place, an affiliation.
struct BylinePiece {
    /// What stands before it.
    enum class Joint : std::uint8_t {
        first,
        comma,
        and_word,
        with_word,
        bar,
        dash,
        slash,
        affiliation,
        place,
        bracket
    };

    std::string_view text;  ///< without white space and commas at its ends
    std::size_t begin = 0;  ///< in the line
    Joint joint = Joint::first;

    [[nodiscard]] std::size_t end() const { return begin + text.size(); }
};

/// Splits a list of authors at commas, bars, dashes and the words between names, one piece after the other: most lines
/// turn out to be no list at their first piece. Views its line.
class BylinePieces {
public:
    /// Begins at `from` of `line`.
    BylinePieces(const Conventions& conventions, std::uint8_t language, std::string_view line, std::size_t from)
        : conventions_(&conventions),
          line_(line),
          from_(from),
          begin_(from),
          at_(from),
          language_(language) {}

    /// The next piece that is not empty; nothing at the end.
    [[nodiscard]] std::optional<BylinePiece> next();

private:
    using Joint = BylinePiece::Joint;
    /// Where the piece ends, where the next begins and what stands between them.
    struct Cut {
        std::size_t end = 0;
        std::size_t next = 0;
        Joint joint = Joint::first;
    };
    [[nodiscard]] Cut find_cut();
    [[nodiscard]] std::optional<Cut> cut_at_mark(char32_t code, std::size_t next) const;
    [[nodiscard]] std::optional<Cut> cut_at_word() const;
    [[nodiscard]] bool is_between_full_names(std::size_t next) const;
    /// Behind the word before a place that pages of every language have ("in ", "from ") and its space; `at` where none
    /// stands there.
    [[nodiscard]] std::size_t end_of_common_place_word(std::size_t at) const;
    /// Bytes of the words before a place ("à ", "en ") that stand at `at`; 0 when there are none.
    [[nodiscard]] std::size_t place_words_at(std::size_t at) const;
    /// The same of the words before whom the author works for.
    [[nodiscard]] std::size_t affiliation_words_at(std::size_t at) const;
    [[nodiscard]] bool is_behind_name(std::size_t at) const;
    [[nodiscard]] bool is_understood(const Phrase& joint, bool is_place_word) const;

    const Conventions* conventions_;
    std::string_view line_;
    std::size_t from_;
    std::size_t begin_;
    std::size_t at_;
    std::uint8_t language_;
    Joint joint_ = Joint::first;
    bool word_start_ = true;
    bool ended_ = false;
};

/// `text` without white space, commas and the like at its ends; moves `begin` along.
[[nodiscard]] std::string_view trim_piece(std::string_view text, std::size_t& begin);

}  // namespace galley::text
