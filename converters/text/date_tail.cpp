#include "converters/text/date_parts.h"
#include "converters/text/date_words.h"
#include "converters/text/fold.h"
#include "converters/text/time_parser.h"

namespace galley::text {

/// "22 Kasım 2026 Pazar 14:05", "2026. november 22., vasárnap": a weekday behind a whole date, with a time or nothing
/// behind it.
void DateParser::take_weekday_behind(Scanner& scanner) {
    Scanner ahead = scanner;
    (void)ahead.take('.');
    (void)ahead.take(',');
    ahead.skip_spaces();
    if ((ahead.at() == scanner.at() && !is_ideograph(ahead.peek())) || !ahead.take_phrase(PhraseKind::weekday)) {
        return;
    }
    Scanner behind = ahead;
    (void)behind.take(',');
    if (behind.at_end() || take_time(behind, true)) {
        scanner = ahead;
    }
}

void DateParser::take_time_after(Scanner& scanner, Parts& parts) const {
    Scanner ahead = scanner;
    ahead.skip_spaces();
    if (ahead.take('(')) {  // "2025年1月13日(月) 21時37分"
        if (ahead.take_phrase(PhraseKind::weekday) || is_ideograph(ahead.peek())) {
            if (ahead.before() == '(') {
                ahead.skip();
            }
            if (ahead.take(')')) {
                scanner = ahead;
            }
        }
    }
    if (parts.year) {
        take_weekday_behind(scanner);
    }
    if (Scanner stop = scanner; parts.year && stop.take('.')) {  // "03.03.2025. 14:20"
        Scanner clock = stop;
        if (stop.at_end() || take_time(clock, true)) {
            scanner = stop;
        }
    }
    ahead = scanner;
    ahead.skip_spaces();
    bool word = false;
    if (scanner.peek() == 't' && !scanner.at_end()) {
        ahead.skip();
    } else {
        Scanner separator = ahead;
        if (separator.take_any(U",|•·-–—/;@")) {
            (void)(separator.before() == '-' && separator.take('-'));
            ahead = separator;
        }
        const std::size_t before_words = ahead.at();
        take_date_words(ahead, language_);
        word = ahead.at() > before_words;
    }
    Scanner last = ahead;
    if (auto time = take_time(ahead, parts.dotted || word)) {
        parts.time = time;
        scanner = ahead;
        Scanner elsewhere = ahead;  // "19:14 GMT (20:14 CET)"
        elsewhere.skip_spaces();
        if (elsewhere.take('(') && take_time(elsewhere, false) && elsewhere.take(')')) {
            scanner = elsewhere;
        }
    } else if (auto at_end = parts.year ? take_time(last, true) : std::nullopt; at_end && last.at_end()) {
        parts.time = at_end;  // "2026-03-03 14.20", not "2026 18.42 million"
        scanner = last;
    }
}

/// "12 جمادى الآخرة 1448 هـ الموافق 22 نوفمبر 2026 م": the same day in another calendar; the Gregorian one needs no
/// table.
void DateParser::take_same_day(Scanner& scanner, Parts& parts) const {
    Scanner ahead = scanner;
    ahead.skip_spaces();
    const bool may_follow = !ahead.at_end() && (parts.month > months_of_calendar || ahead.peek() >= 0x80);
    if (!may_follow || !ahead.take_phrase(PhraseKind::same_day)) {
        return;
    }
    ahead.skip_spaces();
    Parts same;
    if (!take_date(ahead, same)) {
        return;
    }
    take_time_after(ahead, same);
    const bool is_gregorian = same.month < months_of_calendar;
    if (is_gregorian == (parts.month < months_of_calendar) || !settle(same)) {
        return;
    }
    scanner = ahead;
    if (is_gregorian) {
        same.time = same.time ? same.time : parts.time;
        parts = same;
    }
}

}  // namespace galley::text
