#include "core/text/ideograph_costs.h"

#include "core/edge/icu/letter.h"
#include "core/text/common_characters.h"
#include "galley/utf8.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <vector>

namespace galley {

namespace {

// In half bits, like LetterCosts.
constexpr Cost ascii_letter_cost = 11;
constexpr Cost mixed_scripts_cost = 14;  // between a letter of ASCII and something else
constexpr Cost edge_cost = 4;
constexpr Cost hiragana_cost = 10;
constexpr Cost katakana_cost = 13;
constexpr Cost halfwidth_katakana_cost = 26;
constexpr Cost ideographic_space_cost = 8;
constexpr Cost ideographic_punctuation_cost = 11;
constexpr Cost typographic_punctuation_cost = 14;
constexpr Cost fullwidth_ascii_cost = 18;
constexpr Cost rare_character_cost = 32;
constexpr Cost foreign_character_cost = 36;
constexpr Cost unassigned_cost = 50;
constexpr Cost any_language_cost = 16;
constexpr Cost invalid_byte_cost = 50;

// The rank of each common character by its code, from U+3400 to U+D7A3; 0 for the others.
class Ranks {
public:
    explicit Ranks(std::u32string_view characters) : ranks_(last - first + 1) {
        for (std::size_t i = 0; i < characters.size(); ++i) {
            ranks_[characters[i] - first] = static_cast<std::uint16_t>(i + 1);
        }
    }

    [[nodiscard]] unsigned of(char32_t code) const { return code >= first && code <= last ? ranks_[code - first] : 0; }

private:
    static constexpr char32_t first = 0x3400;
    static constexpr char32_t last = 0xD7A3;
    std::vector<std::uint16_t> ranks_;
};

const Ranks* ranks_of(std::string_view language) {
    static const std::vector<Ranks> all = [] {
        std::vector<Ranks> result;
        for (const CommonCharacters& common : common_characters()) {
            result.emplace_back(common.characters);
        }
        return result;
    }();
    const auto languages = common_characters();
    const auto found = std::ranges::find(languages, language, &CommonCharacters::language);
    return found == languages.end() ? nullptr : &all[static_cast<std::size_t>(found - languages.begin())];
}

// Zipf's law: each doubling of the rank costs a bit once the first fifty are passed.
Cost cost_of_rank(unsigned rank) { return 12 + 2 * static_cast<Cost>(std::bit_width(rank / 32)); }

Cost cost_of(char32_t code, std::string_view language, const Ranks& ranks) {
    if (const unsigned rank = ranks.of(code); rank != 0) {
        return cost_of_rank(rank);
    }
    if (code >= 0x3041 && code <= 0x30FE) {
        if (language != "ja") {
            return foreign_character_cost;
        }
        return code < 0x30A0 ? hiragana_cost : katakana_cost;
    }
    if (code == 0x3000) {
        return ideographic_space_cost;
    }
    if ((code >= 0x3001 && code <= 0x3011) || code == 0xFF0C || code == 0xFF1A || code == 0xFF1B || code == 0xFF01 ||
        code == 0xFF1F || code == 0xFF08 || code == 0xFF09) {
        return ideographic_punctuation_cost;
    }
    if (code >= 0xFF01 && code <= 0xFF5E) {
        return fullwidth_ascii_cost;
    }
    if (code >= 0xFF61 && code <= 0xFF9F) {
        return language == "ja" ? halfwidth_katakana_cost : unassigned_cost;
    }
    if ((code >= 0x2010 && code <= 0x2027) || code == 0xB7 || code == 0x30FB) {
        return typographic_punctuation_cost;
    }
    if (code >= 0x4E00 && code <= 0x9FA5) {
        return language == "ko" ? foreign_character_cost : rare_character_cost;
    }
    if (code >= 0xAC00 && code <= 0xD7A3) {
        return language == "ko" ? rare_character_cost - 4 : unassigned_cost;
    }
    const auto kind = icu::kind_of(code);
    return kind == icu::CharacterKind::unassigned || kind == icu::CharacterKind::control ? unassigned_cost
                                                                                         : foreign_character_cost;
}

}  // namespace

Cost ideograph_cost(std::string_view text, std::string_view language) {
    const Ranks* const ranks = ranks_of(language);
    Cost cost = 0;
    Cost ascii_before = 0;  // letters since the edge of the word: they count once the word has something else, too
    bool in_word = false;   // of which something is not ASCII
    bool after_letter = false;
    bool after_other = false;
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Character character = utf8::at(text, at);
        at += character.size;
        if (character.code >= 0x80) {
            cost += ascii_before + (after_letter ? mixed_scripts_cost : 0);
            if (character.code == 0xFFFD) {
                cost += invalid_byte_cost;
            } else {
                cost += ranks != nullptr ? cost_of(character.code, language, *ranks) : any_language_cost;
            }
            ascii_before = 0;
            in_word = true;
            after_letter = false;
            after_other = true;
            continue;
        }
        const bool letter = (character.code | 0x20U) >= 'a' && (character.code | 0x20U) <= 'z';
        if (letter) {
            (in_word ? cost : ascii_before) += ascii_letter_cost + (after_other ? mixed_scripts_cost : 0);
        } else {
            cost += in_word ? edge_cost : 0;
            ascii_before = 0;
            in_word = false;
        }
        after_letter = letter;
        after_other = false;
    }
    return cost;
}

}  // namespace galley
