#include "converters/text/date_parts.h"
#include "converters/text/date_words.h"
#include "converters/text/time_parser.h"

#include <utility>

namespace galley::text {

namespace {

/// "10/ 5/11": a space in front of a day of one figure, so that it takes the room of two.
bool is_padded(Scanner scanner) {
    return scanner.take(' ') && scanner.take_digits(2).value_or(ScannedNumber{}).digits == 1 && scanner.take('/');
}

}  // namespace

/// "12/06/1448هـ": the letter behind the year says which calendar it is.
void DateParser::take_islamic_mark(Scanner& scanner, Parts& parts) {
    constexpr std::int32_t first_year = 1300, last_year = 1499;
    Scanner ahead = scanner;
    ahead.skip_spaces();
    if (parts.year && *parts.year >= first_year && *parts.year <= last_year && parts.month <= 12 && ahead.take(U'ه') &&
        is_word_end(ahead.line(), ahead.at())) {
        parts.month += islamic_months;
        parts.month_or_day = false;
        scanner = ahead;
    }
}

bool DateParser::take_year_first(Scanner& scanner, Parts& parts, const ScannedNumber& year) const {
    Scanner ahead = scanner;
    const char32_t separator = ahead.peek();
    if (ahead.take_any(U"-/.")) {
        ahead.skip_spaces();
        const auto month = ahead.take_number(2);
        if (month && ahead.take(separator)) {
            ahead.skip_spaces();
            if (const auto day = ahead.take_number(2); day && month->value >= 1 && month->value <= 12) {
                constexpr std::int32_t first_persian = 1300, last_persian = 1499;
                const bool persian = year.value >= first_persian && year.value <= last_persian &&
                                     conventions_->language_tag(language_) == "fa";
                parts.year = year.value;
                parts.month = month->value + (persian ? persian_months : 0);
                parts.day = day->value;
                if (separator == '.') {
                    take_stop(ahead);
                }
                take_islamic_mark(ahead, parts);
                scanner = ahead;
                return true;
            }
        }
    }
    // "2026. január 2.", "2026 m. sausio 2 d.", "2026. gada 2. janvārī"
    ahead = scanner;
    take_stop(ahead);
    take_date_words(ahead, language_);
    ahead.skip_spaces();
    Scanner month_first = ahead;
    if (const auto month = month_first.take_phrase(PhraseKind::month)) {
        take_stop(month_first);
        month_first.skip_spaces();
        if (const auto day = month_first.take_number(2)) {
            take_ordinal(month_first);
            parts.year = year.value;
            parts.day = day->value;
            set_month(*month, parts);
            Scanner word = month_first;
            word.skip_spaces();
            scanner = word.take_phrase(PhraseKind::date_word) ? word : month_first;
            return true;
        }
    } else if (const auto first = ahead.take_number(2)) {
        Scanner named = ahead;
        take_stop(named);
        named.skip_spaces();
        (void)named.take('-');
        if (const auto name = named.take_phrase(PhraseKind::month)) {
            parts.year = year.value;
            parts.day = first->value;
            set_month(*name, parts);
            scanner = named;
            return true;
        }
        const std::size_t before_words = ahead.at();
        take_date_words(ahead, language_);
        ahead.skip_spaces();
        const auto day = ahead.at() > before_words ? ahead.take_number(2) : std::nullopt;
        if (day && language_ != 0) {  // "2026 оны 11-р сарын 22"
            parts.year = year.value;
            parts.month = first->value;
            parts.day = day->value;
            scanner = ahead;
            return true;
        }
    }
    return false;
}

/// Without a year: the time behind them proves that they are a day and a month.
bool DateParser::take_day_and_month(Scanner& scanner, Parts& parts, const ScannedNumber& day,
                                    const ScannedNumber& month) {
    if (day.value < 1 || day.value > 31 || month.value < 1 || month.value > 12) {
        return false;
    }
    parts.day = day.value;
    parts.month = month.value;
    parts.dotted = true;
    scanner.move_to(month.end);
    take_stop(scanner);
    return true;
}

bool DateParser::take_numeric(Scanner& scanner, Parts& parts, const ScannedNumber& first) const {
    Scanner ahead = scanner;
    const char32_t separator = ahead.peek();
    if (!ahead.take_any(U"./-")) {
        return false;
    }
    if (separator == '.' || (separator == '/' && is_padded(ahead))) {
        ahead.skip_spaces();
    }
    const auto second = ahead.take_number(2);
    if (!second || !ahead.take(separator)) {
        return false;
    }
    if (separator == '.') {
        ahead.skip_spaces();
    }
    Scanner year_ahead = ahead;
    auto year = year_ahead.take_number(4);
    if (year && year->digits <= 2 && separator == '.' && (year_ahead.peek() == ':' || year_ahead.peek() == 'h')) {
        return take_day_and_month(scanner, parts, first, *second);  // "3.3. 14:20"
    }
    if (!year) {
        year = year_ahead.take_digits(4);  // "05.06.202514:46", "30.01.202430. Januar 2024"
        Scanner time = year_ahead;
        Scanner date = year_ahead;
        const bool time_follows = year && take_time(time, false);
        Scanner again = year_ahead;
        const bool same_follows = year && again.take_number(2) && again.take(separator) && again.take_number(2) &&
                                  again.take(separator);  // "22/04/202622/04/2026"
        const bool date_follows = same_follows || (year && date.take_number(2) && date.take('.') && date.take(' ') &&
                                                   date.take_phrase(PhraseKind::month));
        if (!time_follows && !date_follows) {
            return false;
        }
    }
    if (year->digits != 4 && year->digits != 2) {
        return false;
    }
    parts.year = full_year(*year);
    parts.day = first.value;
    parts.month = second->value;
    parts.dotted = separator == '.';
    // Stops part days, months and years in most languages, and in all but English the day comes first then.
    const bool may_be_month_first = separator != '.' || conventions_->language_tag(language_) == "en";
    if (parts.month > 12 && parts.day <= 12 && may_be_month_first) {
        std::swap(parts.month, parts.day);
    } else {
        parts.month_or_day = may_be_month_first && parts.month <= 12 && parts.day <= 12;
    }
    if (parts.month < 1 || parts.month > 12) {
        return false;
    }
    scanner = year_ahead;
    take_islamic_mark(scanner, parts);
    Scanner word = scanner;
    word.skip_spaces();
    if (const auto hit = word.take_phrase(PhraseKind::year_word); hit && hit->phrase->language == language_) {
        scanner = word;  // "22.11.2026 r."
    }
    return true;
}

}  // namespace galley::text
