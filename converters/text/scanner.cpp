#include "converters/text/scanner.h"

#include "converters/text/fold.h"
#include "galley/utf8.h"

namespace galley::text {

char32_t Scanner::peek() const { return at_end() ? 0 : fold(utf8::at(line_, at_).code); }

char32_t Scanner::before() const { return at_ == 0 ? 0 : fold(utf8::before(line_, at_).code); }

void Scanner::skip() {
    if (!at_end()) {
        at_ += utf8::at(line_, at_).size;
    }
}

void Scanner::skip_spaces() {
    while (!at_end()) {
        const utf8::Character character = utf8::at(line_, at_);
        const char32_t code = fold(character.code);
        if (code != ' ' && code != 0) {
            return;
        }
        at_ += character.size;
    }
}

bool Scanner::take(char32_t code) {
    if (at_end() || peek() != code) {
        return false;
    }
    skip();
    return true;
}

bool Scanner::take_any(std::u32string_view codes) {
    if (at_end() || codes.find(peek()) == std::u32string_view::npos) {
        return false;
    }
    skip();
    return true;
}

bool Scanner::take_word(std::string_view word) {
    Scanner ahead = *this;
    ahead.skip_spaces();
    for (const char letter : word) {
        if (!ahead.take(static_cast<char32_t>(static_cast<unsigned char>(letter)))) {
            return false;
        }
    }
    if (!is_word_end(line_, ahead.at_)) {
        return false;
    }
    *this = ahead;
    return true;
}

std::optional<ScannedNumber> Scanner::take_digits(int digits) {
    ScannedNumber number{.end = at_};
    while (number.digits < digits && number.end < line_.size()) {
        const utf8::Character character = utf8::at(line_, number.end);
        const int digit = digit_value(character.code);
        if (digit < 0) {
            break;
        }
        number.value = number.value * 10 + digit;
        ++number.digits;
        number.end += character.size;
    }
    if (number.digits == 0) {
        return std::nullopt;
    }
    at_ = number.end;
    return number;
}

std::optional<ScannedNumber> Scanner::take_number(int most_digits) {
    const std::size_t start = at_;
    const std::optional<ScannedNumber> number = take_digits(most_digits);
    if (number && !at_end() && digit_value(utf8::at(line_, at_).code) >= 0) {
        at_ = start;
        return std::nullopt;
    }
    return number;
}

std::optional<PhraseHit> Scanner::take_phrase(PhraseKinds kinds) {
    const std::optional<PhraseHit> hit = conventions_->lexicon().longest(line_, at_, kinds, language_);
    if (hit) {
        at_ = hit->end;
    }
    return hit;
}

}  // namespace galley::text
