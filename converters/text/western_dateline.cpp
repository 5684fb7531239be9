#include "converters/text/dateline_dash.h"
#include "converters/text/dateline_draft.h"
#include "converters/text/fold.h"
#include "converters/text/line_shape.h"
#include "galley/utf8.h"

#include <algorithm>
#include <string>

namespace galley::text {
namespace {

/// True when `text` goes on mostly in small letters, or has none at all: a headline in capitals is no paragraph.
bool goes_on_as_text(std::string_view text) {
    std::size_t capitals = 0;
    std::size_t small = 0;
    for (std::size_t at = 0; at < text.size() && at < 60;) {
        const utf8::Character character = utf8::at(text, at);
        at += character.size;
        small += is_lower(character.code) ? 1U : 0U;
        capitals += is_upper(character.code) ? 1U : 0U;
    }
    return small > capitals || small + capitals == 0;
}

/// True when the first letter is a small one: a dateline has a sentence behind it.
bool goes_on_in_small_letters(std::string_view text) {
    const std::size_t at = find_letter_or_digit(text);
    // "iPhone", "’s morgens": a capital follows at once, or a mark stands before the letter.
    const std::size_t next = at < text.size() ? at + utf8::at(text, at).size : at;
    return at < text.size() && is_lower(utf8::at(text, at).code) && next < text.size() && !is_upper(utf8::at(text, next).code) &&
           (at == 0 || text[at - 1] == ' ');
}

/// ": The court …": a colon, and a paragraph behind it.
bool is_paragraph_behind_colon(std::string_view rest) {
    constexpr std::size_t shortest_text = 60;
    return rest.starts_with(": ") && rest.size() >= shortest_text && goes_on_as_text(rest) && !goes_on_in_small_letters(rest);
}

}  // namespace

/// "NEW DELHI: The court …", as Indian papers set it: a known town in capitals, and a sentence behind the colon.
bool DatelineParser::is_followed_by_colon(const Scanner& scanner, const Draft& draft) const {
    return is_paragraph_behind_colon(scanner.rest()) &&
           conventions_->lexicon().whole(draft.match.places.front().place.name, PhraseKind::place, language_);
}

/// "STOCKHOLM. The bank …", as Swedish papers set it: a known town in capitals, and a paragraph behind the stop.
bool DatelineParser::is_followed_by_stop(std::string_view rest, const Draft& draft) const {
    constexpr std::size_t shortest_text = 60;
    return draft.capitals && !draft.dash && !draft.agency && !draft.match.date && rest.size() >= shortest_text && rest.starts_with(' ') &&
           is_upper(utf8::at(rest, 1).code) && goes_on_as_text(rest) &&
           conventions_->lexicon().whole(draft.match.places.front().place.name, PhraseKind::place, language_);
}

/// "(ANSA) - Roma (foo), AUG 1 -", "(Xinhua) -": behind the agency that stands first, from its dash on.
std::optional<DatelineMatch> DatelineParser::parse_behind_agency(Scanner scanner, Draft draft) const {
    if (!take_dash(scanner)) {
        return std::nullopt;
    }
    const DatelineMatch agency_only = draft.match;
    take_date(scanner, draft);
    (void)(draft.match.date && take_dash(scanner));
    scanner.skip_spaces();
    Draft with_place = draft;
    Scanner place_scanner = scanner;
    if (take_places(place_scanner, with_place)) {
        take_note_on_place(place_scanner, with_place);
        with_place.match.end = place_scanner.at();
        take_date(place_scanner, with_place);
        Scanner dash = place_scanner;
        if ((with_place.match.date || with_place.known_place) && take_dash(dash)) {
            with_place.match.proofs = 3;
            return std::move(with_place.match);
        }
    }
    if (!draft.known_agency && !draft.match.date) {
        return std::nullopt;
    }
    if (!draft.match.date) {
        draft.match = agency_only;
    }
    draft.match.proofs = 2;
    return std::move(draft.match);
}

/// "Liputan6.com, Jakarta -": a bare agency, a comma, and the place.
std::optional<DatelineMatch> DatelineParser::parse_behind_bare_agency(Scanner scanner) const {
    const std::size_t begin = scanner.at();
    const auto agency = scanner.take_phrase(PhraseKind::agency);
    if (!agency || !scanner.take(',')) {
        return std::nullopt;
    }
    Draft draft;
    draft.match.begin = begin;
    add_agency(*agency, begin, draft);
    scanner.skip_spaces();
    if (!take_places(scanner, draft) || !(draft.known_place || draft.capitals)) {
        return std::nullopt;
    }
    draft.match.end = draft.match.places.back().span.end;
    take_date(scanner, draft);
    draft.match.proofs = 3;
    return take_dash(scanner, draft.match.date.has_value()) ? std::optional(std::move(draft.match)) : std::nullopt;
}

/// "Jan. 5 (Bloomberg) --": behind the date that stands first.
std::optional<DatelineMatch> DatelineParser::parse_behind_date(Scanner scanner, Draft draft) const {
    if (!take_bracketed(scanner, draft) || !take_dash(scanner)) {
        return std::nullopt;
    }
    draft.match.proofs = 2;
    return std::move(draft.match);
}

/// "22.11. Szczecin (PAP) -": behind the day that stands first.
std::optional<DatelineMatch> DatelineParser::parse_behind_day(Scanner scanner, Draft draft) const {
    if (!take_places(scanner, draft) || !take_bracketed(scanner, draft) || !draft.known_agency || !take_dash(scanner)) {
        return std::nullopt;
    }
    draft.match.proofs = 3;
    return std::move(draft.match);
}

/// "(Warsaw, May 3)": all of it in one pair of brackets, of which the first was taken.
std::optional<DatelineMatch> DatelineParser::parse_in_brackets(Scanner scanner, Draft draft) const {
    if (!take_places(scanner, draft)) {
        return std::nullopt;
    }
    (void)take_dash(scanner);
    take_date(scanner, draft);
    if (!draft.match.date || !scanner.take(')')) {
        return std::nullopt;
    }
    draft.match.end = scanner.at();
    draft.match.proofs = 3;
    return std::move(draft.match);
}

std::optional<DatelineMatch> DatelineParser::parse_western(std::string_view head) const {
    Scanner scanner{*conventions_, language_, head};
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
    if (auto date = dates_.at(head, scanner.at()); date && !date->relative) {
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
    take_bracketed_regions(scanner, draft);
    draft.match.end = draft.match.places.back().span.end;
    const std::size_t asked_for_date = scanner.at();
    take_date(scanner, draft);
    take_date_between_dashes(scanner, draft);
    take_day_between_dashes(scanner, draft);
    take_day_before_agency(scanner, draft);
    take_weekday(scanner, draft);
    draft.full_stop = scanner.take('.');
    draft.agency = take_bracketed(scanner, draft) || take_bare_agency(scanner, draft);
    if (scanner.at() != asked_for_date) {
        take_date(scanner, draft);
    }
    Scanner dash = scanner;
    draft.dash = take_dash(dash, draft.match.date.has_value());
    if (draft.dash && !draft.agency) {
        draft.agency = take_agency_behind_dash(dash, draft);
    }
    if (draft.dash && !draft.agency && !draft.match.date) {
        Scanner ahead = dash;
        ahead.skip_spaces();
        if (const auto date = dates_.at(scanner.line(), ahead.at()); date && (date->date.year || !draft.known_place)) {
            return std::nullopt;        // "Bruselas - 15 oct 2024 - 08:22" stands over a text, not in it; "GOLD CLOSE - April 7" over a table
        }
    }
    if (!draft.dash && draft.capitals && !draft.agency && !draft.match.date && is_followed_by_colon(scanner, draft)) {
        draft.match.proofs = 2;
        return std::move(draft.match);
    }
    const std::string_view rest = dash.rest();
    if (draft.full_stop && is_followed_by_stop(rest, draft)) {
        draft.match.proofs = 2;
        return std::move(draft.match);
    }
    // "ΗΡΑΚΛΕΙΟ, 22/11/2026. Σεισμός …"
    draft.dash = draft.dash || (draft.full_stop && draft.capitals && draft.match.date && !draft.agency && rest.starts_with(' ') && goes_on_as_text(rest));
    draft.dash = draft.dash || is_release_line(draft, rest);
    return is_proven(draft, rest) ? std::optional(std::move(draft.match)) : std::nullopt;
}

/// "Saltmere, 22 November 2026: The harbour …", as press releases set it: a whole date, and a paragraph behind the colon.
bool DatelineParser::is_release_line(const Draft& draft, std::string_view rest) {
    return draft.match.date && draft.match.date->date.is_full() && !draft.match.date->date.time && is_paragraph_behind_colon(rest);
}

/// Counts what speaks for `draft`, with `rest` behind its dash; false when it is too little.
bool DatelineParser::is_proven(Draft& draft, std::string_view rest) {
    const bool place_proof = draft.capitals || draft.known_place;
    const bool date = draft.match.date || draft.weekday;
    const bool agency_proof = draft.known_agency || (draft.bracketed && draft.dash);
    const std::string& place = draft.match.places.front().place.name;
    draft.match.proofs = int{place_proof} + int{date} + int{agency_proof} + int{draft.dash};
    if (draft.match.proofs < 2 || (!draft.dash && !draft.known_agency)) {
        return false;
    }
    if (draft.unknown_places > 0 && !place_proof && !date && !draft.known_agency && (!(draft.bracketed && draft.dash) || std::ranges::count(place, ' ') > 1)) {
        return false;                   // an unknown town and an unknown agency prove little: one or two words, then the bracket, then the dash
    }
    if (!date && !draft.known_agency && !draft.known_place && utf8::trim(rest).empty()) {
        return false;                   // "LTE (Xi) - " and no text
    }
    if (!draft.agency && !date && draft.capitals && !draft.known_place && place.size() < 5) {
        return false;                   // "US — ", "DLNA — "
    }
    if (draft.capitals && !draft.agency && !(date && draft.known_place) && !goes_on_as_text(rest)) {
        return false;                   // "BRAZIL CROP WEATHER -- USDA/NOAA"
    }
    if (!date && !draft.known_agency && goes_on_in_small_letters(rest)) {
        return false;                   // "Roma - e non solo - si ferma", "Hamburg (West) - so stand es dort"
    }
    return draft.agency || date || draft.unknown_places == 0;      // "Paris and Someone - …" is prose
}

}  // namespace galley::text
