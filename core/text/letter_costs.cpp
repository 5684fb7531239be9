#include "core/text/letter_costs.h"

#include "core/edge/icu/letter.h"

#include <algorithm>
#include <string_view>

namespace galley {

namespace {

using icu::CharacterKind;

// In half bits. Chosen on made-up encodings of stories (CONFORMANCE.md), not sensitive to small changes.
constexpr std::uint8_t foreign_letter_cost = 26;
constexpr std::uint8_t ascii_in_other_script_cost = 11;
constexpr std::uint8_t common_sign_cost = 14;
constexpr std::uint8_t latin_sign_cost = 22;
constexpr std::uint8_t rare_sign_cost = 30;
constexpr std::uint8_t mark_cost = 20;
constexpr std::uint8_t control_cost = 44;
constexpr std::uint8_t undefined_cost = 50;
constexpr Cost sign_inside_word_cost = 12;
constexpr Cost mixed_scripts_cost = 16;
constexpr Cost capital_after_small_cost = 12;
constexpr Cost first_capital_cost = 3;
constexpr Cost further_capital_cost = 2;

constexpr std::u32string_view common_signs =
    U"\u00a0\u00ab\u00bb\u2018\u2019\u201a\u201c\u201d\u201e\u2039\u203a\u2013\u2014\u2015\u2026\u2022"
    U"\u20ac\u00a3\u00a9\u00ae\u00b0\u00a7\u2116\u2122\u060c\u061b\u061f";
constexpr std::u32string_view joiners = U"\u2019\u00ad\u00b7\u0640\u200c\u200d";

constexpr char32_t tatweel = 0x640;  // lengthens a word's line; Arabic text counts it among the letters

bool is_ascii_letter(char32_t code) { return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z'); }

std::uint8_t sign_cost(char32_t code, CharacterKind kind) {
    if (common_signs.contains(code)) {
        return common_sign_cost;
    }
    switch (kind) {
        case CharacterKind::control: return control_cost;
        case CharacterKind::unassigned: return undefined_cost;
        default: return code < 0x100 ? latin_sign_cost : rare_sign_cost;
    }
}

ByteSymbols::Symbol symbol_of(char32_t code) {
    using Kind = ByteSymbols::Kind;
    using Case = ByteSymbols::Case;
    if (code == ByteTable::undefined) {
        return {.kind = Kind::sign, .cost = undefined_cost};
    }
    const CharacterKind kind = icu::kind_of(code);
    const Case letter_case = kind == CharacterKind::small_letter     ? Case::small
                             : kind == CharacterKind::capital_letter ? Case::capital
                                                                     : Case::none;
    if (is_ascii_letter(code)) {
        return {0, Kind::latin_letter, letter_case, ascii_in_other_script_cost};
    }
    if (code < 0x80) {
        return {};
    }
    const bool is_ordinal = code == 0xAA || code == 0xBA;
    if ((letter_case != Case::none || kind == CharacterKind::other_letter) && !is_ordinal) {
        return {0, Kind::foreign_letter, letter_case, foreign_letter_cost};
    }
    if (kind == CharacterKind::mark) {
        return {0, Kind::foreign_letter, Case::none, mark_cost};
    }
    return {0, joiners.contains(code) ? Kind::joiner : Kind::sign, Case::none, sign_cost(code, kind)};
}

}  // namespace

ByteSymbols::ByteSymbols(const ByteTable& table) {
    for (std::size_t byte = 0; byte < symbols.size(); ++byte) {
        symbols[byte] = symbol_of(table.codes[byte]);
        const Kind kind = symbols[byte].kind;
        if (kind == Kind::latin_letter || kind == Kind::foreign_letter || table.codes[byte] == tatweel) {
            small_letters[byte] = icu::to_small(table.codes[byte]);
        }
    }
}

LetterCosts::LetterCosts(const LetterPairs& pairs, const ByteSymbols& bytes)
    : pairs_(&pairs),
      is_latin_(pairs.alphabet.contains(U'a')),
      symbols_(bytes.symbols) {
    const std::u32string_view letters = pairs.alphabet.substr(1);
    for (std::size_t byte = 0; byte < symbols_.size(); ++byte) {
        if (bytes.small_letters[byte] == 0) {
            continue;
        }
        const auto place = std::ranges::lower_bound(letters, bytes.small_letters[byte]);
        if (place != letters.end() && *place == bytes.small_letters[byte]) {
            symbols_[byte].letter = static_cast<std::uint8_t>(place - letters.begin() + 1);
            symbols_[byte].kind = Kind::own_letter;
            symbols_[byte].cost = 0;
        }
    }
}

Cost LetterCosts::pair(std::size_t before, std::size_t after) const {
    const std::size_t line = pairs_->alphabet.size() + 1;
    const char digit = pairs_->costs[1 + before * line + after];
    return digit <= '9' ? digit - '0' : digit - 'A' + 10;
}

Cost LetterCosts::of_pair(Symbol before, Symbol after) const {
    const auto is_letter = [](Symbol symbol) {
        return symbol.kind != Kind::edge && symbol.kind != Kind::sign && symbol.kind != Kind::joiner;
    };
    Cost cost = after.cost;
    if (before.letter != 0 || after.letter != 0) {
        cost += pair(before.letter, after.letter);
    }
    if (after.letter_case == Case::capital) {
        cost += !is_letter(before)                  ? first_capital_cost
                : before.letter_case == Case::small ? capital_after_small_cost
                                                    : further_capital_cost;
    }
    if (is_letter(before) && is_letter(after) && !is_latin_ &&
        (before.kind == Kind::latin_letter) != (after.kind == Kind::latin_letter)) {
        cost += mixed_scripts_cost;
    }
    if ((is_letter(before) && after.kind == Kind::sign) || (before.kind == Kind::sign && is_letter(after))) {
        cost += sign_inside_word_cost / 2;
    }
    return cost;
}

Cost LetterCosts::of(std::string_view bytes) const {
    Cost cost = 0;
    Symbol before;
    for (const char byte : bytes) {
        const Symbol symbol = symbols_[static_cast<unsigned char>(byte)];
        cost += of_pair(before, symbol);
        before = symbol;
    }
    return cost + of_pair(before, {});
}

}  // namespace galley
