#include "converters/text/date_parts.h"
#include "converters/text/date_words.h"
#include "converters/text/hebrew_numeral.h"

namespace galley::text {

/// "י״ב בכסלו תשפ״ז": day and year in letters, the year with or without its thousands.
bool DateParser::take_hebrew_date(Scanner& scanner, Parts& parts) const {
    if (!begins_hebrew_numeral(scanner.line(), scanner.at())) {
        return false;
    }
    constexpr std::int32_t fewest_years = 600;
    constexpr std::int32_t thousands = 5000;
    Scanner ahead = scanner;
    const auto day = take_hebrew_numeral(ahead);
    ahead.skip_spaces();
    const auto month = day ? ahead.take_phrase(PhraseKind::month) : std::nullopt;
    if (!month || month->phrase->value <= hebrew_months) {
        return false;
    }
    ahead.skip_spaces();
    (void)ahead.take(',');
    ahead.skip_spaces();
    const auto year = take_hebrew_numeral(ahead);
    if (!year || *year < fewest_years) {
        return false;
    }
    parts.day = *day;
    set_month(*month, parts);
    parts.year = *year < 1000 ? *year + thousands : *year;
    scanner = ahead;
    return true;
}

}  // namespace galley::text
