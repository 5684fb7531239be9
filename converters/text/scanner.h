#pragma once

#include "converters/text/conventions.h"
#include "converters/text/fold.h"
#include "galley/utf8.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace galley::text {

/// A number in running text: its value, how many digits it had, and the byte after it.
struct ScannedNumber {
    std::int32_t value = 0;
    int digits = 0;
    std::size_t end = 0;
};

/// Reads tokens of one line from left to right. Copying one is how a parser tries something: assign back when it fits.
class Scanner {
public:
    Scanner(const Conventions& conventions, std::uint8_t language, std::string_view line, std::size_t at = 0)
        : conventions_(&conventions),
          line_(line),
          at_(at),
          language_(language) {}

    [[nodiscard]] std::size_t at() const { return at_; }
    [[nodiscard]] bool at_end() const { return at_ >= line_.size(); }
    [[nodiscard]] std::string_view line() const { return line_; }
    [[nodiscard]] std::string_view rest() const { return line_.substr(at_); }
    void move_to(std::size_t at) { at_ = at; }

    /// One that reads on from here and no further than to `end`.
    [[nodiscard]] Scanner up_to(std::size_t end) const { return {*conventions_, language_, line_.substr(0, end), at_}; }

    /// The folded character here, 0 at the end.
    [[nodiscard]] char32_t peek() const { return at_end() ? 0 : fold(utf8::at(line_, at_).code); }
    /// The folded character before this place, 0 at the start.
    [[nodiscard]] char32_t before() const { return at_ == 0 ? 0 : fold(utf8::before(line_, at_).code); }
    void skip() { at_ += at_end() ? 0 : utf8::at(line_, at_).size; }
    void skip_spaces() {
        while (!at_end() && (peek() == ' ' || peek() == 0)) {
            skip();
        }
    }

    /// Takes `code` when it stands here, folded.
    bool take(char32_t code) {
        if (at_end() || peek() != code) {
            return false;
        }
        skip();
        return true;
    }
    /// Takes any of `codes`, the folded characters of one string.
    bool take_any(std::u32string_view codes) {
        if (at_end() || codes.find(peek()) == std::u32string_view::npos) {
            return false;
        }
        skip();
        return true;
    }

    /// Takes a number of at most `most_digits` digits (of any script); nothing when more digits follow.
    std::optional<ScannedNumber> take_number(int most_digits);
    /// Like `take_number`, but further digits may follow.
    std::optional<ScannedNumber> take_digits(int digits);

    /// Takes the longest phrase of `kinds` that stands here.
    std::optional<PhraseHit> take_phrase(PhraseKinds kinds) {
        const std::optional<PhraseHit> hit = conventions_->lexicon().longest(line_, at_, kinds, language_);
        if (hit) {
            at_ = hit->end;
        }
        return hit;
    }

private:
    const Conventions* conventions_;
    std::string_view line_;
    std::size_t at_;
    std::uint8_t language_;
};

}  // namespace galley::text
