#include "converters/text/scanner.h"

namespace galley::text {

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

}  // namespace galley::text
