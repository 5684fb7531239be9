#include "converters/text/date_parts.h"
#include "converters/text/date_words.h"
#include "converters/text/fold.h"
#include "converters/text/time_parser.h"

namespace galley::text {

bool DateParser::take_day_first(Scanner& scanner, Parts& parts, const ScannedNumber& day) const {
    Scanner ahead = scanner;
    take_ordinal(ahead);
    (void)ahead.take('-');
    take_date_words(ahead, language_);
    ahead.skip_spaces();
    const auto month = ahead.take_phrase(PhraseKind::month);
    if (!month || day.value < 1 || day.value > 31) {
        return false;
    }
    take_stop(ahead);
    parts.day = day.value;
    parts.month = month->phrase->value;
    parts.named_month = true;
    parts.language = month->phrase->language;
    Scanner hyphen = ahead;
    if (hyphen.take('-')) {
        const std::size_t start = hyphen.at();
        take_year(hyphen, parts);
        if (hyphen.at() > start) {
            ahead = hyphen;         // "26-FEB-1987"
        }
    } else {
        take_year(ahead, parts);
    }
    scanner = ahead;
    return true;
}

bool DateParser::take_month_first(Scanner& scanner, Parts& parts) const {
    Scanner ahead = scanner;
    const auto month = ahead.take_phrase(PhraseKind::month);
    if (!month) {
        return false;
    }
    const bool glued = digit_value(ahead.peek()) >= 0;
    take_stop(ahead);
    ahead.skip_spaces();
    (void)ahead.take_word("the");
    ahead.skip_spaces();
    const auto day = ahead.take_number(2);
    if (!day || day->value < 1 || day->value > 31 || ahead.peek() == ':') {
        return false;
    }
    Scanner ordinal = ahead;
    take_ordinal(ordinal);
    if (ordinal.before() != '.') {
        ahead = ordinal;            // a stop after "Jan 5" ends the sentence or stands before an agency
    }
    parts.month = month->phrase->value;
    parts.day = day->value;
    parts.named_month = true;
    parts.language = month->phrase->language;
    if (!glued || ahead.peek() == ',') {
        take_year(ahead, parts);        // "SEP7 1624" is a contract's month and its price
    }
    scanner = ahead;
    return true;
}

void DateParser::take_year(Scanner& scanner, Parts& parts) const {
    Scanner ahead = scanner;
    ahead.skip_spaces();
    (void)ahead.take_any(U",.");
    take_date_words(ahead, language_);
    ahead.skip_spaces();
    if (const auto era = ahead.take_phrase(PhraseKind::era)) {
        ahead.skip_spaces();
        if (const auto year = ahead.take_number(4)) {
            parts.year = year->value + era->phrase->value;
            scanner = ahead;
        }
        return;
    }
    Scanner number = ahead;
    if (const auto year = number.take_digits(4); year && year->digits == 4 && year->value >= 1200 && year->value <= 2700) {
        // A year may run into a time ("20247:55"), but not into a number or a clock ("17:41").
        const bool number_follows = digit_value(number.peek()) >= 0;
        Scanner glued = number;
        const bool time_follows = number_follows && take_time(glued, false).has_value();
        Scanner clock = ahead;
        Scanner colon = number;
        const bool seconds_follow = colon.take(':') && digit_value(colon.peek()) >= 0;
        if (!seconds_follow && !take_clock_figures(clock) && (!number_follows || time_follows)) {
            parts.year = year->value;
            scanner = number;
            Scanner word = scanner;
            word.skip_spaces();
            if (word.take_phrase(PhraseKind::year_word)) {
                Scanner more = word;
                more.skip_spaces();
                if (more.at_end() || digit_value(more.peek()) < 0) {
                    scanner = word;     // "2026 года", "2026 r."
                }
            }
        }
    } else if (number.take('\'')) {
        if (const auto short_year = number.take_number(2); short_year && short_year->digits == 2) {
            parts.year = full_year(*short_year);
            scanner = number;
        }
    }
}

}  // namespace galley::text
