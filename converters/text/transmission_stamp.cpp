#include "converters/text/transmission_stamp.h"

#include "converters/text/scanner.h"
#include "converters/text/time_parser.h"

namespace galley::text {
namespace {

std::int32_t full_year(std::int32_t of_two_figures) { return of_two_figures + (of_two_figures < 70 ? 2000 : 1900); }

std::optional<TransmissionStamp> checked(TransmissionStamp stamp, const Scanner& scanner) {
    stamp.end = scanner.at();
    return is_valid(stamp.date) ? std::optional{stamp} : std::nullopt;
}

TimeOfDay time_of(std::int32_t hours_and_minutes) {
    return {.hour = static_cast<std::uint8_t>(hours_and_minutes / 100),
            .minute = static_cast<std::uint8_t>(hours_and_minutes % 100)};
}

/// "131137 GMT Nov 13", "091223 dec 18", "050932 sep 14EDT"
std::optional<TransmissionStamp> read_iptc(Scanner scanner) {
    scanner.skip_spaces();
    TransmissionStamp stamp{.begin = scanner.at()};
    const auto figures = scanner.take_number(6);
    if (!figures || figures->digits != 6) {
        return std::nullopt;
    }
    stamp.date.day = static_cast<std::uint8_t>(figures->value / 10000);
    stamp.date.time = time_of(figures->value % 10000);
    scanner.skip_spaces();
    stamp.date.offset = take_offset(scanner);
    scanner.skip_spaces();
    const auto month = scanner.take_phrase(PhraseKind::month);
    if (!month || month->phrase->value > 12) {
        return std::nullopt;
    }
    stamp.date.month = static_cast<std::uint8_t>(month->phrase->value);
    scanner.skip_spaces();
    const auto year = scanner.take_digits(2);
    if (!year) {
        return std::nullopt;
    }
    stamp.date.year = full_year(year->value);
    Scanner zone = scanner;
    zone.skip_spaces();
    if (!stamp.date.offset) {
        stamp.date.offset = take_offset(zone);
        scanner = stamp.date.offset ? zone : scanner;
    }
    return checked(stamp, scanner);
}

std::optional<std::int32_t> take_after_hyphen(Scanner& scanner, int digits) {
    if (!scanner.take('-')) {
        return std::nullopt;
    }
    const auto number = scanner.take_number(digits);
    return number && number->digits == digits ? std::optional(number->value) : std::nullopt;
}

/// "AP-WF-08-29-16 1626GMT", "KWS-21:37-09-12-18"
std::optional<TransmissionStamp> read_anpa(Scanner scanner) {
    scanner.skip_spaces();
    TransmissionStamp stamp{.begin = scanner.at()};
    constexpr std::size_t longest_service = 12;
    const std::size_t first_figure =
        scanner.line().substr(0, stamp.begin + longest_service + 1).find_first_of("0123456789");
    if (first_figure == std::string_view::npos || first_figure < stamp.begin + 2) {
        return std::nullopt;
    }
    for (const char byte : scanner.line().substr(stamp.begin, first_figure - stamp.begin)) {
        if ((byte < 'A' || byte > 'Z') && byte != '-') {
            return std::nullopt;
        }
    }
    scanner.move_to(first_figure - 1);
    Scanner clock = scanner;
    (void)clock.take('-');
    const bool day_first = clock.take_digits(2).has_value() && clock.take(':');
    if (day_first) {
        const auto minute = clock.take_digits(2);
        if (!minute) {
            return std::nullopt;
        }
        const std::string_view line = scanner.line();
        stamp.date.time =
            time_of((line[first_figure] - '0') * 1000 + (line[first_figure + 1] - '0') * 100 + minute->value);
        scanner = clock;
    }
    const auto first = take_after_hyphen(scanner, 2);
    const auto second = take_after_hyphen(scanner, 2);
    const auto year = take_after_hyphen(scanner, 2);
    if (!first || !second || !year) {
        return std::nullopt;
    }
    stamp.date.year = full_year(*year);
    stamp.date.month = static_cast<std::uint8_t>(day_first ? *second : *first);
    stamp.date.day = static_cast<std::uint8_t>(day_first ? *first : *second);
    if (!day_first) {
        Scanner ahead = scanner;
        ahead.skip_spaces();
        if (const auto time = ahead.take_digits(4)) {
            stamp.date.time = time_of(time->value);
            stamp.date.offset = take_offset(ahead);
            scanner = ahead;
        }
    }
    return checked(stamp, scanner);
}

/// "AXC0213 2026-11-20/17:58": the service's number, and when it sent the story.
std::optional<TransmissionStamp> read_numbered(Scanner scanner) {
    constexpr std::size_t longest_number = 10;
    scanner.skip_spaces();
    TransmissionStamp stamp{.begin = scanner.at()};
    const std::string_view number = scanner.rest().substr(0, scanner.rest().find(' '));
    const std::size_t letters = number.find_first_of("0123456789");
    if (letters == std::string_view::npos || letters < 2 || number.size() > longest_number ||
        number.find_first_not_of("0123456789", letters) != std::string_view::npos ||
        number.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") != letters) {
        return std::nullopt;
    }
    scanner.move_to(stamp.begin + number.size());
    scanner.skip_spaces();
    const auto year = scanner.take_digits(4);
    const auto month = year ? take_after_hyphen(scanner, 2) : std::nullopt;
    const auto day = month ? take_after_hyphen(scanner, 2) : std::nullopt;
    const auto time = day && scanner.take('/') ? take_time(scanner, false) : std::nullopt;
    if (!time) {
        return std::nullopt;
    }
    stamp.date = {
        .year = year->value, .month = static_cast<std::uint8_t>(*month), .day = static_cast<std::uint8_t>(*day)};
    stamp.date.time = time->time;
    return checked(stamp, scanner);
}

/// "14-MAR-24 10:12 NNNN"
std::optional<TransmissionStamp> read_telex(Scanner scanner) {
    scanner.skip_spaces();
    TransmissionStamp stamp{.begin = scanner.at()};
    const auto day = scanner.take_number(2);
    if (!day || !scanner.take('-')) {
        return std::nullopt;
    }
    const auto month = scanner.take_phrase(PhraseKind::month);
    const auto year = month && month->phrase->value <= 12 ? take_after_hyphen(scanner, 2) : std::nullopt;
    scanner.skip_spaces();
    const auto time = year ? take_time(scanner, false) : std::nullopt;
    if (!time || !ends_telex(scanner.line())) {
        return std::nullopt;
    }
    stamp.date = {.year = full_year(*year),
                  .month = static_cast<std::uint8_t>(month->phrase->value),
                  .day = static_cast<std::uint8_t>(day->value)};
    stamp.date.time = time->time;
    stamp.date.offset = time->offset;
    return checked(stamp, scanner);
}

}  // namespace

bool ends_telex(std::string_view line) {
    constexpr std::string_view mark = "NNNN";
    constexpr std::size_t longest = 40;
    return line.ends_with(mark) && line.size() <= longest &&
           (line.size() == mark.size() || line[line.size() - mark.size() - 1] == ' ');
}

std::optional<TransmissionStamp> read_stamp(std::string_view line, const Conventions& conventions) {
    const Scanner scanner{conventions, 0, line};
    for (const auto& read : {read_iptc, read_anpa, read_telex, read_numbered}) {
        if (const auto stamp = read(scanner)) {
            return stamp;
        }
    }
    return std::nullopt;
}

}  // namespace galley::text
