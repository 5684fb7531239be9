#pragma once

#include "core/text/byte_table.h"
#include "core/text/letter_pairs.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace galley {

/// Costs are half bits: -2 log2 of a probability.
using Cost = std::int32_t;

/// What each byte of an encoding is in text, before any language claims its letters.
struct ByteSymbols {
    enum class Kind : std::uint8_t { edge, own_letter, latin_letter, foreign_letter, sign, joiner };
    enum class Case : std::uint8_t { none, small, capital };
    struct Symbol {
        std::uint8_t letter = 0;  ///< place in a language's alphabet; 0: none of its letters
        Kind kind = Kind::edge;
        Case letter_case = Case::none;
        std::uint8_t cost = 0;  ///< for being what it is, besides following what it follows
    };

    explicit ByteSymbols(const ByteTable& table);

    std::array<Symbol, 256> symbols;
    std::array<char32_t, 256> small_letters{};  ///< 0 for what is no letter
};

/// What text in one language costs when it stands in one encoding: the lower, the likelier is it that language.
class LetterCosts {
public:
    /// REQUIRES: `pairs` outlives this.
    LetterCosts(const LetterPairs& pairs, const ByteSymbols& bytes);

    [[nodiscard]] std::string_view language() const { return pairs_->language; }

    /// Of a word with what surrounds it: `bytes` begins and ends at the edge of words.
    [[nodiscard]] Cost of(std::string_view bytes) const;

private:
    using Kind = ByteSymbols::Kind;
    using Case = ByteSymbols::Case;
    using Symbol = ByteSymbols::Symbol;

    [[nodiscard]] Cost pair(std::size_t before, std::size_t after) const;
    [[nodiscard]] Cost of_pair(Symbol before, Symbol after) const;

    const LetterPairs* pairs_;
    bool is_latin_;
    std::array<Symbol, 256> symbols_;
};

}  // namespace galley
