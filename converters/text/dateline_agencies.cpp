#include "converters/text/dateline_dash.h"
#include "converters/text/dateline_draft.h"
#include "converters/text/fold.h"
#include "converters/text/person_name.h"
#include "galley/utf8.h"

#include <algorithm>
#include <string>

namespace galley::text {

/// "NTB-Terje Solberg og Kari Nilsen": the names from `begin` to the end of `inside`; false when one of them is none.
bool DatelineParser::take_reporters(std::string_view inside, std::size_t begin, Draft& draft) const {
    const Lexicon& lexicon = conventions_->lexicon();
    for (std::size_t at = begin; at < inside.size();) {
        std::size_t end = at;
        std::size_t next = inside.size();
        for (end = at; end < inside.size(); ++end) {
            const auto word = inside[end] == ' ' ? lexicon.longest(inside, end + 1, PhraseKind::and_word, language_) : std::nullopt;
            if (inside[end] == ',' || word) {
                next = word ? word->end : end + 1;
                break;
            }
        }
        const std::string_view name = utf8::trim(inside.substr(at, end - at));
        if (!is_person_name(name)) {
            return false;
        }
        const auto name_begin = static_cast<std::size_t>(name.data() - inside.data());
        draft.match.reporters.push_back({std::string(name), {name_begin, name_begin + name.size()}, {}});
        at = next;
    }
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
            return any && take_reporters(scanner.line().substr(0, end), begin, draft);
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
        draft = std::move(attempt);
        draft.known_agency = true;
    } else {
        // An agency that nobody knows: one or two words of letters; between strokes behind a year ("November 22, 2026 /APO Group/ --").
        const bool release = open == '/' && draft.match.date && draft.match.date->date.year;
        const std::string_view name = utf8::trim(line.substr(begin, end - begin));
        const bool letters = std::ranges::none_of(name, [](char byte) { return byte >= '0' && byte <= '9'; });
        if ((open != '(' && !release) || !letters || name.size() > 24 || std::ranges::count(name, ' ') > 2 || name.find_first_of(",:;") != std::string_view::npos) {
            return false;
        }
        draft.match.agencies.push_back({std::string(name), {begin, end}, {}});
    }
    draft.bracketed = true;
    scanner.move_to(end + utf8::at(line, end).size);
    draft.match.end = scanner.at();
    return true;
}

/// "(PAP)", "/ritzau/": an agency that is known stands next, in brackets.
bool DatelineParser::is_agency_next(const Scanner& scanner) const {
    Scanner ahead = scanner;
    Draft trial;
    return take_bracketed(ahead, trial) && trial.known_agency;
}

/// A bare agency before the dash ("SYDNEY March 22 AAP -"), or behind the date ("24 фев. РИА Новости.").
bool DatelineParser::take_bare_agency(Scanner& scanner, Draft& draft) const {
    Scanner ahead = scanner;
    ahead.skip_spaces();
    (void)ahead.take_any(U".,");
    ahead.skip_spaces();
    const std::size_t begin = ahead.at();
    const auto hit = ahead.take_phrase(PhraseKind::agency);
    Scanner dash = ahead;
    if (!hit || !(take_dash(dash) || draft.match.date)) {
        return false;
    }
    add_agency(*hit, begin, draft);
    scanner = ahead;
    return true;
}

/// "CUPERTINO, Calif.--(BUSINESS WIRE)--", "24 фев - РИА Новости.": the agency behind the dash.
bool DatelineParser::take_agency_behind_dash(const Scanner& dash, Draft& draft) const {
    Scanner ahead = dash;
    if (take_bracketed(ahead, draft) && (draft.known_agency || take_dash(ahead))) {
        return true;
    }
    ahead = dash;
    ahead.skip_spaces();
    const std::size_t begin = ahead.at();
    const auto hit = ahead.take_phrase(PhraseKind::agency);
    Scanner after = ahead;
    if (!hit || !(ahead.peek() == '.' || take_dash(after) || take_reporters_before_stop(ahead, draft))) {
        return false;
    }
    const std::size_t end = std::max(draft.match.end, hit->end);
    add_agency(*hit, begin, draft);
    draft.match.end = end;
    return true;
}

/// ", Ольга Петрова.": who reports, behind the agency.
bool DatelineParser::take_reporters_before_stop(Scanner scanner, Draft& draft) const {
    constexpr std::size_t longest = 120;            // bytes
    const std::size_t stop = scanner.line().find('.', scanner.at());
    if (!scanner.take(',') || stop == std::string_view::npos || stop - scanner.at() > longest ||
        !take_reporters(scanner.line().substr(0, stop), scanner.at(), draft)) {
        return false;
    }
    draft.match.end = stop;
    return true;
}

void DatelineParser::add_agency(const PhraseHit& hit, std::size_t begin, Draft& draft) const {
    draft.match.agencies.push_back({std::string(conventions_->agency(hit.phrase->value)), {begin, hit.end}, {}});
    draft.match.end = hit.end;
    draft.known_agency = true;
}

}  // namespace galley::text
