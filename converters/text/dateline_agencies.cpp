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

/// The end of "detik.com", "TRIBUNNEWS.COM", "iNews.id" at `begin`: an outlet that is called by its address; `begin`
/// where none stands.
std::size_t end_of_address(std::string_view line, std::size_t begin) {
    constexpr std::size_t shortest_tail = 2;
    const auto is_ascii_letter = [](char byte) { return (byte | ' ') >= 'a' && (byte | ' ') <= 'z'; };
    const auto end_of_word = [&](std::size_t at) {
        while (at < line.size() &&
               (is_ascii_letter(line[at]) || line[at] == '-' || (line[at] >= '0' && line[at] <= '9'))) {
            ++at;
        }
        return at;
    };
    std::size_t end = end_of_word(begin);
    std::size_t tail = begin;
    while (end > tail && end + 1 < line.size() && line[end] == '.' && is_ascii_letter(line[end + 1])) {
        tail = end + 1;
        end = end_of_word(tail);
    }
    if (tail == begin) {
        return begin;
    }
    const bool letters = std::all_of(line.begin() + static_cast<std::ptrdiff_t>(tail),
                                     line.begin() + static_cast<std::ptrdiff_t>(end), is_ascii_letter);
    return tail > begin + shortest_tail && end >= tail + shortest_tail && letters ? end : begin;
}

/// A letter that begins a sentence, behind a space: a capital, or one of a script without.
bool goes_on_with_sentence(std::string_view rest) {
    const std::size_t letter = rest.find_first_not_of(' ');
    if (letter == 0 || letter == std::string_view::npos) {
        return false;
    }
    const char32_t first = utf8::at(rest, letter).code;
    return digit_value(first) >= 0 || (is_letter(first) && !is_lower(first));
}

}  // namespace

/// The agency that stands here, by its name or by its address.
std::optional<DatelineMatch::FoundName> DatelineParser::take_agency(Scanner& scanner) const {
    const std::size_t begin = scanner.at();
    const auto hit = scanner.take_phrase(PhraseKind::agency);
    if (const std::size_t end = end_of_address(scanner.line(), begin); end > begin && (!hit || end > hit->end)) {
        scanner.move_to(end);
        return DatelineMatch::FoundName{std::string(scanner.line().substr(begin, end - begin)), {begin, end}, {}};
    }
    return hit ? std::optional(DatelineMatch::FoundName{
                     std::string(context_.conventions->agency(hit->phrase->value)), {begin, hit->end}, {}})
               : std::nullopt;
}

/// A bare agency before the dash ("SYDNEY March 22 AAP -"), or behind the date ("24 фев. РИА Новости.").
bool DatelineParser::take_bare_agency(Scanner& scanner, Draft& draft) const {
    Scanner ahead = scanner;
    ahead.skip_spaces();
    (void)ahead.take_any(U".,");
    ahead.skip_spaces();
    auto agency = take_agency(ahead);
    Scanner dash = ahead;
    if (Scanner joined = ahead; agency && (joined.take('-') || joined.take('/')) && take_agency(joined)) {
        dash = joined;
    }
    if (!agency ||
        !(take_dash(dash, true) || draft.match.date || (draft.capitals && dash.take(' ') && dash.peek() == '|'))) {
        return false;
    }
    add_agency(std::move(*agency), draft);
    while (ahead.peek() == '-' || ahead.peek() == '/') {  // "PARIIS, AFP-BNS -"
        ahead.skip();
        auto other = take_agency(ahead);
        if (!other) {
            break;
        }
        add_agency(std::move(*other), draft);
        scanner = ahead;
    }
    scanner.move_to(std::max(scanner.at(), draft.match.agencies.back().span.end));
    return true;
}

/// "إسطنبول / الأناضول", "BAGHDAD / INA", "إسطنبول/ محمد علي/ الأناضول": an agency behind a stroke that nothing closes.
bool DatelineParser::take_stroked_agency(Scanner& scanner, Draft& draft) const {
    constexpr std::size_t longest_name = 60;  // bytes
    Scanner ahead = scanner;
    ahead.skip_spaces();
    if (ahead.peek() != '/' || !(draft.known_place || draft.capitals)) {
        return false;
    }
    ahead.skip();
    ahead.skip_spaces();
    const std::size_t second = ahead.line().find('/', ahead.at());
    Draft named = draft;
    if (second != std::string_view::npos && second - ahead.at() < longest_name) {
        if (!take_reporters(ahead.line().substr(0, second), ahead.at(), named)) {
            return false;
        }
        ahead.move_to(second + 1);
        ahead.skip_spaces();
    }
    auto agency = take_agency(ahead);
    if (!agency || !(goes_on_with_sentence(ahead.rest()) || is_dash(ahead.peek()) || ahead.peek() == ':')) {
        return false;
    }
    draft = std::move(named);
    add_agency(std::move(*agency), draft);
    scanner = ahead;
    return true;
}

/// "دمشق-سانا", "غزة- معا-", "Damascus, SANA-": an agency behind a hyphen that stands close.
bool DatelineParser::take_agency_behind_hyphen(Scanner& scanner, Draft& draft) const {
    Scanner ahead = scanner;
    ahead.skip_spaces();
    if (!draft.known_place || !is_dash(ahead.peek())) {
        return false;
    }
    ahead.skip();
    ahead.skip_spaces();
    const char32_t first = ahead.at_end() ? 0 : utf8::at(ahead.line(), ahead.at()).code;
    if (!is_letter(first) || is_upper(first) || is_lower(first)) {
        return false;  // "Paris-AFP" and "London — Reuters said" are words of a text where words have capitals
    }
    auto agency = take_agency(ahead);
    Scanner behind = ahead;
    behind.skip_spaces();
    if (!agency || !(goes_on_with_sentence(ahead.rest()) || is_dash(behind.peek()) || behind.peek() == ':' ||
                     behind.peek() == '.')) {
        return false;
    }
    add_agency(std::move(*agency), draft);
    draft.dash = true;
    scanner = ahead;
    return true;
}

/// What stands for a dash behind an agency: "Oslo (NTB):", "BRUSSEL 22/11 (BELGA) =", "BERLIN taz |", "Berlin (epd).",
/// and nothing behind capitals in brackets.
bool DatelineParser::take_mark_behind_agency(Scanner& scanner, const Draft& draft) const {
    const bool place = draft.capitals || draft.known_place;
    Scanner ahead = scanner;
    ahead.skip_spaces();
    const char32_t mark = ahead.peek();
    constexpr char32_t danda = 0x964;
    constexpr char32_t urdu_stop = 0x6D4;
    const bool stop = (mark == '.' || mark == danda || mark == urdu_stop) && (draft.known_agency || draft.match.date);
    const bool colon = mark == ':' && (draft.known_agency || draft.match.date || draft.capitals);
    if (stop || colon || (mark == '=' && draft.known_agency) || (mark == '|' && draft.known_agency && draft.capitals) ||
        (mark == '/' && draft.known_agency && draft.match.date && draft.match.date->date.is_full())) {
        ahead.skip();
        if (!ahead.at_end() && ahead.peek() != ' ') {
            return false;
        }
        scanner = ahead;
        return true;
    }
    const std::string_view name = draft.match.agencies.empty() ? std::string_view{} : draft.match.agencies.back().name;
    if (draft.bracketed && !place && draft.match.date && draft.match.date->named_month && is_all_capitals(name) &&
        name.size() >= 3) {
        return goes_on_with_sentence(scanner.rest()) &&
               goes_on_as_text(scanner.rest());  // "Ségou, 22 novembre (AMAP) Un ferry …"
    }
    return draft.bracketed && place && (draft.match.date || (draft.capitals && draft.known_place)) &&
           !has_small_letter(name) && goes_on_with_sentence(scanner.rest()) && goes_on_as_text(scanner.rest());
}

/// "CUPERTINO, Calif.--(BUSINESS WIRE)--", "NEW YORK--(BUSINESS WIRE)--Nov. 22, 2026--", "24 фев - РИА Новости.",
/// "HONG KONG SAR - Media OutReach Newswire - 22 November 2026 -": the agency behind the dash. Moves `dash` behind a
/// date that follows.
bool DatelineParser::take_agency_behind_dash(Scanner& dash, Draft& draft) const {
    const auto take_date_behind = [&](Scanner ahead) {
        if (!draft.match.date && take_dash(ahead)) {
            ahead.skip_spaces();
            Draft dated = draft;
            dated.match.date.reset();
            take_date(ahead, dated);
            if (dated.match.date && dated.match.date->date.is_full() && take_dash(ahead, true)) {
                draft = std::move(dated);
                dash = ahead;
            }
        }
    };
    Scanner ahead = dash;
    if (take_bracketed(ahead, draft)) {
        if (Scanner after = ahead; draft.known_agency || take_dash(after)) {
            take_date_behind(ahead);
            return true;
        }
    }
    ahead = dash;
    ahead.skip_spaces();
    auto agency = take_agency(ahead);
    Scanner after = ahead;
    if (!agency ||
        !(ahead.peek() == '.' || ahead.peek() == ':' || take_dash(after) || take_reporters_before_stop(ahead, draft))) {
        return false;
    }
    const std::size_t end = std::max(draft.match.end, agency->span.end);
    add_agency(std::move(*agency), draft);
    draft.match.end = end;
    take_date_behind(ahead);
    return true;
}

/// ", Ольга Петрова.": who reports, behind the agency.
bool DatelineParser::take_reporters_before_stop(Scanner scanner, Draft& draft) const {
    constexpr std::size_t longest = 120;  // bytes
    const std::size_t stop = scanner.line().find('.', scanner.at());
    if (!scanner.take(',') || stop == std::string_view::npos || stop - scanner.at() > longest ||
        !take_reporters(scanner.line().substr(0, stop), scanner.at(), draft)) {
        return false;
    }
    draft.match.end = stop;
    return true;
}

void DatelineParser::add_agency(DatelineMatch::FoundName agency, Draft& draft) {
    draft.match.end = agency.span.end;
    draft.match.agencies.push_back(std::move(agency));
    draft.known_agency = true;
}

}  // namespace galley::text
