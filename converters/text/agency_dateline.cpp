#include "converters/text/dateline_dash.h"
#include "converters/text/dateline_draft.h"
#include "converters/text/dateline_text.h"
#include "converters/text/fold.h"
#include "galley/utf8.h"

#include <string>
#include <utility>

namespace galley::text {

/// "(ANSA) - Roma (foo), AUG 1 -", "(Xinhua) -": behind the agency that stands first, from its dash on.
std::optional<DatelineMatch> DatelineParser::parse_behind_agency(Scanner scanner, Draft draft) const {
    if (!take_dash(scanner)) {
        return parse_close_behind_agency(scanner, std::move(draft));
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

/// "(Agenzia Vista) Roma, 22 novembre 2026 -", "(TT) En färja …", "(NTB): En ferge …": behind the bracket, with no
/// dash.
std::optional<DatelineMatch> DatelineParser::parse_close_behind_agency(Scanner scanner, Draft draft) const {
    Draft placed = draft;
    Scanner behind = scanner;
    if (take_places(behind, placed) && (placed.known_place || placed.capitals || placed.known_agency)) {
        placed.match.end = placed.match.places.back().span.end;
        take_date(behind, placed);
        if (placed.match.date && take_dash(behind, true)) {
            placed.match.proofs = 3;
            return std::move(placed.match);
        }
    }
    (void)scanner.take(':');
    if (!draft.known_agency || !is_paragraph(scanner.rest())) {
        return std::nullopt;
    }
    draft.match.proofs = 2;
    return std::move(draft.match);
}

/// "Liputan6.com, Jakarta -", "dpa Wiesbaden -", "ТАСС, 22 ноября.", "AA / Paris /", "AGI -": a bare agency, and what
/// follows it.
std::optional<DatelineMatch> DatelineParser::parse_behind_bare_agency(Scanner scanner) const {
    Draft draft;
    draft.match.begin = scanner.at();
    auto agency = take_agency(scanner);
    if (!agency) {
        return std::nullopt;
    }
    const std::string_view name = scanner.line().substr(agency->span.begin, scanner.at() - agency->span.begin);
    const bool proper = !is_lower(utf8::at(name, name.size() > 1 ? utf8::at(name, 0).size : 0).code) ||
                        name.find_first_of(" .") != std::string_view::npos;
    add_agency(std::move(*agency), draft);
    const bool comma = scanner.take(',');
    if (Scanner dated = scanner; comma) {
        take_date(dated, draft);
        const bool stop = dated.before() == '.' || dated.take('.');
        if (draft.match.date && stop && is_paragraph(dated.rest())) {
            draft.match.proofs = 2;
            return std::move(draft.match);
        }
        draft.match.date.reset();
    }
    if (Scanner dash = scanner; !comma && take_dash(dash)) {
        return proper ? parse_agency_alone(dash, std::move(draft)) : std::nullopt;
    }
    scanner.skip_spaces();
    const bool stroke = !comma && scanner.take('/');
    scanner.skip_spaces();
    const std::size_t place = scanner.at();
    if (!(stroke ? take_place(scanner, draft) : take_places(scanner, draft)) ||
        !(draft.known_place || (draft.capitals && comma))) {
        return std::nullopt;
    }
    if (!comma && !context_.lexicon().longest(scanner.line(), place, PhraseKind::place, context_.language)) {
        return std::nullopt;  // "BBC Brasil"
    }
    draft.match.end = draft.match.places.back().span.end;
    take_date(scanner, draft);
    if (draft.match.places.size() > 1 && !draft.match.date) {
        return std::nullopt;  // "Antara Jakarta dan Bandung - dua kota": between them
    }
    draft.match.proofs = 3;
    Scanner dash = scanner;
    scanner.skip_spaces();
    const bool stop = stroke ? scanner.take('/') : !comma && scanner.take('.') && is_paragraph(scanner.rest());
    return stop || (!stroke && take_dash(dash, draft.match.date.has_value())) ? std::optional(std::move(draft.match))
                                                                              : std::nullopt;
}

/// "AGI -", "وطنية - بيروت -": behind the dash of an agency that stands first, without brackets.
std::optional<DatelineMatch> DatelineParser::parse_agency_alone(Scanner scanner, Draft draft) const {
    scanner.skip_spaces();
    Draft placed = draft;
    if (Scanner ahead = scanner; take_places(ahead, placed) && placed.known_place && take_dash(ahead)) {
        placed.match.end = placed.match.places.back().span.end;
        placed.match.proofs = 3;
        return std::move(placed.match);
    }
    if (!is_paragraph(scanner.line().substr(scanner.at() - (scanner.before() == ' ' ? 1 : 0)))) {
        return std::nullopt;
    }
    draft.match.proofs = 2;
    return std::move(draft.match);
}

}  // namespace galley::text
