#include "converters/text/dateline_parser.h"

#include "converters/text/dateline_mark.h"
#include "converters/text/fold.h"
#include "galley/utf8.h"

#include <algorithm>

namespace galley::text {
namespace {

constexpr std::size_t longest_dateline = 200;
constexpr int most_words = 6;

/// Takes white space and a dash ("—", "--", "_", ".-"); with no space on either side only where the dash is a long one.
bool take_dash(Scanner& scanner, bool after_date = false) {
    Scanner ahead = scanner;
    const std::size_t start = ahead.at();
    (void)ahead.take(',');
    ahead.skip_spaces();
    const bool space_before = ahead.at() > start;
    const char32_t code = ahead.peek();
    if (code == '.') {
        ahead.skip();               // EFE's ".-"
        if (!is_dash(ahead.peek())) {
            return false;
        }
        ahead.skip();
        scanner = ahead;
        return true;
    }
    if (!is_dash(code) && code != '_') {
        return false;
    }
    ahead.skip();
    const bool is_double = is_dash(ahead.peek());
    if (is_double) {
        ahead.skip();
    }
    const bool is_long = is_double || code == 0x2014 || code == 0x2013 || code == 0x2015 || code == 0x2E3A;
    const bool space_after = ahead.at_end() || ahead.peek() == ' ';
    const bool set_off = (space_after && (space_before || after_date || scanner.before() == ')')) || (space_before && after_date);
    if (!is_long && !set_off) {
        return false;
    }
    scanner = ahead;
    return true;
}

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

}  // namespace

/// A dateline under construction.
struct DatelineParser::Draft {
    DatelineMatch match;
    bool capitals = false;          ///< every letter of the first place is one
    bool known_place = false;
    bool known_agency = false;
    bool bracketed = false;         ///< something in brackets that can be an agency
    int unknown_places = 0;         ///< neither capitals nor known
};

void DatelineMatch::shift(std::size_t bytes) {
    const auto move = [bytes](Span& span) { span = {span.begin + bytes, span.end + bytes}; };
    for (FoundPlace& place : places) {
        move(place.span);
    }
    for (FoundName& agency : agencies) {
        move(agency.span);
    }
    for (FoundName& reporter : reporters) {
        move(reporter.span);
    }
    if (date) {
        date->begin += bytes;
        date->end += bytes;
    }
    begin += bytes;
    end += bytes;
}

bool DatelineParser::take_place(Scanner& scanner, Draft& draft) const {
    Scanner ahead = scanner;
    ahead.skip_spaces();
    const std::string_view line = scanner.line();
    const std::size_t begin = ahead.at();
    if (conventions_->lexicon().longest(line, begin, PhraseKind::not_a_place, language_)) {
        return false;
    }
    const auto known = conventions_->lexicon().longest(line, begin, {PhraseKind::place, PhraseKind::country}, language_);
    const bool has_case = begin < line.size() && (is_upper(utf8::at(line, begin).code) || is_lower(utf8::at(line, begin).code));
    if (!has_case) {
        if (!known) {
            return false;           // a script without capitals proves a place by nothing but its name
        }
        draft.known_place = true;
        draft.match.places.push_back({{.name = std::string(line.substr(begin, known->end - begin))}, {begin, known->end}});
        scanner.move_to(known->end);
        return true;
    }
    std::size_t end = begin;
    int words = 0;
    std::size_t letters = 0;
    bool all_capitals = true;
    while (!ahead.at_end() && words < most_words) {
        const std::size_t word_begin = ahead.at();
        bool capital = false;
        bool small = false;
        bool first = true;
        while (!ahead.at_end()) {
            const char32_t code = utf8::at(line, ahead.at()).code;
            const char32_t next = ahead.at() + utf8::at(line, ahead.at()).size < line.size()
                                      ? utf8::at(line, ahead.at() + utf8::at(line, ahead.at()).size).code : 0;
            if (is_letter(code)) {
                capital = capital || (first && !is_lower(code));
                small = small || is_lower(code) || is_ideograph(code);      // "RSSの基本" is not in capitals
                first = false;
                ++letters;
            } else if (code == '\'' || code == 0x2019 || code == '.' || ((code == '-' || code == 0x2010) && is_letter(next) && !first)) {
                if (code == '.' && (ahead.at() - word_begin > 4 || !(next == ' ' || is_letter(next)))) {
                    break;          // "St." and "D.C.", not the end of "Moscow."
                }
            } else {
                break;
            }
            ahead.skip();
        }
        if (ahead.at() == word_begin) {
            break;
        }
        if (!capital || (words > 0 && all_capitals && small && letters > 2 && !known)) {
            const std::string_view word = line.substr(word_begin, ahead.at() - word_begin);
            const bool particle = word == "de" || word == "of" || word == "the" || word == "am" || word == "la" || word == "del" || word == "an" ||
                                  word == "der" || word == "do" || word == "di" || word == "upon" || word == "sur" || word == "den";
            if (!particle || words == 0) {
                ahead.move_to(word_begin);
                break;
            }
        }
        all_capitals = all_capitals && !small;
        ++words;
        end = ahead.at();
        ahead.skip_spaces();
        // A month, an agency or a bare date after the place ends it.
        if (conventions_->lexicon().longest(line, ahead.at(), {PhraseKind::agency}, language_) || dates_.at(line, ahead.at())) {
            break;
        }
    }
    if (known && known->end > end) {
        end = known->end;
        words = std::max(words, 1);
    }
    if (words == 0 || letters < 2 || end - begin > 60) {
        return false;
    }
    std::string_view name = line.substr(begin, end - begin);
    if (name.ends_with('.') && std::ranges::count(name, '.') == 1 && name.size() > 5) {
        name.remove_suffix(1);
    }
    const bool fully_known = known && known->end >= begin + name.size();
    all_capitals = all_capitals && letters >= 3;
    if (draft.match.places.empty()) {
        draft.capitals = all_capitals;
    }
    draft.known_place = draft.known_place || fully_known;
    if (!fully_known && !all_capitals) {
        ++draft.unknown_places;
    }
    draft.match.places.push_back({{.name = std::string(name)}, {begin, begin + name.size()}});
    scanner.move_to(begin + name.size());
    return true;
}

void DatelineParser::take_region(Scanner& scanner, Draft& draft) const {
    Scanner ahead = scanner;
    if (!ahead.take(',')) {
        return;
    }
    ahead.skip_spaces();
    (void)(ahead.take_word("the"));
    ahead.skip_spaces();
    const std::size_t begin = ahead.at();
    const std::string_view line = ahead.line();
    DatelineMatch::FoundPlace& last = draft.match.places.back();
    const auto known = conventions_->lexicon().longest(line, begin, {PhraseKind::region, PhraseKind::country}, language_);
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
    if (dates_.at(line, begin) || !last.place.country.empty()) {
        return;
    }
    // An unknown name after the comma: a region when something other than a place proves the dateline later on.
    Draft trial;
    Scanner trial_scanner = ahead;
    if (take_place(trial_scanner, trial) && trial.match.places.size() == 1) {
        if (trial_scanner.rest().starts_with(".,")) {       // "Fal., April 9": an abbreviation nobody knows
            trial_scanner.skip();
            trial.match.places.front().place.name += '.';
            ++trial.match.places.front().span.end;
        }
        const char32_t next = trial_scanner.peek();
        Scanner rest = trial_scanner;
        const bool ends = next == ',' || next == '(' || next == '/' || take_dash(rest) || trial_scanner.rest().starts_with(" (") ||
                          trial_scanner.rest().starts_with(" /");
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
                take_region(scanner, draft);        // "Grand Cayman, British West Indies"
            }
        }
    }
}

bool DatelineParser::take_places(Scanner& scanner, Draft& draft) const {
    if (!take_place(scanner, draft)) {
        return false;
    }
    for (;;) {
        take_region(scanner, draft);
        Scanner ahead = scanner;
        ahead.skip_spaces();
        const bool joined = ahead.take_any(U"/&·") || ahead.take_word("and") || ahead.take(U'、');
        if (!joined || draft.match.places.size() > 8) {
            break;
        }
        if (!take_place(ahead, draft)) {
            break;
        }
        scanner = ahead;
    }
    // "Roma (foo)": a bracket that is no agency belongs to the place where a date or dash follows; left to the agencies here.
    return true;
}

bool DatelineParser::take_agencies(Scanner& scanner, Draft& draft, std::size_t end) const {
    bool any = false;
    while (scanner.at() < end) {
        scanner.skip_spaces();
        (void)scanner.take_any(U"/-,·=");
        scanner.skip_spaces();
        if (scanner.at() >= end) {
            break;
        }
        const std::size_t begin = scanner.at();
        const auto hit = scanner.take_phrase(PhraseKind::agency);
        if (!hit || scanner.at() > end) {
            scanner.move_to(begin);
            return any && false;
        }
        draft.match.agencies.push_back({std::string(conventions_->agency(hit->phrase->value)), {begin, scanner.at()}, {}});
        any = true;
    }
    return any;
}

bool DatelineParser::take_bracketed(Scanner& scanner, Draft& draft) const {
    Scanner ahead = scanner;
    ahead.skip_spaces();
    const char32_t open = ahead.peek();
    if (open != '(' && open != '/') {
        return false;
    }
    ahead.skip();
    const char32_t close = open == '(' ? U')' : U'/';
    const std::string_view line = ahead.line();
    const std::size_t begin = ahead.at();
    std::size_t end = begin;
    while (end < line.size() && fold(utf8::at(line, end).code) != close) {
        end += utf8::at(line, end).size;
        if (end - begin > 60) {
            return false;
        }
    }
    if (end >= line.size() || end == begin) {
        return false;
    }
    Scanner inside = ahead;
    Draft attempt = draft;
    if (take_agencies(inside, attempt, end)) {
        draft = attempt;
        draft.known_agency = true;
    } else {
        // An agency that nobody knows: one or two words of letters.
        std::string_view name = utf8::trim(line.substr(begin, end - begin));
        const bool letters = std::ranges::none_of(name, [](char byte) { return byte >= '0' && byte <= '9'; });
        if (open != '(' || !letters || name.size() > 24 || std::ranges::count(name, ' ') > 2 || name.find_first_of(",:;") != std::string_view::npos) {
            return false;
        }
        draft.match.agencies.push_back({std::string(name), {begin, end}, {}});
    }
    draft.bracketed = true;
    scanner.move_to(end + utf8::at(line, end).size);
    draft.match.end = scanner.at();
    return true;
}

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
        if (const auto date = dates_.at(head, ahead.at()); date && date->date.year) {
            return std::nullopt;        // "Bruselas - 15 oct 2024 - 08:22" stands over a text, not in it
        }
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
    if (draft.capitals && !agency && !goes_on_as_text(head.substr(dash.at()))) {
        return std::nullopt;            // "BRAZIL CROP WEATHER -- USDA/NOAA"
    }
    if (!agency && !date && draft.unknown_places > 0) {
        return std::nullopt;            // "Paris and Someone - …" is prose
    }
    draft.match.proofs = proofs;
    return draft.match;
}

std::optional<DatelineMatch> DatelineParser::parse_chinese(std::string_view head) const {
    Scanner scanner{*conventions_, language_, head};
    scanner.skip_spaces();
    DatelineMatch match{.begin = scanner.at()};
    const std::size_t agency_begin = scanner.at();
    const auto agency = scanner.take_phrase(PhraseKind::agency);
    if (!agency) {
        return std::nullopt;
    }
    match.agencies.push_back({std::string(conventions_->agency(agency->phrase->value)), {agency_begin, scanner.at()}, {}});
    // The place is what stands before the date: known, or up to six characters.
    const std::size_t place_begin = scanner.at();
    std::optional<DateMatch> date;
    std::size_t at = place_begin;
    for (int characters = 0; characters <= 8 && at < head.size(); ++characters) {
        if (digit_value(utf8::at(head, at).code) >= 0) {
            date = dates_.at(head, at);
            break;
        }
        at += utf8::at(head, at).size;
    }
    if (!date || date->relative) {
        return std::nullopt;
    }
    if (at > place_begin) {
        match.places.push_back({{.name = std::string(head.substr(place_begin, at - place_begin))}, {place_begin, at}});
    }
    scanner.move_to(date->end);
    const bool mark = scanner.take(U'电') || scanner.take(U'電') || scanner.take(U'讯') || scanner.take(U'訊') ||
                      scanner.rest().starts_with("消息") || scanner.rest().starts_with("报道") || scanner.rest().starts_with("報導");
    match.end = scanner.at();
    match.date = std::move(date);
    Scanner bracket = scanner;
    if (bracket.take('(')) {
        std::size_t end = bracket.at();
        while (end < head.size() && fold(utf8::at(head, end).code) != ')') {
            end += utf8::at(head, end).size;
        }
        if (end < head.size()) {
            (void)bracket.take_phrase({PhraseKind::after_by_word, PhraseKind::job_title});
            std::size_t begin = bracket.at();
            for (std::size_t here = begin; here <= end; here += here < end ? utf8::at(head, here).size : 1) {
                const char32_t code = here < end ? utf8::at(head, here).code : U'、';
                if (code == 0x3001 || code == ' ' || code == ',' || code == 0xFF0C) {
                    if (here > begin && here - begin <= 24) {
                        match.reporters.push_back({std::string(head.substr(begin, here - begin)), {begin, here}, {}});
                    }
                    begin = here < end ? here + utf8::at(head, here).size : end;
                }
            }
            match.end = end + utf8::at(head, end).size;
        }
    }
    if (!mark && match.reporters.empty()) {
        return std::nullopt;
    }
    match.proofs = 3;
    return match;
}

std::optional<DatelineMatch> DatelineParser::parse_korean(std::string_view head) const {
    if (!head.starts_with('(')) {
        return std::nullopt;
    }
    const std::size_t equals = head.find('=');
    const std::size_t close = head.find(')');
    if (equals == std::string_view::npos || close == std::string_view::npos || equals > close || close > 120) {
        return std::nullopt;
    }
    DatelineMatch match{.begin = 0, .end = close + 1};
    for (std::size_t begin = 1, at = 1; at <= equals;) {
        const std::uint32_t size = at < equals ? utf8::at(head, at).size : 1;
        const char32_t code = at < equals ? utf8::at(head, at).code : U',';
        if (code == 0xB7 || code == ',' || code == '/' || code == 0x30FB) {
            if (at > begin) {
                match.places.push_back({{.name = std::string(head.substr(begin, at - begin))}, {begin, at}});
            }
            begin = at + size;
        }
        at += size;
    }
    const std::string_view agency = head.substr(equals + 1, close - equals - 1);
    if (match.places.empty() || agency.empty() || !is_letter(utf8::at(agency, 0).code)) {
        return std::nullopt;
    }
    const auto known = conventions_->lexicon().whole(agency, PhraseKind::agency, language_);
    match.agencies.push_back({known ? std::string(conventions_->agency(known->phrase->value)) : std::string(agency), {equals + 1, close}, {}});
    match.proofs = 2;
    // "이도흔 기자 =": name, title, until the second equals sign.
    const std::size_t second = head.find('=', close);
    if (second != std::string_view::npos && second - close < 120) {
        std::string_view names = head.substr(close + 1, second - close - 1);
        std::size_t offset = close + 1;
        std::string_view name;
        std::size_t name_begin = 0;
        while (!names.empty()) {
            const std::size_t space = std::min(names.find(' '), names.size());
            const std::string_view word = names.substr(0, space);
            if (!word.empty()) {
                if (conventions_->lexicon().whole(word, {PhraseKind::after_by_word, PhraseKind::job_title}, language_) && !name.empty()) {
                    match.reporters.push_back({std::string(name), {name_begin, name_begin + name.size()}, std::string(word)});
                    name = {};
                } else {
                    name = word;
                    name_begin = offset;
                }
            }
            const std::size_t step = std::min(space + 1, names.size());
            offset += step;
            names.remove_prefix(step);
        }
        if (!match.reporters.empty()) {
            match.end = second + 1;
        }
    }
    return match;
}

std::optional<DatelineMatch> DatelineParser::parse_japanese(std::string_view head) const {
    // 【ワシントン＝山田太郎】, 【ソウル＝小池和樹】, 【6月18日 AFP】, 【北京共同】
    constexpr std::string_view open = "【";
    constexpr std::string_view close = "】";
    const std::size_t start = head.find(open);
    if (start > 6) {
        return std::nullopt;
    }
    const std::size_t end = head.find(close, start);
    if (end == std::string_view::npos || end - start > 120) {
        return std::nullopt;
    }
    const std::size_t inside = start + open.size();
    DatelineMatch match{.begin = start, .end = end + close.size()};
    std::size_t equals = head.find("＝", inside);
    std::size_t equals_size = 3;
    if (equals == std::string_view::npos || equals > end) {
        equals = head.find('=', inside);
        equals_size = 1;
    }
    if (equals != std::string_view::npos && equals < end && equals > inside) {
        const std::string_view place = head.substr(inside, equals - inside);
        if (!conventions_->lexicon().whole(place, {PhraseKind::place, PhraseKind::country}, language_)) {
            return std::nullopt;
        }
        match.places.push_back({{.name = std::string(place)}, {inside, equals}});
        const std::size_t name = equals + equals_size;
        if (conventions_->lexicon().whole(head.substr(name, end - name), PhraseKind::agency, language_)) {
            match.agencies.push_back({std::string(head.substr(name, end - name)), {name, end}, {}});
        } else if (end > name) {
            match.reporters.push_back({std::string(head.substr(name, end - name)), {name, end}, {}});
        }
        match.proofs = 2;
        return match;
    }
    if (auto date = dates_.at(head, inside); date && !date->relative && date->end < end) {
        Scanner scanner{*conventions_, language_, head, date->end};
        scanner.skip_spaces();
        const std::size_t begin = scanner.at();
        if (const auto agency = scanner.take_phrase(PhraseKind::agency)) {
            match.agencies.push_back({std::string(conventions_->agency(agency->phrase->value)), {begin, scanner.at()}, {}});
            match.date = std::move(date);
            match.proofs = 2;
            return match;
        }
    }
    return std::nullopt;
}

std::optional<DatelineMatch> DatelineParser::parse(std::string_view paragraph) const {
    const std::string_view head = utf8::prefix(paragraph, longest_dateline);
    if (head.empty() || is_without_marks(head)) {
        return std::nullopt;
    }
    if (auto match = parse_korean(head)) {
        return match;
    }
    if (auto match = parse_chinese(head)) {
        return match;
    }
    if (auto match = parse_japanese(head)) {
        return match;
    }
    if (!has_dateline_mark(head)) {
        return std::nullopt;
    }
    return parse_western(head);
}

}  // namespace galley::text
