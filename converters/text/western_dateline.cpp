#include "converters/text/dateline_dash.h"
#include "converters/text/dateline_draft.h"
#include "converters/text/fold.h"
#include "galley/utf8.h"

#include <algorithm>
#include <string>

namespace galley::text {
namespace {

/// True when `text` goes on mostly in small letters, or has none at all: a headline in capitals is no paragraph.
bool goes_on_as_text(std::string_view text) {
    std::size_t capitals = 0;
    std::size_t small = 0;
    for (std::size_t at = 0; at < text.size() && at < 60; at += utf8::at(text, at).size) {
        const char32_t code = utf8::at(text, at).code;
        small += is_lower(code) ? 1U : 0U;
        capitals += is_upper(code) ? 1U : 0U;
    }
    return small > capitals || small + capitals == 0;
}

/// True when the first letter is a small one: a dateline has a sentence behind it.
bool goes_on_in_small_letters(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size() && !is_letter(utf8::at(text, at).code) && digit_value(utf8::at(text, at).code) < 0) {
        at += utf8::at(text, at).size;
    }
    // "iPhone", "’s morgens": a capital follows at once, or a mark stands before the letter.
    const std::size_t next = at < text.size() ? at + utf8::at(text, at).size : at;
    return at < text.size() && is_lower(utf8::at(text, at).code) && next < text.size() && !is_upper(utf8::at(text, next).code) &&
           (at == 0 || text[at - 1] == ' ');
}

}  // namespace

void DatelineParser::take_date(Scanner& scanner, Draft& draft) const {
    if (draft.match.date) {
        return;
    }
    Scanner ahead = scanner;
    ahead.skip_spaces();
    (void)ahead.take_any(U",.");
    ahead.skip_spaces();
    Scanner word = ahead;
    if (word.take_phrase(PhraseKind::date_word)) {
        word.skip_spaces();
        if (dates_.at(word.line(), word.at())) {
            ahead = word;
        }
    }
    if (auto date = dates_.at(ahead.line(), ahead.at()); date && !date->relative) {
        scanner.move_to(date->end);
        draft.match.end = date->end;
        draft.match.date = std::move(date);
    }
}

/// "NEW DELHI: The court …", as Indian papers set it: a known town in capitals, and a sentence behind the colon.
bool DatelineParser::is_followed_by_colon(const Scanner& scanner, const Draft& draft) const {
    constexpr std::size_t shortest_text = 60;
    const std::string_view rest = scanner.rest();
    return rest.starts_with(": ") && rest.size() >= shortest_text && goes_on_as_text(rest) && !goes_on_in_small_letters(rest) &&
           conventions_->lexicon().whole(draft.match.places.front().place.name, PhraseKind::place, language_);
}

std::optional<DatelineMatch> DatelineParser::parse_western(std::string_view head) const {
    Scanner scanner{*conventions_, language_, head};
    Draft draft;
    while (scanner.take('*') || scanner.take(' ')) {
    }
    draft.match.begin = scanner.at();

    bool whole_in_brackets = false;
    if (scanner.peek() == '(' || scanner.peek() == '/') {
        Scanner ahead = scanner;
        if (take_bracketed(ahead, draft)) {
            if (!take_dash(ahead)) {
                return std::nullopt;
            }
            scanner = ahead;
            const DatelineMatch agency_only = draft.match;
            take_date(scanner, draft);
            (void)(draft.match.date && take_dash(scanner));
            scanner.skip_spaces();
            Draft with_place = draft;
            Scanner place_scanner = scanner;
            if (take_places(place_scanner, with_place)) {
                // "(ANSA) - Roma (foo), AUG 1 -"
                Scanner bracket = place_scanner;
                bracket.skip_spaces();
                if (bracket.take('(')) {
                    const std::size_t close = head.find(')', bracket.at());
                    if (close != std::string_view::npos && close - bracket.at() < 20) {
                        DatelineMatch::FoundPlace& last = with_place.match.places.back();
                        last.span.end = close + 1;
                        last.place.name = head.substr(last.span.begin, close + 1 - last.span.begin);
                        place_scanner.move_to(close + 1);
                    }
                }
                with_place.match.end = place_scanner.at();
                take_date(place_scanner, with_place);
                Scanner dash = place_scanner;
                if ((with_place.match.date || with_place.known_place) && take_dash(dash)) {
                    with_place.match.proofs = 3;
                    return with_place.match;
                }
            }
            if (!draft.known_agency && !draft.match.date) {
                return std::nullopt;
            }
            if (!draft.match.date) {
                draft.match = agency_only;
            }
            draft.match.proofs = 2;
            return draft.match;
        }
        if (!scanner.take('(')) {
            return std::nullopt;
        }
        whole_in_brackets = true;
    }

    if (auto date = dates_.at(head, scanner.at()); date && !date->relative && !whole_in_brackets) {
        // "Jan. 5 (Bloomberg) --"
        scanner.move_to(date->end);
        draft.match.date = std::move(date);
        if (!take_bracketed(scanner, draft) || !take_dash(scanner)) {
            return std::nullopt;
        }
        draft.match.proofs = 2;
        return draft.match;
    }

    if (!take_places(scanner, draft)) {
        return std::nullopt;
    }
    draft.match.end = draft.match.places.back().span.end;
    if (whole_in_brackets) {
        Scanner ahead = scanner;
        if (take_dash(ahead)) {
            scanner = ahead;
        }
        take_date(scanner, draft);
        if (!draft.match.date || !scanner.take(')')) {
            return std::nullopt;
        }
        draft.match.end = scanner.at();
        draft.match.proofs = 3;
        return draft.match;
    }
    const std::size_t asked_for_date = scanner.at();
    take_date(scanner, draft);
    if (Scanner dash_before_date = scanner; !draft.match.date && take_dash(dash_before_date)) {
        Draft dated = draft;
        take_date(dash_before_date, dated);
        if (Scanner dash = dash_before_date; dated.match.date && !dated.match.date->date.year && take_dash(dash, true)) {
            draft = std::move(dated);           // "ROCKVILLE, Md, - March 6 -"
            scanner = dash_before_date;
        }
    }
    (void)scanner.take('.');
    bool agency = take_bracketed(scanner, draft);
    if (!agency) {
        // A bare agency before the dash ("SYDNEY March 22 AAP -"), or after it ("24 фев - РИА Новости.").
        Scanner ahead = scanner;
        ahead.skip_spaces();
        (void)ahead.take_any(U".,");
        ahead.skip_spaces();
        const std::size_t begin = ahead.at();
        if (const auto hit = ahead.take_phrase(PhraseKind::agency)) {
            Scanner dash = ahead;
            if (take_dash(dash) || draft.match.date) {
                draft.match.agencies.push_back({std::string(conventions_->agency(hit->phrase->value)), {begin, hit->end}, {}});
                draft.match.end = hit->end;
                draft.known_agency = agency = true;
                scanner = ahead;
            }
        }
    }
    if (scanner.at() != asked_for_date) {
        take_date(scanner, draft);
    }
    Scanner dash = scanner;
    const bool has_dash = take_dash(dash, draft.match.date.has_value());
    if (has_dash && !agency) {
        Scanner ahead = dash;
        if (take_bracketed(ahead, draft) && (draft.known_agency || take_dash(ahead))) {
            agency = true;              // "CUPERTINO, Calif.--(BUSINESS WIRE)--"
        } else {
            ahead = dash;
            ahead.skip_spaces();
            const std::size_t begin = ahead.at();
            const auto hit = ahead.take_phrase(PhraseKind::agency);
            Scanner after = ahead;
            if (hit && (ahead.peek() == '.' || take_dash(after))) {
                draft.match.agencies.push_back({std::string(conventions_->agency(hit->phrase->value)), {begin, hit->end}, {}});
                draft.match.end = hit->end;
                draft.known_agency = agency = true;
            }
        }
    }
    if (has_dash && !agency && !draft.match.date) {
        Scanner ahead = dash;
        ahead.skip_spaces();
        if (const auto date = dates_.at(head, ahead.at()); date && (date->date.year || !draft.known_place)) {
            return std::nullopt;        // "Bruselas - 15 oct 2024 - 08:22" stands over a text, not in it; "GOLD CLOSE - April 7" over a table
        }
    }

    if (!has_dash && draft.capitals && !agency && !draft.match.date && is_followed_by_colon(scanner, draft)) {
        draft.match.proofs = 2;
        return draft.match;
    }
    const bool place_proof = draft.capitals || draft.known_place;
    const bool date = draft.match.date.has_value();
    const bool agency_proof = draft.known_agency || (draft.bracketed && has_dash);
    int proofs = int{place_proof} + int{date} + int{agency_proof} + int{has_dash};
    if (draft.unknown_places > 0 && !place_proof && !date && !draft.known_agency) {
        // An unknown town and an unknown agency prove little: one or two words, then the bracket, then the dash.
        if (!(draft.bracketed && has_dash) || std::ranges::count(draft.match.places.front().place.name, ' ') > 1) {
            return std::nullopt;
        }
    }
    if (proofs < 2 || (!has_dash && !draft.known_agency)) {
        return std::nullopt;
    }
    if (!date && !draft.known_agency && !draft.known_place && utf8::trim(head.substr(dash.at())).empty()) {
        return std::nullopt;            // "LTE (Xi) - " and no text
    }
    if (!agency && !date && draft.capitals && !draft.known_place && draft.match.places.front().place.name.size() < 5) {
        return std::nullopt;            // "US — ", "DLNA — "
    }
    if (draft.capitals && !agency && !(date && draft.known_place) && !goes_on_as_text(head.substr(dash.at()))) {
        return std::nullopt;            // "BRAZIL CROP WEATHER -- USDA/NOAA"
    }
    if (!date && !draft.known_agency && goes_on_in_small_letters(head.substr(dash.at()))) {
        return std::nullopt;            // "Roma - e non solo - si ferma", "Hamburg (West) - so stand es dort"
    }
    if (!agency && !date && draft.unknown_places > 0) {
        return std::nullopt;            // "Paris and Someone - …" is prose
    }
    draft.match.proofs = proofs;
    return draft.match;
}

}  // namespace galley::text
