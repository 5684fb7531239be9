#include "converters/text/date_parser.h"

#include "converters/text/calendars.h"
#include "converters/text/fold.h"
#include "converters/text/time_parser.h"
#include "galley/utf8.h"

#include <utility>

namespace galley::text {
namespace {

constexpr std::int16_t islamic = 16;
constexpr std::int16_t persian = 32;

/// Years of two digits: 70 to 99 are of the last century.
std::int32_t full_year(const ScannedNumber& number) {
    if (number.digits > 2) {
        return number.value;
    }
    return number.value + (number.value < 70 ? 2000 : 1900);
}

/// Takes a full stop that ends an abbreviation or an ordinal.
void take_stop(Scanner& scanner) { (void)scanner.take('.'); }

/// Takes words that link the parts of a date, of `language` or, where it is not known, of any.
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

/// The ending of an ordinal: "2nd", "1er", "3º", "5-го", "2."; nothing taken is fine.
void take_ordinal(Scanner& scanner) {
    Scanner ahead = scanner;
    for (const std::string_view ending : {"st", "nd", "rd", "th", "er", "e", "o", "a", "º", "ª", "-го", "го", "-е", "η", "ο", "-a", "-ro", "ம்"}) {
        Scanner further = scanner;
        bool fits = true;
        for (std::size_t at = 0; at < ending.size() && fits;) {
            const utf8::Character character = utf8::at(ending, at);
            at += character.size;
            fits = further.take(fold(character.code));
        }
        if (fits && is_word_end(further.line(), further.at())) {
            ahead = further;
            break;
        }
    }
    take_stop(ahead);
    scanner = ahead;
}

}  // namespace

struct DateParser::Parts {
    std::optional<std::int32_t> year;
    std::int32_t month = 0;
    std::int32_t day = 0;
    bool month_or_day = false;      ///< day and month may be the other way round
    bool named_month = false;
    bool dotted = false;            ///< written with stops: a time may be as well
    std::uint8_t language = 0;
    std::optional<PrintedTime> time;
    std::optional<PartialDate> date, other;
};

bool DateParser::settle(Parts& parts) const {
    const std::int16_t calendar = static_cast<std::int16_t>(parts.month / 16 * 16);
    std::int32_t month = parts.month % 16;
    std::int32_t day = parts.day;
    if (calendar == islamic || calendar == persian) {
        if (!parts.year || day == 0) {
            return false;
        }
        const auto gregorian = calendar == persian ? from_persian(*parts.year, month, day) : from_islamic(*parts.year, month, day);
        if (!gregorian) {
            return false;
        }
        parts.year = gregorian->year;
        month = gregorian->month;
        day = gregorian->day;
    } else if (calendar != 0) {
        return false;
    }
    if (parts.year && *parts.year >= 2400 && *parts.year <= 2700) {
        *parts.year -= 543;         // Buddhist era
    }
    if (parts.year && (*parts.year < 1600 || *parts.year > 2199)) {
        return false;
    }
    const auto made = [&](std::int32_t m, std::int32_t d) -> std::optional<PartialDate> {
        PartialDate date;
        date.year = parts.year;
        if (m < 0 || m > 12 || d < 0 || d > 31 || (m == 0 && d == 0)) {
            return std::nullopt;
        }
        if (m > 0) {
            date.month = static_cast<std::uint8_t>(m);
        }
        if (d > 0) {
            date.day = static_cast<std::uint8_t>(d);
        }
        if (parts.time) {
            date.time = parts.time->time;
            date.offset = parts.time->offset;
        }
        return is_valid(date) ? std::optional(date) : std::nullopt;
    };
    parts.date = made(month, day);
    if (parts.month_or_day) {
        parts.other = made(day, month);
        bool month_first = order_ == DateOrder::month_first;
        bool decided = order_ != DateOrder::automatic;
        const std::string_view tag = conventions_->language_tag(language_);
        if (!decided && parts.time && parts.time->twelve_hours && (tag == "en" || tag.empty())) {
            month_first = true;     // the twelve-hour clock beside a numeric date is American usage
            decided = true;
        }
        if (!decided && !tag.empty() && tag != "en") {
            decided = true;         // every other language that writes the year last puts the day first
        }
        if ((month_first && parts.other) || !parts.date) {
            std::swap(parts.date, parts.other);
        }
        if (decided || parts.date == parts.other) {
            parts.other.reset();
        }
    }
    return parts.date.has_value();
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
        if (number.peek() != ':' && (!number_follows || time_follows)) {
            parts.year = year->value;
            scanner = number;
            Scanner word = scanner;
            word.skip_spaces();
            if (word.take_phrase(PhraseKind::date_word)) {
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

bool DateParser::take_era_date(Scanner& scanner, Parts& parts) const {
    Scanner ahead = scanner;
    const auto era = ahead.take_phrase(PhraseKind::era);
    if (!era) {
        return false;
    }
    ahead.skip_spaces();
    std::int32_t year = 1;
    if (!ahead.take(U'元')) {
        const auto number = ahead.take_number(4);
        if (!number) {
            return false;
        }
        year = number->value;
    }
    if (!ahead.take(U'年')) {
        return false;
    }
    ScannedNumber gregorian{.value = year + era->phrase->value, .digits = 4, .end = ahead.at()};
    parts.year = gregorian.value;
    ahead.skip_spaces();
    const auto month = ahead.take_number(2);
    if (!month || !take_east_asian(ahead, parts, *month)) {
        return false;
    }
    scanner = ahead;
    return true;
}

bool DateParser::take_east_asian(Scanner& scanner, Parts& parts, const ScannedNumber& first) const {
    Scanner ahead = scanner;
    ScannedNumber number = first;
    ahead.skip_spaces();
    if (number.digits == 4 && !parts.year && (ahead.take(U'年') || ahead.take(U'년'))) {
        parts.year = number.value;
        ahead.skip_spaces();
        const auto next = ahead.take_number(2);
        if (!next) {
            return false;
        }
        number = *next;
        ahead.skip_spaces();
    }
    if (ahead.take(U'月') || ahead.take(U'월')) {
        parts.month = number.value;
        ahead.skip_spaces();
        const auto day = ahead.take_number(2);
        if (!day) {
            return false;
        }
        number = *day;
        ahead.skip_spaces();
    } else if (parts.year) {
        return false;
    }
    if (!ahead.take(U'日') && !ahead.take(U'일') && !ahead.take(U'号')) {
        return false;
    }
    parts.day = number.value;
    scanner = ahead;
    return true;
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
                parts.year = year.value;
                parts.month = month->value;
                parts.day = day->value;
                if (separator == '.') {
                    take_stop(ahead);
                }
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
            take_stop(month_first);
            parts.year = year.value;
            parts.month = month->phrase->value;
            parts.day = day->value;
            parts.named_month = true;
            parts.language = month->phrase->language;
            Scanner word = month_first;
            word.skip_spaces();
            scanner = word.take_phrase(PhraseKind::date_word) ? word : month_first;
            return true;
        }
    } else if (const auto day = ahead.take_number(2)) {
        take_stop(ahead);
        ahead.skip_spaces();
        if (const auto named = ahead.take_phrase(PhraseKind::month)) {
            parts.year = year.value;
            parts.month = named->phrase->value;
            parts.day = day->value;
            parts.named_month = true;
            parts.language = named->phrase->language;
            scanner = ahead;
            return true;
        }
    }
    return false;
}

bool DateParser::take_numeric(Scanner& scanner, Parts& parts, const ScannedNumber& first) const {
    Scanner ahead = scanner;
    const char32_t separator = ahead.peek();
    if (!ahead.take_any(U"./-")) {
        return false;
    }
    if (separator == '.') {
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
    if (!year) {
        year = year_ahead.take_digits(4);       // "05.06.202514:46", "30.01.202430. Januar 2024"
        Scanner time = year_ahead;
        Scanner date = year_ahead;
        const bool time_follows = year && take_time(time, false);
        const bool date_follows = year && date.take_number(2) && date.take('.') && date.take(' ') && date.take_phrase(PhraseKind::month);
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
    if (parts.month > 12 && parts.day <= 12 && separator != '.') {
        std::swap(parts.month, parts.day);
    } else {
        parts.month_or_day = separator != '.' && parts.month <= 12 && parts.day <= 12;
    }
    if (parts.month < 1 || parts.month > 12) {
        return false;
    }
    scanner = year_ahead;
    return true;
}

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
    take_year(ahead, parts);
    scanner = ahead;
    return true;
}

bool DateParser::take_date(Scanner& scanner, Parts& parts) const {
    if (const char32_t here = scanner.peek(); digit_value(here) < 0) {
        Parts era_parts = parts;
        if (take_era_date(scanner, era_parts)) {
            parts = era_parts;
            return true;
        }
        return take_month_first(scanner, parts);
    }
    Scanner ahead = scanner;
    const auto number = ahead.take_number(4);
    if (!number) {
        return false;
    }
    using Form = bool (DateParser::*)(Scanner&, Parts&, const ScannedNumber&) const;
    const auto fits = [&](Form form) {
        Scanner attempt = ahead;
        Parts attempted = parts;
        if (!(this->*form)(attempt, attempted, *number)) {
            return false;
        }
        scanner = attempt;
        parts = attempted;
        return true;
    };
    if (fits(&DateParser::take_east_asian)) {
        return true;
    }
    if (number->digits == 4) {
        return fits(&DateParser::take_year_first);
    }
    return number->digits <= 2 && (fits(&DateParser::take_numeric) || fits(&DateParser::take_day_first));
}

void DateParser::take_time_after(Scanner& scanner, Parts& parts) const {
    Scanner ahead = scanner;
    ahead.skip_spaces();
    if (ahead.take('(')) {          // "2025年1月13日(月) 21時37分"
        if (ahead.take_phrase(PhraseKind::weekday) || is_ideograph(ahead.peek())) {
            if (ahead.before() == '(') {
                ahead.skip();
            }
            if (ahead.take(')')) {
                scanner = ahead;
            }
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
            ahead = separator;
        }
        const std::size_t before_words = ahead.at();
        take_date_words(ahead, language_);
        word = ahead.at() > before_words;
    }
    if (auto time = take_time(ahead, parts.dotted || word)) {
        parts.time = time;
        scanner = ahead;
    }
}

std::optional<DateMatch> DateParser::at(std::string_view line, std::size_t at) const {
    Scanner scanner{*conventions_, language_, line, at};
    if (digit_value(scanner.peek()) < 0 &&
        !conventions_->lexicon().has_any(line, at, {PhraseKind::weekday, PhraseKind::day_word, PhraseKind::era, PhraseKind::month})) {
        return std::nullopt;        // most words; what follows would ask for one kind after the other
    }
    DateMatch match{.begin = at};
    Parts parts;

    if (Scanner weekday = scanner; weekday.take_phrase(PhraseKind::weekday)) {
        (void)weekday.take_any(U".");
        weekday.skip_spaces();
        (void)weekday.take_any(U",-");
        take_date_words(weekday, language_);
        weekday.skip_spaces();
        Parts probe;
        if (Scanner date = weekday; take_date(date, probe)) {
            scanner = weekday;          // else "Mar 26" begins with a Spanish Tuesday
        }
    } else if (Scanner day = scanner; day.take_phrase(PhraseKind::day_word)) {
        match.relative = true;
        Scanner clock = day;
        take_date_words(clock, language_);
        if (const auto time = take_time(clock, true)) {
            match.date.time = time->time;
            match.date.offset = time->offset;
            day = clock;
        }
        match.end = day.at();
        return match;
    } else if (Scanner clock = scanner; digit_value(clock.peek()) >= 0) {
        // "15:56 BST, 27 April 2024", "11:00 AM PDT • May 16, 2024"
        if (auto time = take_time(clock, false)) {
            clock.skip_spaces();
            (void)clock.take_any(U",•·|-–—");
            take_date_words(clock, language_);
            clock.skip_spaces();
            if (clock.take_phrase(PhraseKind::weekday)) {
                (void)clock.take(',');
                clock.skip_spaces();
            }
            if (take_date(clock, parts)) {
                parts.time = time;
                scanner = clock;
            } else {
                parts = {};
            }
        }
    }
    if (!parts.time) {
        if (!take_date(scanner, parts)) {
            return std::nullopt;
        }
        take_time_after(scanner, parts);
    }
    const bool letters_follow = is_letter(scanner.peek()) && !is_ideograph(scanner.peek());
    if (letters_follow && !is_word_end(line, scanner.at())) {
        return std::nullopt;
    }
    if (!settle(parts)) {
        return std::nullopt;
    }
    match.date = *parts.date;
    match.other = parts.other;
    match.named_month = parts.named_month;
    match.language = parts.language;
    match.end = scanner.at();
    return match;
}

std::optional<DateMatch> DateParser::find(std::string_view line, std::size_t from) const {
    // A date has a digit, within reach of a weekday or a month before it; only a short line is worth looking at for "yesterday".
    constexpr std::size_t reach = 48;
    constexpr std::size_t longest_relative = 120;
    const bool short_line = line.size() <= longest_relative;
    std::size_t next_digit = from;
    const auto digit_in_reach = [&](std::size_t at) {
        next_digit = std::max(next_digit, at);
        while (next_digit < line.size() && !(line[next_digit] >= '0' && line[next_digit] <= '9') && static_cast<unsigned char>(line[next_digit]) < 0x80) {
            ++next_digit;
        }
        return next_digit < line.size() && next_digit - at <= reach;
    };
    const std::size_t limit = std::min(line.size(), from + search_limit);
    char32_t before = from == 0 ? 0 : utf8::before(line, from).code;
    for (std::size_t at = from; at < limit;) {
        const utf8::Character character = utf8::at(line, at);
        const char32_t code = character.code;
        const bool digit = digit_value(code) >= 0;
        const bool starts = digit ? digit_value(before) < 0 && before != '.' && before != '/' && before != '$'
                                  : is_letter(code) && (!is_letter(before) || (is_lower(before) && is_upper(code)) || is_ideograph(code));
        if (starts && (digit || short_line || digit_in_reach(at))) {
            if (auto match = this->at(line, at)) {
                return match;
            }
        }
        before = code;
        at += character.size;
    }
    return std::nullopt;
}

}  // namespace galley::text
