#include "converters/text/embargo_line.h"

#include "converters/text/date_parser.h"
#include "converters/text/date_words.h"
#include "converters/text/line_shape.h"
#include "converters/text/scanner.h"
#include "converters/text/time_parser.h"
#include "galley/utf8.h"

namespace galley::text {
namespace {

/// A time, or behind a word that stands before times an hour alone: "klo 18", "ore 18".
std::optional<PrintedTime> take_hour(Scanner& scanner, bool behind_word) {
    Scanner ahead = scanner;
    if (auto time = take_time(ahead, true)) {
        scanner = ahead;
        return time;
    }
    const auto hour = behind_word ? ahead.take_number(2) : std::nullopt;
    if (!hour || hour->value > 23) {
        return std::nullopt;
    }
    scanner = ahead;
    return PrintedTime{.time = {.hour = static_cast<std::uint8_t>(hour->value), .minute = 0}};
}

/// What stands right at `scanner` or behind words and marks that link the parts of dates.
std::optional<PrintedTime> take_hour_behind_words(Scanner& scanner, std::uint8_t language) {
    scanner.move_to(find_letter_or_digit(scanner.line(), scanner.at()));
    const std::size_t before_words = scanner.at();
    take_date_words(scanner, language);
    const bool time_word = scanner.take_phrase(PhraseKind::time_word).has_value();
    scanner.skip_spaces();
    return take_hour(scanner, time_word || scanner.at() > before_words);
}

/// The last time before `end` that words lead to: "fino alle ore 18 del 22 novembre".
std::optional<PrintedTime> find_hour_before(std::string_view line, std::size_t end, const Conventions& conventions,
                                            std::uint8_t language) {
    std::optional<PrintedTime> found;
    for (std::size_t at = 0; at < end; at = next_word_end(line, at)) {
        if (at > 0 && find_letter_or_digit(line, at - utf8::before(line, at).size) < at) {
            continue;  // inside a word
        }
        Scanner scanner{conventions, language, line.substr(0, end), at};
        if (const auto hour = take_hour_behind_words(scanner, language)) {
            found = hour;
        }
    }
    return found;
}

}  // namespace

bool is_embargo_line(std::string_view line, const Conventions& conventions, std::uint8_t language) {
    const Lexicon& lexicon = conventions.lexicon();
    const std::size_t begin = find_letter_or_digit(line);  // "*** EMBARGO", "【解禁", "+++ Sperrfrist"
    if (!lexicon.may_begin(line, begin, {PhraseKind::embargo, PhraseKind::weak_embargo}).any()) {
        return false;  // nearly every line
    }
    if (lexicon.longest(line, begin, PhraseKind::embargo, language)) {
        return true;
    }
    const auto weak = lexicon.longest(line, begin, PhraseKind::weak_embargo, language);
    if (!weak) {
        return false;
    }
    Scanner scanner{conventions, language, line, find_letter_or_digit(line, weak->end)};
    take_date_words(scanner, language);
    scanner.skip_spaces();
    if (scanner.at_end() || DateParser{conventions, language, DateOrder::automatic}.at(line, scanner.at())) {
        return true;
    }
    Scanner hour{conventions, language, line, weak->end};
    return scanner.take_phrase(PhraseKind::weekday) || take_hour_behind_words(hour, language);
}

Embargo read_embargo(std::string_view line, const Conventions& conventions, std::uint8_t language) {
    Embargo embargo;
    const auto date = DateParser{conventions, language, DateOrder::automatic}.find(line);
    if (!date || date->relative) {
        return embargo;
    }
    embargo.until = date->date;
    if (embargo.until.time) {
        return embargo;
    }
    Scanner behind{conventions, language, line, date->end};
    auto hour = take_hour_behind_words(behind, language);
    if (!hour) {
        hour = find_hour_before(line, date->begin, conventions, language);
    }
    if (hour) {
        embargo.until.time = hour->time;
        embargo.until.offset = hour->offset;
    }
    return embargo;
}

}  // namespace galley::text
