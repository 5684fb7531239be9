#include "converters/text/dateline_dash.h"
#include "converters/text/dateline_draft.h"
#include "converters/text/dateline_text.h"
#include "converters/text/fold.h"
#include "converters/text/line_shape.h"
#include "galley/utf8.h"

#include <algorithm>
#include <string>

namespace galley::text {
namespace {

/// "CIUDAD DE MÉXICO.-" has no full stop.
bool take_full_stop(Scanner& scanner) {
    Scanner ahead = scanner;
    if (!ahead.take('.') || is_dash(ahead.peek())) {
        return false;
    }
    scanner = ahead;
    return true;
}

/// ": মেয়র …": a colon, and a letter of a script that has no capitals.
bool is_followed_by_plain_letter(std::string_view rest) {
    const std::size_t colon = rest.find_first_not_of(' ');
    const std::size_t letter = colon == std::string_view::npos || rest[colon] != ':'
                                   ? std::string_view::npos
                                   : rest.find_first_not_of(' ', colon + 1);
    if (letter == std::string_view::npos) {
        return false;
    }
    const char32_t code = utf8::at(rest, letter).code;
    return is_letter(code) && !is_lower(code) && !is_upper(code);
}

/// ": The court …": a colon, and a paragraph behind it.
bool is_paragraph_behind_colon(std::string_view rest) {
    constexpr std::size_t shortest_text = 60;
    return rest.starts_with(": ") && rest.size() >= shortest_text && goes_on_as_text(rest) &&
           !goes_on_in_small_letters(rest);
}

}  // namespace

/// "NEW DELHI: The court …", as Indian papers set it: a known town in capitals, and a sentence behind the colon.
bool DatelineParser::is_followed_by_colon(const Scanner& scanner, const Draft& draft) const {
    return is_paragraph_behind_colon(scanner.rest()) &&
           context_.lexicon().whole(draft.match.places.front().place.name, PhraseKind::place, context_.language);
}

/// "STOCKHOLM. The bank …", as Swedish papers set it: a known town in capitals, and a paragraph behind the stop.
bool DatelineParser::is_followed_by_stop(std::string_view rest, const Draft& draft) const {
    constexpr std::size_t shortest_text = 60;
    return draft.capitals && !draft.dash && !draft.agency && !draft.match.date &&
           utf8::trim(rest).size() >= shortest_text && rest.starts_with(' ') &&
           is_upper(utf8::at(rest, rest.find_first_not_of(' ')).code) && goes_on_as_text(rest) &&
           context_.lexicon().whole(draft.match.places.front().place.name, PhraseKind::place, context_.language);
}

/// "Jan. 5 (Bloomberg) --": behind the date that stands first.
std::optional<DatelineMatch> DatelineParser::parse_behind_date(Scanner scanner, Draft draft) const {
    if (Scanner placed = scanner; placed.take(',') || (!draft.match.date->named_month && placed.take(' '))) {
        placed.skip_spaces();
        if (auto match = parse_behind_day(placed, draft)) {
            return match;
        }
    }
    if (!take_bracketed(scanner, draft) || !take_dash(scanner)) {
        return std::nullopt;
    }
    draft.match.proofs = 2;
    return std::move(draft.match);
}

/// "22.11. Szczecin (PAP) -", "22 ноября, Минск /Корр. БЕЛТА/.": behind the day that stands first.
std::optional<DatelineMatch> DatelineParser::parse_behind_day(Scanner scanner, Draft draft) const {
    if (!take_places(scanner, draft) || !take_bracketed(scanner, draft) || !draft.known_agency ||
        !(take_dash(scanner) || scanner.take('.'))) {
        return std::nullopt;
    }
    draft.match.proofs = 3;
    return std::move(draft.match);
}

/// "(Warsaw, May 3)", "(Montréal)", "(ANKARA) -": all of it in one pair of brackets, of which the first was taken.
std::optional<DatelineMatch> DatelineParser::parse_in_brackets(Scanner scanner, Draft draft) const {
    if (!take_places(scanner, draft)) {
        return std::nullopt;
    }
    if (Scanner close = scanner; draft.known_place && draft.unknown_places == 0 && close.take(')')) {
        draft.match.end = close.at();
        draft.match.proofs = 2;
        (void)take_dash(close);
        return is_paragraph(close.rest()) ? std::optional(std::move(draft.match)) : std::nullopt;
    }
    (void)take_dash(scanner);
    take_date(scanner, draft);
    if (Scanner behind = scanner; draft.match.date && behind.take(',')) {  // "(Казань, 22 ноября, «Татар-информ»)."
        behind.skip_spaces();
        (void)behind.take(0xAB);
        auto agency = take_agency(behind);
        (void)behind.take(0xBB);
        if (agency && behind.peek() == ')') {
            add_agency(std::move(*agency), draft);
            scanner = behind;
        }
    }
    if (!draft.match.date || !scanner.take(')')) {
        return std::nullopt;
    }
    draft.match.end = scanner.at();
    draft.match.proofs = 3;
    return std::move(draft.match);
}

std::optional<DatelineMatch> DatelineParser::parse_western(std::string_view head) const {
    Scanner scanner{*context_.conventions, context_.language, head};
    Draft draft;
    while (scanner.take('*') || scanner.take(' ')) {
    }
    draft.match.begin = scanner.at();
    if (scanner.peek() == '(' || scanner.peek() == '/') {
        if (Scanner ahead = scanner; take_bracketed(ahead, draft)) {
            return parse_behind_agency(ahead, std::move(draft));
        }
        return scanner.take('(') ? parse_in_brackets(scanner, std::move(draft)) : std::nullopt;
    }
    // "ДУШАНБЕ, 22 ноя" is no Monday.
    if (auto date = context_.dates.at(head, scanner.at());
        date && !date->relative &&
        !context_.lexicon().longest(head, scanner.at(), PhraseKind::place, context_.language)) {
        scanner.move_to(date->end);
        draft.match.date = std::move(date);
        return parse_behind_date(scanner, std::move(draft));
    }
    if (auto match = parse_behind_bare_agency(scanner)) {
        return match;
    }
    if (take_day_with_stops(scanner, draft)) {
        return parse_behind_day(scanner, std::move(draft));
    }
    return parse_from_place(scanner, std::move(draft));
}

/// "PARIS, May 3 (AFP) -" and all that begins with a place.
std::optional<DatelineMatch> DatelineParser::parse_from_place(Scanner scanner, Draft draft) const {
    if (!take_places(scanner, draft)) {
        return std::nullopt;
    }
    take_reporters_before_place(draft);
    take_bracketed_regions(scanner, draft);
    draft.match.end = draft.match.places.back().span.end;
    const std::size_t asked_for_date = scanner.at();
    take_date(scanner, draft);
    take_date_between_dashes(scanner, draft);
    take_day_between_dashes(scanner, draft);
    take_day_before_agency(scanner, draft);
    take_bracketed_date(scanner, draft);
    take_weekday(scanner, draft);
    draft.full_stop = take_full_stop(scanner) || (draft.match.date && scanner.before() == '.');
    draft.agency = take_bracketed(scanner, draft) || take_bare_agency(scanner, draft) ||
                   take_stroked_agency(scanner, draft) || take_agency_behind_hyphen(scanner, draft);
    if (scanner.at() != asked_for_date) {
        take_date(scanner, draft);
    }
    Scanner dash = scanner;
    const bool stop_and_dash = scanner.peek() == '.';
    draft.dash = take_dash(dash, draft.match.date.has_value()) || draft.dash ||
                 (draft.agency && take_mark_behind_agency(dash, draft));
    if (draft.dash && !draft.agency) {
        draft.agency = take_agency_behind_dash(dash, draft);
    }
    if (draft.dash && !draft.agency && !draft.match.date) {
        Scanner ahead = dash;
        ahead.skip_spaces();
        if (const auto date = context_.dates.at(scanner.line(), ahead.at());
            date && (date->date.year || !draft.known_place)) {
            return std::nullopt;  // "Bruselas - 15 oct 2024 - 08:22" stands over a text, not in it; "GOLD CLOSE - April
                                  // 7" over a table
        }
    }
    if (!draft.dash && draft.capitals && !draft.agency && !draft.match.date && is_followed_by_colon(scanner, draft)) {
        draft.match.proofs = 2;
        return std::move(draft.match);
    }
    const bool with_region = draft.capitals && !draft.match.places.front().place.region.empty();  // "SALMERA, BC.-"
    if (stop_and_dash && !draft.agency && !draft.match.date && !draft.known_place && !with_region) {
        return std::nullopt;  // "PREGUNTA.- ¿Por qué …?"
    }
    const std::string_view rest = dash.rest();
    if (draft.full_stop && is_followed_by_stop(rest, draft)) {
        draft.match.proofs = 2;
        return std::move(draft.match);
    }
    // "ΗΡΑΚΛΕΙΟ, 22/11/2026. Σεισμός …"
    draft.dash = draft.dash || (draft.full_stop && draft.capitals && draft.match.date && !draft.agency &&
                                rest.starts_with(' ') && goes_on_as_text(rest));
    draft.dash = draft.dash || is_release_line(draft, rest);
    // "Bern (sda) Eine Fähre …": a town that nobody knows, an agency that everybody does.
    draft.dash = draft.dash || (draft.bracketed && draft.known_agency &&
                                !draft.match.places.front().place.name.contains(' ') && is_paragraph(rest));
    return is_proven(draft, rest) ? std::optional(std::move(draft.match)) : std::nullopt;
}

/// "Saltmere, 22 November 2026: The harbour …", as press releases set it: a whole date, and a paragraph behind the
/// colon; "কলকাতা, ২২ নভেম্বর: …" in a script without capitals.
bool DatelineParser::is_release_line(const Draft& draft, std::string_view rest) {
    const auto& date = draft.match.date;
    if (date && date->named_month && !draft.capitals && is_followed_by_plain_letter(rest)) {
        return true;
    }
    return date && date->date.is_full() && !date->date.time && is_paragraph_behind_colon(rest);
}

/// Counts what speaks for `draft`, with `rest` behind its dash; false when it is too little.
bool DatelineParser::is_proven(Draft& draft, std::string_view rest) {
    const Place& first = draft.match.places.front().place;
    const bool in_region = !first.region.empty() && draft.match.places.size() == 1;  // "Dekalb, Ill. —"
    const bool place_proof = draft.capitals || draft.known_place || in_region;
    const bool date = draft.match.date || draft.weekday;
    const bool placed = !first.region.empty() || !first.country.empty();
    const bool agency_proof = draft.known_agency || (draft.bracketed && draft.dash && (date || placed));
    const std::string& place = first.name;
    draft.match.proofs = int{place_proof} + int{date} + int{agency_proof} + int{draft.dash};
    if (draft.match.proofs < 2 || (!draft.dash && (!draft.known_agency || goes_on_in_small_letters(rest)))) {
        return false;  // "Hamburg (dpa) war die erste Stadt, …"
    }
    if (draft.unknown_places > 0 && !place_proof && !date && !draft.known_agency &&
        (!(draft.bracketed && draft.dash) || std::ranges::count(place, ' ') > 1)) {
        return false;  // an unknown town and an unknown agency prove little: one or two words, then the bracket, then
                       // the dash
    }
    constexpr std::size_t shortest_text = 40;
    const std::string_view text = utf8::trim(rest);
    if (!date && !draft.known_agency && !draft.known_place && text.empty()) {
        return false;  // "LTE (Xi) - " and no text
    }
    if (!date && !draft.agency && text.size() < shortest_text && has_figure(text)) {
        return false;  // "Oslo – 4 degrees", "Madrid – Barcelona 2-1"
    }
    if (!date && draft.bracketed && !draft.known_agency && !draft.known_place &&
        has_small_letter(draft.match.agencies.back().name)) {
        return false;  // "JANE SMITH (Chair) -"
    }
    if (!draft.agency && !date && draft.capitals && !draft.known_place && !placed && place.size() < 5) {
        return false;  // "US — ", "DLNA — "
    }
    if (draft.capitals && !draft.agency && !(date && draft.known_place) && !goes_on_as_text(rest)) {
        return false;  // "BRAZIL CROP WEATHER -- USDA/NOAA"
    }
    if (!date && !draft.known_agency && goes_on_in_small_letters(rest)) {
        return false;  // "Roma - e non solo - si ferma", "Hamburg (West) - so stand es dort"
    }
    return draft.agency || date || in_region || draft.unknown_places == 0;  // "Paris and Someone - …" is prose
}

}  // namespace galley::text
