#include "converters/text/dateline_parser.h"
#include "converters/text/fold.h"
#include "galley/utf8.h"

#include <algorithm>
#include <string>

namespace galley::text {

/// "（记者张三、李四光）", "(张三 李四光)"
void DatelineParser::take_reporters_in_bracket(std::string_view head, const Scanner& scanner, DatelineMatch& match) const {
    Scanner bracket = scanner;
    bracket.skip_spaces();
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
}

/// "央视网消息：", "光明网讯（记者 张三）", "本报讯（记者张三）": an agency or this paper's reporter and what they sent, without a day.
std::optional<DatelineMatch> DatelineParser::parse_undated_chinese(std::string_view head, Scanner scanner, DatelineMatch match) const {
    const bool mark = (scanner.take(U'消') && scanner.take(U'息')) || scanner.take(U'电') || scanner.take(U'電') || scanner.take(U'讯') || scanner.take(U'訊');
    if (!mark || scanner.at_end() || is_letter(utf8::at(head, scanner.at()).code)) {
        return std::nullopt;
    }
    match.end = scanner.at();
    take_reporters_in_bracket(head, scanner, match);
    match.proofs = 2;
    return match.agencies.empty() && match.reporters.empty() ? std::nullopt : std::optional(std::move(match));
}

std::optional<DatelineMatch> DatelineParser::parse_chinese(std::string_view head) const {
    Scanner scanner{*conventions_, language_, head};
    scanner.skip_spaces();
    DatelineMatch match{.begin = scanner.at()};
    (void)scanner.take(U'据');
    const bool own = scanner.take(U'本') && scanner.take(U'报');        // "this paper": who wrote it is not named
    const std::size_t agency_begin = scanner.at();
    if (const auto agency = own ? std::nullopt : scanner.take_phrase(PhraseKind::agency)) {
        match.agencies.push_back({std::string(conventions_->agency(agency->phrase->value)), {agency_begin, scanner.at()}, {}});
    } else if (!own) {
        return std::nullopt;
    }
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
    if (!date) {
        return parse_undated_chinese(head, scanner, std::move(match));
    }
    if (date->relative || (own && at == place_begin)) {
        return std::nullopt;
    }
    if (at > place_begin) {
        match.places.push_back({{.name = std::string(head.substr(place_begin, at - place_begin))}, {place_begin, at}});
    }
    scanner.move_to(date->end);
    // "法新社22日报道，…" is a sentence about the agency.
    const bool report = !match.places.empty() && (scanner.rest().starts_with("报道") || scanner.rest().starts_with("報導"));
    const bool news = scanner.take(U'消') && scanner.take(U'息');
    const bool mark = news || scanner.take(U'电') || scanner.take(U'電') || scanner.take(U'讯') || scanner.take(U'訊') || report;
    match.end = scanner.at();
    match.date = std::move(date);
    take_reporters_in_bracket(head, scanner, match);
    if (!mark && match.reporters.empty()) {
        return std::nullopt;
    }
    match.proofs = 3;
    return match;
}

/// Names joined by "、", the last with the place behind it: known, or what follows three characters.
void DatelineParser::take_reporters_and_place(std::string_view head, std::size_t begin, std::size_t end, DatelineMatch& match) const {
    constexpr std::string_view comma = "、";
    const auto add_reporter = [&](std::size_t from, std::size_t to) { match.reporters.push_back({std::string(head.substr(from, to - from)), {from, to}, {}}); };
    for (std::size_t next = head.substr(0, end).find(comma, begin); next != std::string_view::npos; next = head.substr(0, end).find(comma, begin)) {
        add_reporter(begin, next);
        begin = next + comma.size();
    }
    std::size_t place = end;
    std::size_t at = begin;
    for (int characters = 0; characters <= 4 && at < end; ++characters, at += utf8::at(head, at).size) {
        if (characters == 3) {
            place = at;
        }
        if (characters >= 2 && conventions_->lexicon().whole(head.substr(at, end - at), {PhraseKind::place, PhraseKind::country}, language_)) {
            place = at;
            break;
        }
    }
    add_reporter(begin, place);
    if (place < end) {
        match.places.push_back({{.name = std::string(head.substr(place, end - place))}, {place, end}});
    }
}

/// "（中央社記者陳小華澎湖22日電）"
std::optional<DatelineMatch> DatelineParser::parse_bracketed_chinese(std::string_view head) const {
    constexpr std::size_t longest_names = 60;
    Scanner scanner{*conventions_, language_, head};
    if (!scanner.take('(')) {
        return std::nullopt;
    }
    const std::size_t agency_begin = scanner.at();
    const auto agency = scanner.take_phrase(PhraseKind::agency);
    if (!agency || !scanner.take_phrase({PhraseKind::after_by_word, PhraseKind::job_title})) {
        return std::nullopt;
    }
    const std::size_t names = scanner.at();
    while (!scanner.at_end() && scanner.at() - names < longest_names && digit_value(utf8::at(head, scanner.at()).code) < 0) {
        scanner.skip();
    }
    auto date = dates_.at(head, scanner.at());
    if (!date || date->relative || scanner.at() == names) {
        return std::nullopt;
    }
    DatelineMatch match{.begin = 0};
    match.agencies.push_back({std::string(conventions_->agency(agency->phrase->value)), {agency_begin, agency->end}, {}});
    take_reporters_and_place(head, names, scanner.at(), match);
    scanner.move_to(date->end);
    if (!(scanner.take(U'電') || scanner.take(U'电')) || !scanner.take(')')) {
        return std::nullopt;
    }
    match.date = std::move(date);
    match.end = scanner.at();
    match.proofs = 3;
    return match;
}

}  // namespace galley::text
