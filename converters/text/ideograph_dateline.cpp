#include "converters/text/dateline_parser.h"
#include "converters/text/fold.h"
#include "converters/text/ideograph_name.h"
#include "converters/text/scanner.h"
#include "galley/utf8.h"

#include <algorithm>
#include <array>
#include <string>

namespace galley::text {
namespace {

using namespace std::string_view_literals;

/// What a dateline says of how the story came, the longer ones first: "專電", "讯", "発".
constexpr std::array marks{"綜合外電報導"sv, "综合外电报道"sv, "外電報導"sv, "綜合報導"sv, "综合报道"sv, "綜合報道"sv, "綜合外電"sv, "综合讯"sv, "綜合訊"sv, "專電"sv, "专电"sv, "專訊"sv, "专讯"sv,
                           "特電"sv, "特电"sv, "報導"sv, "报道"sv, "報道"sv, "電"sv, "电"sv, "讯"sv, "訊"sv, "発"sv, "發"sv, "발"sv};
constexpr std::array reports{"報導"sv, "报道"sv, "報道"sv};

std::size_t mark_size(std::string_view text) {
    const auto mark = std::ranges::find_if(marks, [&](std::string_view one) { return text.starts_with(one); });
    return mark == marks.end() ? 0 : mark->size();
}

bool is_joint(char32_t code) { return code == ' ' || code == '/' || code == '=' || code == 0x3001 || code == 0x30FB; }

/// The end of a few letters at `at` with a figure behind them: "新華社塩島11月22日", "（盐田港22日讯）"; `at` where none stand, or "this paper" does.
std::size_t end_of_unknown_town(std::string_view head, std::size_t at, std::size_t end) {
    constexpr std::size_t most_characters = 8;
    if (head.substr(at).starts_with("本") || head.substr(at).starts_with("据")) {
        return at;
    }
    std::size_t town = at;
    for (std::size_t characters = 0; characters <= most_characters && town < end; ++characters) {
        const utf8::Character character = utf8::at(head, town);
        if (digit_value(character.code) >= 0) {
            return characters >= 2 ? town : at;
        }
        if (!is_ideograph(character.code)) {
            return at;
        }
        town += character.size;
    }
    return at;
}

/// The end of the bracket that opens at the head; 0 where none does.
std::size_t end_of_bracket(std::string_view head) {
    constexpr std::size_t longest = 120;        // bytes
    if (head.empty() || !opens_bracket(utf8::at(head, 0).code)) {
        return 0;
    }
    for (std::size_t at = utf8::at(head, 0).size; at < head.size() && at < longest; at += utf8::at(head, at).size) {
        if (closes_bracket(utf8::at(head, at).code)) {
            return at;
        }
    }
    return 0;
}

}  // namespace

/// "陳小華／台北", "陳小華華盛頓": reporters up to a stroke, a figure or a mark, the last with the place behind it. Gives where they end.
std::size_t DatelineParser::take_named_reporters(std::string_view head, std::size_t begin, std::size_t end, DatelineMatch& match) const {
    while (begin < end && is_space(utf8::at(head, begin).code)) {
        begin += utf8::at(head, begin).size;
    }
    std::size_t stop = begin;
    while (stop < end && fold(utf8::at(head, stop).code) != '/' && digit_value(utf8::at(head, stop).code) < 0 && mark_size(head.substr(stop)) == 0) {
        stop += utf8::at(head, stop).size;
    }
    if (stop < end && fold(utf8::at(head, stop).code) == '/') {
        add_reporters(head, begin, stop, match);
    } else if (stop > begin) {
        take_reporters_and_place(head, begin, stop, match);
    }
    return stop;
}

/// "［ロンドン ２２日 ロイター］", "【AFP＝時事】", "（台北中央社）", "【平壌22日発 朝鮮中央通信】", "（中央社倫敦22日綜合外電報導）", "（吉隆坡22日讯）",
/// "〔記者陳小華／台北報導〕": all that stands in the bracket is an agency, a place, a date, a reporter or says how the story came.
std::optional<DatelineMatch> DatelineParser::parse_ideographs_in_bracket(std::string_view head) const {
    constexpr PhraseKinds places{PhraseKind::place, PhraseKind::country};
    const std::size_t end = end_of_bracket(head);
    if (end == 0) {
        return std::nullopt;
    }
    const Lexicon& lexicon = conventions_->lexicon();
    DatelineMatch match{.begin = 0, .end = end + utf8::at(head, end).size};
    bool mark = false;
    for (std::size_t at = utf8::at(head, 0).size; at < end;) {
        const utf8::Character character = utf8::at(head, at);
        if (is_joint(fold(character.code))) {
            at += character.size;
        } else if (const auto agency = lexicon.longest(head, at, PhraseKind::agency, language_); agency && agency->end <= end) {
            match.agencies.push_back({std::string(conventions_->agency(agency->phrase->value)), {at, agency->end}, {}});
            at = agency->end;
        } else if (const auto place = lexicon.longest(head, at, places, language_); place && place->end <= end) {
            match.places.push_back({{.name = std::string(head.substr(at, place->end - at))}, {at, place->end}});
            at = place->end;
        } else if (digit_value(character.code) >= 0) {
            auto date = dates_.at(head, at);
            if (!date || date->relative || date->end > end || match.date) {
                return std::nullopt;
            }
            at = date->end;
            match.date = std::move(date);
        } else if (const std::size_t size = mark_size(head.substr(at))) {
            mark = true;
            at += size;
        } else if (const auto word = lexicon.longest(head, at, {PhraseKind::after_by_word, PhraseKind::job_title}, language_); word && word->end < end) {
            at = take_named_reporters(head, word->end, end, match);
        } else if (const std::size_t town = end_of_unknown_town(head, at, end); town > at && match.places.empty()) {
            match.places.push_back({{.name = std::string(head.substr(at, town - at))}, {at, town}});
            at = town;
        } else if (!match.places.empty() && is_name_of_ideographs(head.substr(at, end - at), lexicon, language_)) {
            add_reporters(head, at, end, match);
            at = end;
        } else {
            return std::nullopt;
        }
    }
    const bool from_place = !match.places.empty() && (mark || (!match.agencies.empty() && (match.date || match.places.size() == 1)));
    const bool from_agency = match.places.empty() && !match.agencies.empty();
    if (!(from_place || from_agency) || (match.agencies.empty() && match.reporters.empty() && !mark)) {
        return std::nullopt;
    }
    match.proofs = from_place && (match.date || !match.agencies.empty()) ? 3 : 2;
    return match;
}

/// "記者陳小華／台北報導 一艘…": who reports from where in front of a paragraph, with a space behind it.
std::optional<DatelineMatch> DatelineParser::parse_reporter_in_front(std::string_view head) const {
    constexpr std::size_t longest = 90;         // bytes
    const auto word = conventions_->lexicon().longest(head, 0, {PhraseKind::after_by_word, PhraseKind::job_title}, language_);
    if (!word || !is_ideograph(utf8::at(head, 0).code)) {
        return std::nullopt;
    }
    for (const std::string_view report : reports) {
        const std::size_t end = head.find(report, word->end);
        const std::size_t behind = end == std::string_view::npos ? end : end + report.size();
        if (behind > longest || behind >= head.size() || !is_space(utf8::at(head, behind).code)) {
            continue;
        }
        DatelineMatch match{.begin = 0, .end = behind, .proofs = 2};
        const std::size_t stop = take_named_reporters(head, word->end, end, match);
        const std::string_view place = utf8::trim(stop < end ? head.substr(stop + utf8::at(head, stop).size, end - stop - utf8::at(head, stop).size) : std::string_view{});
        if (!place.empty() && conventions_->lexicon().whole(place, PhraseKind::place, language_)) {
            const auto begin = static_cast<std::size_t>(place.data() - head.data());
            match.places.push_back({{.name = std::string(place)}, {begin, begin + place.size()}});
        }
        if (!match.places.empty() && !match.reporters.empty()) {
            return match;
        }
    }
    return std::nullopt;
}

}  // namespace galley::text
