#include "converters/text/date_words.h"

#include "converters/text/fold.h"
#include "galley/utf8.h"

namespace galley::text {

std::int32_t full_year(const ScannedNumber& number) {
    if (number.digits > 2) {
        return number.value;
    }
    return number.value + (number.value < 70 ? 2000 : 1900);
}

void take_stop(Scanner& scanner) { (void)scanner.take('.'); }

void take_date_words(Scanner& scanner, std::uint8_t language) {
    for (;;) {
        Scanner ahead = scanner;
        ahead.skip_spaces();
        (void)ahead.take(',');
        ahead.skip_spaces();
        const auto word = ahead.take_phrase(PhraseKind::date_word);
        if (!word || (language != 0 && word->phrase->language != language)) {
            return;
        }
        scanner = ahead;
    }
}

void take_ordinal(Scanner& scanner) {
    Scanner ahead = scanner;
    if (const char32_t next = ahead.peek(); !is_letter(next) && next != '-') {
        take_stop(scanner);
        return;
    }
    (void)ahead.take_phrase(PhraseKind::ordinal);
    take_stop(ahead);
    scanner = ahead;
}

}  // namespace galley::text
