#include "converters/text/date_parts.h"

namespace galley::text {

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

/// "11/22(日)": the day of the week proves it.
bool DateParser::take_with_weekday_in_brackets(Scanner& scanner, Parts& parts, const ScannedNumber& month) const {
    Scanner ahead = scanner;
    if (month.value < 1 || month.value > 12 || !ahead.take('/')) {
        return false;
    }
    const auto day = ahead.take_number(2);
    Scanner bracket = ahead;
    if (!day || day->value < 1 || day->value > 31 || !bracket.take('(') || !is_ideograph(bracket.peek())) {
        return false;
    }
    parts.month = month.value;
    parts.day = day->value;
    scanner = ahead;
    return true;
}

}  // namespace galley::text
