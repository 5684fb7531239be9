#pragma once

#include "converters/text/fold.h"
#include "converters/text/phrase.h"
#include "converters/text/phrase_kinds.h"
#include "converters/text/phrase_starts.h"
#include "converters/text/phrase_tree.h"
#include "core/text/ascii_word.h"
#include "galley/utf8.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace galley::text {

/// A phrase found in text, and the byte after it.
struct PhraseHit {
    const Phrase* phrase = nullptr;
    std::size_t end = 0;
};

/// Phrases sorted by their folded text, found in running text without folding the text first: cost grows with the
/// length of what matches, not with the number of phrases. In a phrase, "#" stands for a number. Views its tables.
class Lexicon {
public:
    Lexicon() = default;
    /// REQUIRES: `phrases` are sorted by text, then kind, then language; offsets lie in `text`; `tree` was built from
    /// them. `common` is the language whose phrases stand around stories of every language: web pages speak English as
    /// well.
    Lexicon(std::string_view text, std::span<const Phrase> phrases, PhraseTree tree, PhraseStarts starts,
            std::uint8_t common)
        : text_(text),
          phrases_(phrases),
          tree_(tree),
          starts_(starts),
          common_(common) {}

    /// Those of `kinds` of which a phrase may stand at `begin`, seen at a glance: never too few.
    [[nodiscard]] PhraseKinds may_begin(std::string_view line, std::size_t begin, PhraseKinds kinds) const {
        return starts_.at(line, begin, kinds);
    }

    /// The longest phrase of `kinds` that stands at `begin` and ends at a word's end. Of equal ones, that of `language`
    /// is taken first, then the one of every language. REQUIRES: valid UTF-8.
    [[nodiscard]] std::optional<PhraseHit> longest(std::string_view line, std::size_t begin, PhraseKinds kinds,
                                                   std::uint8_t language = 0) const {
        kinds = may_begin(line, begin, kinds);
        return kinds.any() ? find_longest(line, begin, kinds, language) : std::nullopt;
    }

    /// True when all of `word`, marks and white space included, is one phrase of `kinds`, of whatever language.
    [[nodiscard]] bool is_phrase(std::string_view word, PhraseKinds kinds) const {
        const auto hit = longest(word, 0, kinds);
        return hit && hit->end == word.size();
    }

    /// Whether any phrase of `kinds` stands at `begin` and ends at a word's end.
    [[nodiscard]] bool has_any(std::string_view line, std::size_t begin, PhraseKinds kinds) const {
        kinds = may_begin(line, begin, kinds);
        return kinds.any() && find_any(line, begin, kinds);
    }

    /// The phrase of `kinds` that is all of `line`, white space and closing marks aside, or begins it where the phrase
    /// is open. Only phrases of `language`, of every language and of the common one count, unless `language` is 0.
    [[nodiscard]] std::optional<PhraseHit> whole(std::string_view line, PhraseKinds kinds,
                                                 std::uint8_t language = 0) const {
        kinds = may_begin(line, 0, kinds);
        return kinds.any() ? find_whole(line, kinds, language) : std::nullopt;
    }

    /// The kinds of which `whole` finds a phrase, in one go.
    [[nodiscard]] PhraseKinds kinds_of_whole(std::string_view line, PhraseKinds kinds, std::uint8_t language = 0) const;

    /// The language whose phrases stand around stories of every language.
    [[nodiscard]] std::uint8_t common_language() const { return common_; }

    /// The phrase's folded text.
    [[nodiscard]] std::string_view text_of(const Phrase& phrase) const {
        return text_.substr(phrase.offset, phrase.size);
    }

private:
    [[nodiscard]] std::optional<PhraseHit> find_longest(std::string_view line, std::size_t begin, PhraseKinds kinds,
                                                        std::uint8_t language) const;
    [[nodiscard]] bool find_any(std::string_view line, std::size_t begin, PhraseKinds kinds) const;
    [[nodiscard]] std::optional<PhraseHit> find_whole(std::string_view line, PhraseKinds kinds,
                                                      std::uint8_t language) const;

    template <class OnPhrase>
    void walk_whole(std::string_view line, PhraseKinds kinds, std::uint8_t language, const OnPhrase& on_phrase) const;
    template <class OnPhrase>
    void walk(std::string_view line, std::size_t begin, PhraseKinds kinds, const OnPhrase& on_phrase) const;

    std::string_view text_;
    std::span<const Phrase> phrases_;
    PhraseTree tree_;
    PhraseStarts starts_;
    std::uint8_t common_ = 0;
};

/// True when a word can end at `at` of `line`: no letter on both sides, or a small letter before a capital ("bySauli"),
/// or a script that sets no spaces.
[[nodiscard]] inline bool is_word_end(std::string_view line, std::size_t at) {
    if (at == 0 || at >= line.size()) {
        return true;
    }
    const auto byte_before = static_cast<unsigned char>(line[at - 1]);
    const auto byte_after = static_cast<unsigned char>(line[at]);
    if ((byte_before | byte_after) < 0x80) {
        return !is_letter(byte_before) || !is_letter(byte_after) || (is_lower(byte_before) && is_upper(byte_after));
    }
    const char32_t before = utf8::before(line, at).code;
    char32_t after = utf8::at(line, at).code;
    while (is_letter(after) && fold(after) == 0) {  // "هـ": comparison skips it
        at += utf8::at(line, at).size;
        if (at >= line.size()) {
            return true;
        }
        after = utf8::at(line, at).code;
    }
    return !is_letter(before) || !is_letter(after) || is_ideograph(before) || is_ideograph(after) ||
           (is_lower(before) && is_upper(after));
}

/// The next place behind `at` where a word may end: all letters of a word are passed over at once, unless a capital
/// stands among small ones. Reads to the end of the word, which should be that of a short line. REQUIRES: `at` is not
/// at the end.
[[nodiscard]] inline std::size_t next_word_end(std::string_view line, std::size_t at) {
    const AsciiWord word = ascii_word_at(line, at);
    return at + (word.size == 0 || word.inner_capital ? utf8::at(line, at).size : word.size);
}

}  // namespace galley::text
