#include "converters/text/dateline_draft.h"
#include "converters/text/fold.h"
#include "converters/text/line_shape.h"
#include "converters/text/person_name.h"
#include "galley/utf8.h"

#include <algorithm>
#include <string>

namespace galley::text {
namespace {

constexpr std::size_t longest_bracket = 120;  ///< bytes

/// White space, and what stands between two names in a bracket.
void skip_joints(Scanner& scanner) {
    while (!scanner.at_end() && (scanner.peek() == ' ' || is_dash(scanner.peek()) ||
                                 std::u32string_view(U"/,·=").contains(scanner.peek()))) {
        scanner.skip();
    }
}

/// "Kari Hansen (Ap)": of two letters, one a small one, no agency is written.
bool is_abbreviated_party(std::string_view name) {
    return name.size() == 2 && is_upper(static_cast<unsigned char>(name[0])) &&
           is_lower(static_cast<unsigned char>(name[1]));
}

/// A capital, or a letter of a script that has none.
bool begins_with_capital(std::string_view name) {
    const char32_t first = utf8::at(name, 0).code;
    return is_letter(first) && !is_lower(first);
}

}  // namespace

/// "NTB-Terje Solberg og Kari Nilsen": the names from `begin` to the end of `inside`; false when one of them is none.
bool DatelineParser::take_reporters(std::string_view inside, std::size_t begin, Draft& draft) const {
    const Lexicon& lexicon = context_.lexicon();
    for (std::size_t at = begin; at < inside.size();) {
        std::size_t end = at;
        std::size_t next = inside.size();
        for (end = at; end < inside.size(); ++end) {
            const auto word = inside[end] == ' '
                                  ? lexicon.longest(inside, end + 1, PhraseKind::and_word, context_.language)
                                  : std::nullopt;
            if (inside[end] == ',' || word) {
                next = word ? word->end : end + 1;
                break;
            }
        }
        const std::string_view name = utf8::trim(inside.substr(at, end - at));
        if (!is_person_name(name, lexicon, context_.language)) {
            return false;
        }
        const auto name_begin = static_cast<std::size_t>(name.data() - inside.data());
        draft.match.reporters.push_back({std::string(name), {name_begin, name_begin + name.size()}, {}});
        at = next;
    }
    return true;
}

/// "Mehmet YILMAZ/ANTALYA, (DHA)-": a name whose last word alone stands in capitals, before the place.
void DatelineParser::take_reporters_before_place(Draft& draft) {
    const auto is_reporter = [](const DatelineMatch::FoundPlace& place) {
        const std::size_t space = place.place.name.rfind(' ');
        return space != std::string::npos && is_all_capitals(std::string_view(place.place.name).substr(space + 1)) &&
               !is_all_capitals(place.place.name);
    };
    std::vector<DatelineMatch::FoundPlace>& places = draft.match.places;
    while (places.size() > 1 && is_reporter(places.front())) {
        draft.match.reporters.push_back({std::move(places.front().place.name), places.front().span, {}});
        places.erase(places.begin());
        draft.unknown_places -= draft.unknown_places > 0 ? 1 : 0;
        draft.capitals = is_all_capitals(places.front().place.name);
    }
}

/// What stands in a bracket up to `end`: "AP", "APA/dpa", "NTB-Terje Solberg og Kari Nilsen", "Корр. ТАСС Иван Петров",
/// "Newsfile Corp. - November 22, 2026", "TTXVN 22/11".
bool DatelineParser::take_agencies(Scanner& scanner, Draft& draft, std::size_t end) const {
    constexpr PhraseKinds titles{PhraseKind::job_title, PhraseKind::after_by_word};
    const std::string_view inside = scanner.line().substr(0, end);
    bool any = false;
    for (skip_joints(scanner); scanner.at() < end; skip_joints(scanner)) {
        const std::size_t begin = scanner.at();
        if (const auto hit = scanner.take_phrase(PhraseKind::agency);
            hit && hit->end <= end && !is_abbreviated_party(scanner.line().substr(begin, hit->end - begin))) {
            draft.match.agencies.push_back(
                {std::string(context_.conventions->agency(hit->phrase->value)), {begin, hit->end}, {}});
            any = draft.known_agency = true;
            continue;
        }
        scanner.move_to(begin);
        if (const auto title = scanner.take_phrase(titles); title && title->end <= end) {
            continue;
        }
        scanner.move_to(begin);
        if (any && take_date_up_to(end, scanner, draft)) {
            return true;
        }
        if (take_agency_at_stroke(scanner, draft, end)) {
            continue;
        }
        return any ? take_reporters(inside, begin, draft) : take_reporter_before_agency(inside, begin, draft);
    }
    return any;
}

/// "Adnkronos/Labitalia", "awp/sda": a name of one word that nobody knows, beside a stroke.
bool DatelineParser::take_agency_at_stroke(Scanner& scanner, Draft& draft, std::size_t end) {
    constexpr std::size_t longest = 24;  // bytes
    const std::string_view line = scanner.line();
    const std::size_t begin = scanner.at();
    const std::size_t stop = std::min(line.find('/', begin), end);
    const std::string_view name = line.substr(begin, stop - begin);
    const bool stroke = stop < end || (begin > 0 && line[begin - 1] == '/' && !draft.match.agencies.empty());
    if (!stroke || name.empty() || name.size() > longest ||
        name.find_first_of(" .,:;()0123456789") != std::string_view::npos) {
        return false;
    }
    draft.match.agencies.push_back({std::string(name), {begin, stop}, {}});
    scanner.move_to(stop);
    return true;
}

/// "/Иван Петров - БЕЛТА/"
bool DatelineParser::take_reporter_before_agency(std::string_view inside, std::size_t begin, Draft& draft) const {
    const std::size_t dash = inside.rfind(" - ");
    if (dash == std::string_view::npos || dash <= begin) {
        return false;
    }
    const std::size_t agency = dash + 3;
    const auto hit = context_.lexicon().whole(inside.substr(agency), PhraseKind::agency, context_.language);
    if (!hit || !take_reporters(inside.substr(0, dash), begin, draft)) {
        return false;
    }
    draft.match.agencies.push_back(
        {std::string(context_.conventions->agency(hit->phrase->value)), {agency, inside.size()}, {}});
    draft.known_agency = true;
    return true;
}

/// Whether a date stands here that ends at `end`; "22/11" is one behind an agency.
bool DatelineParser::take_date_up_to(std::size_t end, Scanner scanner, Draft& draft) const {
    if (draft.match.date) {
        return false;
    }
    if (Draft dated; take_day_and_month(scanner, dated) && scanner.at() == end) {
        draft.match.date = std::move(dated.match.date);
        return true;
    }
    auto date = context_.dates.at(scanner.line(), scanner.at());
    if (!date || date->end != end || date->relative) {
        return false;
    }
    draft.match.date = std::move(date);
    return true;
}

/// An agency that nobody knows: one to three words of letters, no place and in no small letters; between strokes only
/// behind a date
/// ("22 ноября. /Кабар/", "November 22, 2026 /APO Group/ --").
bool DatelineParser::may_be_agency(std::string_view bracket, bool strokes, const Draft& draft) const {
    const std::string_view name = utf8::trim(bracket);
    constexpr std::ptrdiff_t longest = 24;  // characters
    constexpr std::ptrdiff_t most_spaces = 2;
    const bool close = draft.known_place && name.size() == bracket.size();  // "/Trend/", but not "/ محمد علي/"
    const bool dated = close || (draft.match.date && (draft.match.date->date.year || draft.match.date->named_month));
    const bool word =
        draft.known_place && !name.contains(' ');  // German services are written small: "(iwr-pressedienst)"
    if (name.empty() || (strokes && !dated) || (!word && !begins_with_capital(name)) ||
        name.find_first_of(",:;/(0123456789") != std::string_view::npos) {
        return false;
    }
    const auto characters =
        std::ranges::count_if(name, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; });
    return characters <= longest && std::ranges::count(name, ' ') <= most_spaces &&
           !context_.lexicon().whole(name, {PhraseKind::place, PhraseKind::country}, context_.language);
}

/// "(AP)", "/TASS/", ", (DHA)"
bool DatelineParser::take_bracketed(Scanner& scanner, Draft& draft) const {
    Scanner ahead = scanner;
    const bool comma = ahead.take(',');
    ahead.skip_spaces();
    const char32_t open = ahead.peek();
    if (open != '(' && (open != '/' || comma)) {
        return false;
    }
    ahead.skip();
    const char32_t close = open == '(' ? U')' : U'/';
    const std::string_view line = ahead.line();
    const std::size_t begin = ahead.at();
    std::size_t end = begin;
    while (end < line.size() && fold(utf8::at(line, end).code) != close) {
        end += utf8::at(line, end).size;
        if (end - begin > longest_bracket) {
            return false;
        }
    }
    // "(ots/SPÖ)" has one stroke inside, "/ritzau/AFP/" has one between two agencies.
    if (end >= line.size() || end == begin) {
        return false;
    }
    if (close == '/' && end + 1 < line.size() &&
        context_.lexicon().longest(line, end + 1, PhraseKind::agency, context_.language)) {
        const std::size_t second = line.find('/', end + 1);
        end = second != std::string_view::npos && second - begin <= longest_bracket ? second : end;
    }
    Scanner inside = ahead;
    Draft attempt = draft;
    attempt.known_agency = false;
    if (take_agencies(inside, attempt, end) && attempt.known_agency) {
        draft = std::move(attempt);
    } else {
        const std::string_view name = line.substr(begin, end - begin);
        if (!may_be_agency(name, open == '/', draft)) {
            return false;
        }
        draft.match.agencies.push_back({std::string(utf8::trim(name)), {begin, end}, {}});
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

}  // namespace galley::text
