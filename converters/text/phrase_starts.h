#pragma once

#include "converters/text/fold.h"
#include "converters/text/phrase.h"
#include "converters/text/phrase_kinds.h"
#include "galley/utf8.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace galley::text {

/// Characters of phrases, in classes; 1 to 26 are letters.
struct PhraseStartClass {
    static constexpr std::size_t nothing = 0, number = 27, space = 28, other = 29, stop = 30, any = 31;

    static constexpr std::size_t of(char32_t folded_ascii) {
        if (folded_ascii >= 'a' && folded_ascii <= 'z') {
            return folded_ascii - 'a' + 1;
        }
        if ((folded_ascii >= '0' && folded_ascii <= '9') ||
            folded_ascii == '#') {  // in phrases "#" stands for a number
            return number;
        }
        return folded_ascii == ' ' ? space : folded_ascii == '.' ? stop : other;
    }
};

/// Which kinds of phrase begin with two given characters, and which with a given word: most places of a text are ruled
/// out by one look into this table, and nearly all others by a second one. Views its table.
class PhraseStarts {
public:
    static constexpr std::size_t classes = 32;  ///< of folded characters
    static constexpr std::size_t hashes = 256;  ///< of first characters beyond ASCII
    static constexpr std::size_t words = 8192;  ///< hashes of first words, of two kinds: few words share both
    static constexpr std::size_t size = classes * classes + hashes + 2 * words;

    PhraseStarts() = default;
    /// REQUIRES: `kinds` has `size` entries.
    explicit PhraseStarts(std::span<const std::uint64_t> kinds) : kinds_(kinds) {}

    /// Those of `wanted` of which a phrase may stand at `begin`: never too few. REQUIRES: valid UTF-8.
    [[nodiscard]] PhraseKinds at(std::string_view line, std::size_t begin, PhraseKinds wanted) const {
        if (begin >= line.size()) {
            return {};
        }
        const auto first = static_cast<unsigned char>(line[begin]);
        if (first >= 0x80) {
            return at_beyond_ascii(line, begin) & wanted;
        }
        const std::size_t row = class_of(first);
        if (row == Class::number) {
            return kinds(row, Class::any) & wanted;  // how many characters a number has is not known here
        }
        if (begin + 1 == line.size()) {
            return kinds(row, Class::nothing) & wanted;
        }
        const auto second = static_cast<unsigned char>(line[begin + 1]);
        const PhraseKinds found = kinds(row, second < 0x80 ? class_of(second) : Class::any) & wanted;
        return found.any() && row < Class::number ? found & at_word(line, begin) : found;
    }

    /// The table of phrases whose bytes lie in `text`.
    [[nodiscard]] static std::vector<std::uint64_t> build(std::string_view text, std::span<const Phrase> phrases);

private:
    using Class = PhraseStartClass;
    static constexpr std::array<std::uint8_t, 0x80> ascii_classes = [] {
        std::array<std::uint8_t, 0x80> result{};
        for (std::size_t code = 0; code < result.size(); ++code) {
            result[code] = static_cast<std::uint8_t>(Class::of(fold(static_cast<char32_t>(code))));
        }
        return result;
    }();
    static constexpr std::size_t class_of(unsigned char ascii) { return ascii_classes[ascii]; }
    static constexpr std::size_t hash_of(char32_t code) { return classes * classes + (code ^ (code >> 8U)) % hashes; }

    [[nodiscard]] PhraseKinds kinds(std::size_t row, std::size_t column) const {
        return PhraseKinds::from_bits(kinds_[row * classes + column]);
    }
    [[nodiscard]] PhraseKinds at_beyond_ascii(std::string_view line, std::size_t begin) const;
    [[nodiscard]] PhraseKinds at_word(std::string_view line, std::size_t begin) const;

    std::span<const std::uint64_t> kinds_{};
};

}  // namespace galley::text
