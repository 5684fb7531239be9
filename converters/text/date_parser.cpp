#include "converters/text/date_parser.h"

#include "converters/text/calendars.h"
#include "converters/text/date_parts.h"
#include "converters/text/date_words.h"
#include "converters/text/fold.h"
#include "converters/text/hebrew_numeral.h"
#include "converters/text/time_parser.h"
#include "core/text/ascii_word.h"
#include "galley/utf8.h"

#include <algorithm>
#include <utility>

namespace galley::text {
namespace {

/// Looks at every byte without a branch, many at a time.
bool may_hold_digit(std::string_view text) {
    unsigned char found = 0;
    for (const char byte : text) {
        found |= static_cast<unsigned char>((byte >= '0') & (byte <= '9')) |
                 static_cast<unsigned char>(static_cast<unsigned char>(byte) >= 0x80);
    }
    return found != 0;
}

/// The first figure from `at` on, or letters that stand for one.
std::size_t find_digit(std::string_view line, std::size_t at) {
    const auto is_other_ascii = [](char byte) {
        return static_cast<unsigned char>(byte) < 0x80 && (byte < '0' || byte > '9');
    };
    while (at < line.size() && (is_other_ascii(line[at]) ||
                                (digit_value(utf8::at(line, at).code) < 0 && !begins_hebrew_numeral(line, at)))) {
        at += utf8::at(line, at).size;
    }
    return at;
}

/// "0001 hours", which are not so many hours.
bool begins_clock_figures(Scanner scanner) {
    return digit_value(scanner.peek()) >= 0 && take_clock_figures(scanner).has_value();
}

/// Whether `byte` is a letter that goes on with the word of the letter before it: most bytes of most lines.
bool is_inside_word(char byte, char32_t before) {
    const auto is_ascii_letter = [](std::uint32_t code) { return (code | 0x20U) - 'a' <= 'z' - 'a'; };
    const bool small = (static_cast<unsigned char>(byte) & 0x20U) != 0;
    const bool small_before = (before & 0x20U) != 0;
    return is_ascii_letter(static_cast<unsigned char>(byte)) && before < 0x80 && is_ascii_letter(before) &&
           (small || !small_before);
}

/// Whether a number or a word begins with `code` behind `before`, or a capital stands right behind a small letter.
bool starts_date(char32_t code, char32_t before) {
    if (digit_value(code) >= 0) {
        return digit_value(before) < 0 && before != '.' && before != '/' && before != '$';
    }
    return is_letter(code) && (!is_letter(before) || (is_lower(before) && is_upper(code)) || is_ideograph(code));
}

}  // namespace

bool DateParser::settle(Parts& parts) const {
    const auto calendar = static_cast<std::int16_t>(parts.month / months_of_calendar * months_of_calendar);
    std::int32_t month = parts.month % months_of_calendar;
    std::int32_t day = parts.day;
    if (calendar != 0) {
        if (!parts.year || day == 0) {
            return false;
        }
        const auto from = calendar == persian_months  ? from_persian
                          : calendar == hebrew_months ? from_hebrew
                                                      : from_islamic;
        const auto gregorian = from(*parts.year, month, day);
        if (!gregorian) {
            return false;
        }
        parts.year = gregorian->year;
        month = gregorian->month;
        day = gregorian->day;
    }
    if (parts.year && *parts.year >= 2400 && *parts.year <= 2700) {
        *parts.year -= 543;  // Buddhist era
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
            month_first = true;  // the twelve-hour clock beside a numeric date is American usage
            decided = true;
        }
        if (!decided && !tag.empty() && tag != "en") {
            decided = true;  // every other language that writes the year last puts the day first
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

bool DateParser::take_date(Scanner& scanner, Parts& parts) const {
    if (const char32_t here = scanner.peek(); digit_value(here) < 0) {
        if (take_hebrew_date(scanner, parts)) {
            return true;
        }
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
    if (fits(&DateParser::take_east_asian) || fits(&DateParser::take_with_weekday_in_brackets)) {
        return true;
    }
    if (number->digits == 4) {
        return fits(&DateParser::take_year_first);
    }
    return number->digits <= 2 && (fits(&DateParser::take_numeric) || fits(&DateParser::take_day_first));
}

std::optional<DateMatch> DateParser::at(std::string_view line, std::size_t at) const {
    Scanner scanner{*conventions_, language_, line, at};
    const PhraseKinds words = conventions_->lexicon().may_begin(
        line, at, {PhraseKind::weekday, PhraseKind::day_word, PhraseKind::era, PhraseKind::month});
    if (digit_value(scanner.peek()) < 0 && !words.any() && !begins_hebrew_numeral(line, at)) {
        return std::nullopt;  // most words; what follows would ask for one kind after the other
    }
    DateMatch match{.begin = at};
    Parts parts;

    constexpr std::size_t shortest_of_others =
        3;  // bytes: "an" is a Lithuanian Tuesday, ends names elsewhere and begins "an hour ago"
    Scanner weekday = scanner;
    if (const auto named = words.has(PhraseKind::weekday) ? weekday.take_phrase(PhraseKind::weekday) : std::nullopt;
        named &&
        (language_ == 0 || named->phrase->language == language_ || named->phrase->size >= shortest_of_others)) {
        (void)weekday.take_any(U".");
        weekday.skip_spaces();
        (void)weekday.take_any(U",-");
        take_date_words(weekday, language_);
        weekday.skip_spaces();
        Parts probe;
        if (Scanner date = weekday; take_date(date, probe)) {
            scanner = weekday;  // else "Mar 26" begins with a Spanish Tuesday
        } else if (at == 0) {
            if (auto time = take_time(weekday, false); time && weekday.at_end()) {  // "Monday 5:30PM", and nothing else
                match.relative = true;
                match.date.time = time->time;
                match.end = weekday.at();
                return match;
            }
        }
    } else if (Scanner day = scanner;
               words.has(PhraseKind::day_word) && !begins_clock_figures(day) && day.take_phrase(PhraseKind::day_word)) {
        match.relative = true;
        Scanner clock = day;
        (void)clock.take(',');
        take_date_words(clock, language_);
        if (const auto time = take_time(clock, true)) {
            match.date.time = time->time;
            match.date.offset = time->offset;
            day = clock;
        }
        match.end = day.at();
        return match;
    } else if (Scanner clock = scanner; digit_value(clock.peek()) >= 0) {
        // "15:56 BST, 27 April 2024", "11:00 AM PDT • May 16, 2024", "2010 GMT (0410 HKT) March 14, 2021"
        if (auto time = take_time(clock, false)) {
            clock.skip_spaces();
            if (Scanner elsewhere = clock; elsewhere.take('(') && take_time(elsewhere, false) && elsewhere.take(')')) {
                clock = elsewhere;
                clock.skip_spaces();
            }
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
        Scanner label = scanner;  // "… ESTUpdated …"
        if (!parts.time || !label.take_phrase(PhraseKind::updated)) {
            return std::nullopt;
        }
    }
    if (!settle(parts)) {
        return std::nullopt;
    }
    take_same_day(scanner, parts);
    while (!scanner.at_end() && scanner.peek() == 0) {
        scanner.skip();  // what comparison skips: "هـ"
    }
    match.date = *parts.date;
    match.other = parts.other;
    match.named_month = parts.named_month;
    match.language = parts.language;
    match.end = scanner.at();
    return match;
}

std::optional<DateMatch> DateParser::find(std::string_view line, std::size_t from) const {
    // A date has a digit, within reach of a weekday or a month before it; only a short line is worth looking at for
    // "yesterday".
    constexpr std::size_t reach = 48;
    constexpr std::size_t longest_relative = 120;
    constexpr PhraseKinds dated{PhraseKind::weekday, PhraseKind::era, PhraseKind::month, PhraseKind::day_word};
    const PhraseKinds relative = line.size() <= longest_relative ? PhraseKinds{PhraseKind::day_word} : PhraseKinds{};
    std::size_t next_digit = may_hold_digit(line.substr(from)) ? from : line.size();
    if (next_digit == line.size() && !relative.any()) {
        return std::nullopt;
    }
    const auto digit_in_reach = [&](std::size_t at) {
        next_digit = find_digit(line, std::max(next_digit, at));
        return next_digit < line.size() && next_digit - at <= reach;
    };
    // Words that dates begin with, most of which the first letters rule out.
    const auto can_begin = [&](std::size_t at) {
        return conventions_->lexicon().may_begin(line, at, digit_in_reach(at) ? relative | dated : relative).any();
    };
    const std::size_t limit = std::min(line.size(), from + search_limit);
    char32_t before = from == 0 ? 0 : utf8::before(line, from).code;
    for (std::size_t at = from; at < limit;) {
        if (is_inside_word(line[at], before)) {
            at += std::max<std::size_t>(small_letters_at(line, at), 1);
            before = static_cast<unsigned char>(line[at - 1]);
            continue;
        }
        const utf8::Character character = utf8::at(line, at);
        if (starts_date(character.code, before) &&
            (digit_value(character.code) >= 0 || can_begin(at) || begins_hebrew_numeral(line, at))) {
            if (auto match = this->at(line, at)) {
                return match;
            }
        }
        before = character.code;
        at += character.size;
    }
    return std::nullopt;
}

}  // namespace galley::text
