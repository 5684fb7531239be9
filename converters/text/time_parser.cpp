#include "converters/text/time_parser.h"

namespace galley::text {
namespace {

constexpr std::int16_t many_meanings = 9999;

/// "+05:30", "+0530", "-05"; "+7" only behind "GMT", where `digits_least` is 1.
std::optional<std::int16_t> take_numeric_offset(Scanner& scanner, int digits_least = 2) {
    Scanner ahead = scanner;
    const bool west = ahead.peek() == '-' || ahead.peek() == 0x2212;
    if (!ahead.take('+') && !ahead.take('-') && !ahead.take(0x2212)) {
        return std::nullopt;
    }
    const auto hours = ahead.take_digits(2);
    if (!hours || hours->digits < digits_least || hours->value > 14) {
        return std::nullopt;
    }
    std::int32_t minutes = 0;
    Scanner further = ahead;
    (void)further.take(':');
    if (const auto more = further.take_number(2); more && more->digits == 2 && more->value < 60) {
        minutes = more->value;
        ahead = further;
    }
    const std::int32_t total = hours->value * 60 + minutes;
    scanner = ahead;
    return static_cast<std::int16_t>(west ? -total : total);
}

/// Takes "a.m.", "pm"; 0 or 12, nothing when there is neither.
std::optional<int> take_meridiem(Scanner& scanner) {
    Scanner ahead = scanner;
    ahead.skip_spaces();
    const auto hit = ahead.take_phrase(PhraseKind::meridiem);
    if (!hit) {
        return std::nullopt;
    }
    scanner = ahead;
    return hit->phrase->value;
}

/// "4:29 AM ESTUpdated …": the next date's label right behind the zone.
std::optional<PhraseHit> take_glued_zone(Scanner& scanner) {
    const std::string_view line = scanner.line();
    const auto is_capital = [&](std::size_t at) { return at < line.size() && line[at] >= 'A' && line[at] <= 'Z'; };
    for (std::size_t end = scanner.at() + 1; end <= scanner.at() + 4 && is_capital(end - 1); ++end) {
        Scanner label = scanner;
        label.move_to(end);
        if (!label.take_phrase({PhraseKind::published, PhraseKind::updated})) {
            continue;
        }
        Scanner zone = scanner.up_to(end);
        if (auto hit = zone.take_phrase(PhraseKind::zone); hit && hit->end == end) {
            scanner.move_to(end);
            return hit;
        }
    }
    return std::nullopt;
}

/// True when a zone stood there, whether or not its abbreviation has one meaning only.
bool take_zone_after(Scanner& scanner, PrintedTime& printed) {
    Scanner ahead = scanner;
    if (Scanner behind_comma = scanner; behind_comma.take(',')) {  // "11:42, UK"
        behind_comma.skip_spaces();
        const auto zone = behind_comma.take_phrase(PhraseKind::zone);
        if (!zone || !behind_comma.at_end()) {
            return false;
        }
        printed.offset =
            zone->phrase->value == many_meanings ? std::nullopt : std::optional<std::int16_t>(zone->phrase->value);
        scanner = behind_comma;
        return true;
    }
    ahead.skip_spaces();
    const bool bracket = ahead.take('(');
    const std::size_t start = ahead.at();
    const auto offset = take_offset(ahead);
    if (ahead.at() == start || (bracket && !ahead.take(')'))) {
        return false;
    }
    printed.offset = offset;
    scanner = ahead;
    return true;
}

/// "14:05", "14.05", "14h05".
bool begins_clock(Scanner scanner) {
    scanner.skip_spaces();
    return scanner.take_number(2) && scanner.take_any(U":.h") && digit_value(scanner.peek()) >= 0;
}

}  // namespace

std::optional<std::int16_t> take_offset(Scanner& scanner) {
    if (const auto numeric = take_numeric_offset(scanner)) {
        return numeric;
    }
    auto zone = scanner.take_phrase(PhraseKind::zone);
    if (!zone) {
        zone = take_glued_zone(scanner);
    }
    if (!zone || zone->phrase->value == many_meanings) {
        return std::nullopt;
    }
    if (zone->phrase->value == 0) {
        if (const auto numeric = take_numeric_offset(scanner, 1)) {
            return numeric;  // "GMT+8"
        }
    }
    return zone->phrase->value;
}

std::optional<PrintedTime> take_clock_figures(Scanner& scanner) {
    Scanner ahead = scanner;
    ahead.skip_spaces();
    const auto figures = ahead.take_digits(4);
    if (!figures || figures->digits != 4 || figures->value / 100 > 23 || figures->value % 100 > 59) {
        return std::nullopt;
    }
    PrintedTime printed;
    printed.time.hour = static_cast<std::uint8_t>(figures->value / 100);
    printed.time.minute = static_cast<std::uint8_t>(figures->value % 100);
    Scanner unit = ahead;
    unit.skip_spaces();
    const bool word = unit.take_phrase(PhraseKind::time_word).has_value();
    if (word && begins_clock(unit)) {
        return std::nullopt;  // "22 nov 2026 ore 14:05": a year
    }
    if (word) {
        ahead = unit;
    }
    if (!take_zone_after(ahead, printed) && !word) {
        return std::nullopt;
    }
    scanner = ahead;
    return printed;
}

std::optional<PrintedTime> take_time(Scanner& scanner, bool dots) {
    Scanner ahead = scanner;
    ahead.skip_spaces();
    if (digit_value(ahead.peek()) >= 0) {
        if (auto printed = take_clock_figures(scanner)) {
            return printed;
        }
    }
    const std::optional<int> meridiem_before = take_meridiem(ahead);
    ahead.skip_spaces();
    const auto hour = ahead.take_number(2);
    if (!hour || hour->value > 24) {
        return std::nullopt;
    }
    PrintedTime printed;
    std::int32_t minute = 0;
    bool proven = meridiem_before.has_value();
    Scanner after_hour = ahead;
    after_hour.skip_spaces();
    const bool colon = ahead.take(':');
    const bool letter_h = !colon && (ahead.take('h') || after_hour.take(U'時') || after_hour.take(U'时') ||
                                     after_hour.take(U'点') || after_hour.take(U'시'));
    if (after_hour.at() > ahead.at()) {
        ahead = after_hour;
    }
    const bool dot = !colon && !letter_h && ahead.take('.');
    if (colon || letter_h || dot) {
        Scanner further = ahead;
        if (letter_h) {
            further.skip_spaces();
        }
        const auto minutes = further.take_number(2);
        if (minutes && minutes->value < 60 && (letter_h || minutes->digits == 2)) {
            minute = minutes->value;
            ahead = further;
            proven = true;
            (void)(letter_h && (ahead.take(U'分') || ahead.take(U'분')));
            Scanner seconds_ahead = ahead;
            if (colon && seconds_ahead.take(':')) {
                if (const auto seconds = seconds_ahead.take_number(2); seconds && seconds->value <= 60) {
                    printed.time.second = static_cast<std::uint8_t>(seconds->value);
                    ahead = seconds_ahead;
                    Scanner fraction = ahead;
                    if (fraction.take('.') && fraction.take_digits(9)) {
                        ahead = fraction;
                    }
                }
            }
        } else if (!letter_h) {
            return std::nullopt;
        } else {
            proven = true;
        }
    }
    std::int32_t value = hour->value;
    const std::optional<int> meridiem = meridiem_before ? meridiem_before : take_meridiem(ahead);
    if (meridiem && value <= 12) {
        value = value % 12 + *meridiem;
        printed.twelve_hours = !meridiem_before;
        proven = true;
    }
    Scanner unit = ahead;
    unit.skip_spaces();
    if (unit.take_phrase(PhraseKind::time_word)) {
        ahead = unit;
        proven = true;
    }
    if (!proven || value > 24 || (value == 24 && minute != 0)) {
        return std::nullopt;
    }
    printed.time.hour = static_cast<std::uint8_t>(value % 24);
    printed.time.minute = static_cast<std::uint8_t>(minute);
    const bool zone = take_zone_after(ahead, printed);
    if (dot && !dots && !meridiem && !zone) {
        return std::nullopt;  // "18.42" alone is a number; "18.42 GMT" and "6.12am" are times
    }
    scanner = ahead;
    return printed;
}

}  // namespace galley::text
