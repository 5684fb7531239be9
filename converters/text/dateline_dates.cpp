#include "converters/text/dateline_dash.h"
#include "converters/text/dateline_draft.h"
#include "converters/text/fold.h"
#include "galley/utf8.h"

namespace galley::text {
namespace {

/// "Saltmere today announced …": text behind a dash, no time of day as a page has it.
bool goes_on_with_text(std::string_view rest) {
    constexpr std::size_t shortest_text = 60;
    const std::string_view text = utf8::trim(rest);
    return text.size() >= shortest_text && is_letter(utf8::at(text, 0).code);
}

}  // namespace

/// Whether a date stands next. Several rules ask that of the same place; it is read once.
bool DatelineParser::has_date_ahead(const Scanner& scanner, Draft& draft) const {
    if (!draft.date_ahead || draft.date_ahead->begin != scanner.at()) {
        draft.date_ahead = context_.dates.at(scanner.line(), scanner.at());
    }
    return draft.date_ahead.has_value();
}

void DatelineParser::take_date(Scanner& scanner, Draft& draft) const {
    if (draft.match.date) {
        return;
    }
    Scanner ahead = scanner;
    ahead.skip_spaces();
    (void)ahead.take_any(U",.\u06D4");
    ahead.skip_spaces();
    Scanner word = ahead;
    if (word.take_phrase(PhraseKind::date_word)) {
        word.skip_spaces();
        if (context_.dates.at(word.line(), word.at())) {
            ahead = word;
        }
    }
    if (has_date_ahead(ahead, draft) && !draft.date_ahead->relative) {
        scanner.move_to(draft.date_ahead->end);
        draft.match.end = draft.date_ahead->end;
        draft.match.date = draft.date_ahead;
        take_other_month(scanner, draft);
        take_short_year(scanner, draft);
    }
}

/// "22 نوفمبر تشرين الثاني", "22 تشرين الثاني/نوفمبر": the month's other name.
void DatelineParser::take_other_month(Scanner& scanner, Draft& draft) const {
    Scanner ahead = scanner;
    (void)(ahead.take('/') || ahead.take(' '));
    if (!draft.match.date->named_month) {
        return;
    }
    const auto month = ahead.take_phrase(PhraseKind::month);
    if (month && month->phrase->value == draft.match.date->date.month) {
        scanner = ahead;
        draft.match.date->end = draft.match.end = ahead.at();
    }
}

/// "22 Kasım 26 (T.A.K.):": a year of two digits, with the agency behind it.
void DatelineParser::take_short_year(Scanner& scanner, Draft& draft) const {
    constexpr std::int32_t century = 2000;
    Scanner ahead = scanner;
    ahead.skip_spaces();
    const auto year = draft.match.date->date.year ? std::nullopt : ahead.take_number(2);
    if (!year || year->digits != 2 || !ahead.take(' ') || ahead.peek() != '(') {
        return;
    }
    draft.match.date->date.year = century + year->value;
    draft.match.date->end = draft.match.end = year->end;
    scanner.move_to(year->end);
}

/// "GENEVA (22 November 2026) –"
void DatelineParser::take_bracketed_date(Scanner& scanner, Draft& draft) const {
    Scanner ahead = scanner;
    ahead.skip_spaces();
    if (draft.match.date || !(draft.capitals || draft.known_place) || !ahead.take('(') ||
        digit_value(ahead.peek()) < 0) {
        return;
    }
    auto date = context_.dates.at(ahead.line(), ahead.at());
    if (!date || !date->date.is_full()) {
        return;
    }
    ahead.move_to(date->end);
    if (ahead.take(')')) {
        scanner = ahead;
        draft.match.date = std::move(date);
        draft.match.end = ahead.at();
    }
}

/// "ROCKVILLE, Md, - March 6 -", "SALTMERE, Maine – November 20, 2026 – Saltmere today …": the date between two dashes.
void DatelineParser::take_date_between_dashes(Scanner& scanner, Draft& draft) const {
    Scanner ahead = scanner;
    if (draft.match.date || !take_dash(ahead)) {
        return;
    }
    Draft dated = draft;
    take_date(ahead, dated);
    if (Scanner dash = ahead; dated.match.date && (take_dash(dash, true) || dash.take(':')) &&
                              (!dated.match.date->date.year || goes_on_with_text(dash.rest()))) {
        draft = std::move(dated);
        scanner = ahead;
    }
}

/// "الكويت - 22 - 11 (كونا)": day and month between dashes, an agency behind them.
void DatelineParser::take_day_between_dashes(Scanner& scanner, Draft& draft) const {
    Scanner ahead = scanner;
    if (draft.match.date || !take_dash(ahead)) {
        return;
    }
    ahead.skip_spaces();
    const std::size_t begin = ahead.at();
    const auto day = ahead.take_number(2);
    if (!day || !take_dash(ahead)) {
        return;
    }
    ahead.skip_spaces();
    const auto month = ahead.take_number(2);
    const std::size_t end = ahead.at();
    ahead.skip_spaces();
    if (!month || !is_agency_next(ahead)) {
        return;
    }
    if (set_day_and_month(day->value, month->value, {begin, end}, draft)) {
        scanner.move_to(end);
    }
}

/// "22.11. Szczecin (PAP) -": a day that nothing but the agency behind the place proves.
bool DatelineParser::take_day_with_stops(Scanner& scanner, Draft& draft) const {
    Scanner ahead = scanner;
    const std::size_t begin = ahead.at();
    const auto day = ahead.take_number(2);
    if (!day || !ahead.take('.')) {
        return false;
    }
    const auto month = ahead.take_number(2);
    const std::size_t end = ahead.at();
    if (!month || !ahead.take('.') || ahead.peek() != ' ' ||
        !set_day_and_month(day->value, month->value, {begin, end}, draft)) {
        return false;
    }
    scanner = ahead;
    return true;
}

/// "22.11.", "22/11", "22": a day, and the month where it is told.
bool DatelineParser::take_day_and_month(Scanner& scanner, Draft& draft) const {
    if (take_day_with_stops(scanner, draft)) {
        return true;
    }
    Scanner ahead = scanner;
    const std::size_t begin = ahead.at();
    const auto day = ahead.take_number(2);
    if (!day) {
        return false;
    }
    std::optional<ScannedNumber> month;
    if (ahead.take('/')) {
        month = ahead.take_number(2);
        if (!month) {
            return false;
        }
    }
    const std::size_t end = ahead.at();
    const bool valid = month ? set_day_and_month(day->value, month->value, {begin, end}, draft)
                             : set_day(day->value, {begin, end}, draft);
    if (valid) {
        scanner = ahead;
    }
    return valid;
}

/// "Turku, 22.11. (STT)", "BRUXELLES 22/11 (BELGA)", "MADRID, 22 (EUROPA PRESS)": a day that nothing but the agency
/// behind it proves.
void DatelineParser::take_day_before_agency(Scanner& scanner, Draft& draft) const {
    Scanner ahead = scanner;
    (void)ahead.take(',');
    ahead.skip_spaces();
    if (draft.match.date || digit_value(ahead.peek()) < 0) {
        return;
    }
    if (Draft dated; take_day_and_month(ahead, dated) && is_agency_next(ahead)) {
        draft.match.date = std::move(dated.match.date);
        draft.match.end = dated.match.end;
        scanner = ahead;
    }
}

bool DatelineParser::set_day_and_month(std::int32_t day, std::int32_t month, Span span, Draft& draft) {
    const PartialDate date{.month = static_cast<std::uint8_t>(month), .day = static_cast<std::uint8_t>(day)};
    if (!is_valid(date)) {
        return false;
    }
    draft.match.date = DateMatch{.date = date, .begin = span.begin, .end = span.end};
    draft.match.end = span.end;
    return true;
}

bool DatelineParser::set_day(std::int32_t day, Span span, Draft& draft) {
    const PartialDate date{.day = static_cast<std::uint8_t>(day)};
    if (!is_valid(date)) {
        return false;
    }
    draft.match.date = DateMatch{.date = date, .begin = span.begin, .end = span.end};
    draft.match.end = span.end;
    return true;
}

/// A day of the week that stands where a date might: "Aalborg, søndag /ritzau/", "2026. november 22., vasárnap (MTI)".
void DatelineParser::take_weekday(Scanner& scanner, Draft& draft) const {
    Scanner ahead = scanner;
    (void)ahead.take(',');
    ahead.skip_spaces();
    if (ahead.take_phrase(PhraseKind::weekday)) {
        Scanner behind = ahead;
        behind.skip_spaces();
        if (behind.peek() == '(' || behind.peek() == '/') {
            scanner = ahead;
            draft.weekday = true;
        }
    }
}

}  // namespace galley::text
