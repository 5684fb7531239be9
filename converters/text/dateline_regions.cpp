#include "converters/text/dateline_dash.h"
#include "converters/text/dateline_draft.h"
#include "converters/text/fold.h"
#include "galley/utf8.h"

#include <string>

namespace galley::text {

/// ", Wis.", ", Low Cayes, British Indies": where the last place lies.
void DatelineParser::take_region(Scanner& scanner, Draft& draft) const {
    Scanner ahead = scanner;
    if (!ahead.take(',')) {
        return;
    }
    ahead.skip_spaces();
    (void)ahead.take_phrase(PhraseKind::article);
    ahead.skip_spaces();
    const std::size_t begin = ahead.at();
    const std::string_view line = ahead.line();
    DatelineMatch::FoundPlace& last = draft.match.places.back();
    const auto known =
        context_.lexicon().longest(line, begin, {PhraseKind::region, PhraseKind::country}, context_.language);
    if (!known && context_.lexicon().longest(line, begin, PhraseKind::agency, context_.language)) {
        return;  // "Tehran, IRNA -"
    }
    if (known) {
        ahead.move_to(known->end);
        const std::string_view text = line.substr(begin, known->end - begin);
        (known->phrase->kind == PhraseKind::region ? last.place.region : last.place.country) = text;
        last.span.end = known->end;
        (void)(text.find('.') != std::string_view::npos && ahead.take('.'));
        scanner = ahead;
        take_region(scanner, draft);
        return;
    }
    if (has_date_ahead(ahead, draft) || !last.place.country.empty()) {
        return;
    }
    // An unknown name after the comma: a region when something other than a place proves the dateline later on.
    Draft trial;
    Scanner trial_scanner = ahead;
    if (take_place(trial_scanner, trial) && trial.match.places.size() == 1) {
        if (trial_scanner.rest().starts_with(".,")) {  // "Fal., April 9": an abbreviation nobody knows
            trial_scanner.skip();
            trial.match.places.front().place.name += '.';
            ++trial.match.places.front().span.end;
        }
        const char32_t next = trial_scanner.peek();
        Scanner rest = trial_scanner;
        const bool ends = next == ',' || next == '(' || next == '/' || take_dash(rest) ||
                          trial_scanner.rest().starts_with(" (") || trial_scanner.rest().starts_with(" /");
        if (ends) {
            if (trial.capitals && trial.known_place) {
                draft.match.places.push_back(trial.match.places.front());
                scanner = trial_scanner;
                return;
            }
            const bool first = last.place.region.empty();
            (first ? last.place.region : last.place.country) = trial.match.places.front().place.name;
            last.span.end = trial.match.places.front().span.end;
            scanner = trial_scanner;
            if (first) {
                take_region(scanner, draft);  // "Grand Cayman, British West Indies"
            }
        }
    }
}

/// "Vigo (Pontevedra), 22 nov (EFE).-", "Gaza City (Palestinian Territories) (AFP) –", "Quito (Ecuador).-"; `behind`
/// the bracket.
bool DatelineParser::is_region_in_brackets(std::string_view name, Scanner behind, bool is_country, Draft& draft) const {
    const char32_t first = utf8::at(name, 0).code;
    if (!is_letter(first) || is_lower(first) || context_.lexicon().whole(name, PhraseKind::agency, context_.language)) {
        return false;
    }
    if (is_agency_next(behind)) {
        return true;
    }
    const bool comma = behind.take(',');
    behind.skip_spaces();
    if (has_date_ahead(behind, draft)) {
        return !draft.date_ahead->relative && (comma || is_agency_next({*context_.conventions, context_.language,
                                                                        behind.line(), draft.date_ahead->end}));
    }
    return is_country && !comma && take_dash(behind);
}

/// "Kochi (Kerala) [India],", "New Delhi [India],": where the place lies.
void DatelineParser::take_bracketed_regions(Scanner& scanner, Draft& draft) const {
    const auto take = [](Scanner& ahead, char open, char close) -> std::optional<Span> {
        constexpr std::size_t longest = 40;
        ahead.skip_spaces();
        const std::size_t begin = ahead.at() + 1;
        if (!ahead.take(static_cast<unsigned char>(open))) {
            return std::nullopt;
        }
        const std::size_t end = ahead.line().find(close, begin);
        if (end == std::string_view::npos || end == begin || end - begin > longest) {
            return std::nullopt;
        }
        ahead.move_to(end + 1);
        return Span{begin, end};
    };
    Scanner ahead = scanner;
    const auto region = take(ahead, '(', ')');
    Scanner behind = region ? ahead : scanner;
    const auto country = take(behind, '[', ']');
    DatelineMatch::FoundPlace& last = draft.match.places.back();
    if (!country) {
        // What stands in round brackets is the agency, unless another agency or a date follows, or it is a country.
        if (!region) {
            return;
        }
        const std::string_view name = scanner.line().substr(region->begin, region->size());
        const bool is_country = context_.lexicon().whole(name, PhraseKind::country, context_.language).has_value();
        if (is_region_in_brackets(name, ahead, is_country, draft)) {
            (is_country ? last.place.country : last.place.region) = name;
            last.span.end = ahead.at();
            scanner = ahead;
        }
        return;
    }
    last.place.country = behind.line().substr(country->begin, country->size());
    if (region) {
        last.place.region = behind.line().substr(region->begin, region->size());
    }
    last.span.end = behind.at();
    scanner = behind;
}

/// "Roma (foo)": a short word in brackets behind the last place belongs to it.
void DatelineParser::take_note_on_place(Scanner& scanner, Draft& draft) {
    constexpr std::size_t longest_note = 20;
    Scanner bracket = scanner;
    bracket.skip_spaces();
    const std::string_view line = scanner.line();
    const std::size_t close = bracket.take('(') ? line.find(')', bracket.at()) : std::string_view::npos;
    if (close == std::string_view::npos || close - bracket.at() >= longest_note) {
        return;
    }
    DatelineMatch::FoundPlace& last = draft.match.places.back();
    last.span.end = close + 1;
    last.place.name = line.substr(last.span.begin, close + 1 - last.span.begin);
    scanner.move_to(close + 1);
}

}  // namespace galley::text
