#include "converters/text/chinese_dateline.h"

#include "converters/text/dateline_reporters.h"
#include "converters/text/fold.h"
#include "converters/text/scanner.h"
#include "galley/utf8.h"

#include <algorithm>
#include <string>
#include <utility>

namespace galley::text {
namespace {

/// "（记者张三、李四光）", "(张三 李四光)"
void take_reporters_in_bracket(std::string_view head, const Scanner& scanner, DatelineMatch& match) {
    constexpr std::size_t longest_name = 24;  // bytes
    Scanner bracket = scanner;
    bracket.skip_spaces();
    if (!bracket.take('(')) {
        return;
    }
    std::size_t end = bracket.at();
    while (end < head.size() && fold(utf8::at(head, end).code) != ')') {
        end += utf8::at(head, end).size;
    }
    if (end == head.size()) {
        return;
    }
    (void)bracket.take_phrase({PhraseKind::after_by_word, PhraseKind::job_title});
    std::size_t begin = bracket.at();
    for (std::size_t here = begin; here <= end; here += here < end ? utf8::at(head, here).size : 1) {
        const char32_t code = here < end ? utf8::at(head, here).code : U'、';
        if (code != U'、' && code != ' ' && code != ',' && code != U'，') {
            continue;
        }
        if (here > begin && here - begin <= longest_name) {
            match.reporters.push_back({std::string(head.substr(begin, here - begin)), {begin, here}, {}});
        }
        begin = here < end ? here + utf8::at(head, here).size : end;
    }
    match.end = end + utf8::at(head, end).size;
}

/// The date behind the name of a place, known or of up to eight characters.
std::optional<DateMatch> date_behind_place(std::string_view head, std::size_t at, const DatelineContext& context) {
    constexpr int most_characters = 8;
    for (int characters = 0; characters <= most_characters && at < head.size(); ++characters) {
        if (digit_value(utf8::at(head, at).code) >= 0) {
            return context.dates.at(head, at);
        }
        at += utf8::at(head, at).size;
    }
    return std::nullopt;
}

/// "央视网消息：", "光明网讯（记者 张三）", "本报讯（记者张三）": an agency or this paper's reporter and what they
/// sent, without a day.
std::optional<DatelineMatch> read_undated(std::string_view head, Scanner scanner, DatelineMatch match) {
    if (!scanner.take_phrase(PhraseKind::dateline_word) || scanner.at_end() ||
        is_letter(utf8::at(head, scanner.at()).code)) {
        return std::nullopt;
    }
    match.end = scanner.at();
    take_reporters_in_bracket(head, scanner, match);
    match.proofs = 2;
    return match.agencies.empty() && match.reporters.empty() ? std::nullopt : std::optional(std::move(match));
}

}  // namespace

std::optional<DatelineMatch> read_chinese_dateline(std::string_view head, const DatelineContext& context) {
    Scanner scanner{*context.conventions, context.language, head};
    scanner.skip_spaces();
    DatelineMatch match{.begin = scanner.at()};
    (void)scanner.take_phrase(PhraseKind::according_word);
    const bool own = scanner.take_phrase(PhraseKind::own_paper).has_value();  // who wrote it is not named
    const std::size_t agency_begin = scanner.at();
    if (const auto agency = own ? std::nullopt : scanner.take_phrase(PhraseKind::agency)) {
        match.agencies.push_back(
            {std::string(context.conventions->agency(agency->phrase->value)), {agency_begin, scanner.at()}, {}});
    } else if (!own) {
        return std::nullopt;
    }
    const std::size_t place = scanner.at();
    auto date = date_behind_place(head, place, context);
    if (!date) {
        return read_undated(head, scanner, std::move(match));
    }
    if (date->relative || (own && date->begin == place)) {
        return std::nullopt;
    }
    if (date->begin > place) {
        match.places.push_back({{.name = std::string(head.substr(place, date->begin - place))}, {place, date->begin}});
    }
    scanner.move_to(date->end);
    // "法新社22日报道，…" is a sentence about the agency.
    const auto work = context.lexicon().longest(head, scanner.at(), PhraseKind::work_word, context.language);
    const bool report = !match.places.empty() && work && is(*work->phrase, Work::report);
    const bool mark = report || scanner.take_phrase(PhraseKind::dateline_word);
    scanner.move_to(report ? work->end : scanner.at());
    match.end = scanner.at();
    match.date = std::move(date);
    take_reporters_in_bracket(head, scanner, match);
    if (!mark && match.reporters.empty()) {
        return std::nullopt;
    }
    match.proofs = 3;
    return match;
}

std::optional<DatelineMatch> read_bracketed_chinese_dateline(std::string_view head, const DatelineContext& context) {
    constexpr std::size_t longest_names = 60;
    Scanner scanner{*context.conventions, context.language, head};
    if (!scanner.take('(')) {
        return std::nullopt;
    }
    const std::size_t agency_begin = scanner.at();
    const auto agency = scanner.take_phrase(PhraseKind::agency);
    if (!agency || !scanner.take_phrase({PhraseKind::after_by_word, PhraseKind::job_title})) {
        return std::nullopt;
    }
    const std::size_t names = scanner.at();
    while (!scanner.at_end() && scanner.at() - names < longest_names &&
           digit_value(utf8::at(head, scanner.at()).code) < 0) {
        scanner.skip();
    }
    auto date = context.dates.at(head, scanner.at());
    if (!date || date->relative || scanner.at() == names) {
        return std::nullopt;
    }
    DatelineMatch match{.begin = 0};
    match.agencies.push_back(
        {std::string(context.conventions->agency(agency->phrase->value)), {agency_begin, agency->end}, {}});
    take_reporters_and_place(head, names, scanner.at(), context, match);
    scanner.move_to(date->end);
    if (!scanner.take_phrase(PhraseKind::dateline_word) || !scanner.take(')')) {
        return std::nullopt;
    }
    match.date = std::move(date);
    match.end = scanner.at();
    match.proofs = 3;
    return match;
}

std::optional<DatelineMatch> read_reporter_in_front(std::string_view head, const DatelineContext& context) {
    constexpr std::size_t longest = 90;  // bytes
    const auto word =
        context.lexicon().longest(head, 0, {PhraseKind::after_by_word, PhraseKind::job_title}, context.language);
    if (!word || !is_ideograph(utf8::at(head, 0).code)) {
        return std::nullopt;
    }
    for (std::size_t end = word->end; end < std::min(head.size(), longest); end += utf8::at(head, end).size) {
        const auto report = context.lexicon().longest(head, end, PhraseKind::work_word, context.language);
        const std::size_t behind = report && is(*report->phrase, Work::report) ? report->end : head.size();
        if (behind >= head.size() || !is_space(utf8::at(head, behind).code)) {
            continue;
        }
        DatelineMatch match{.begin = 0, .end = behind, .proofs = 2};
        const std::size_t stop = take_named_reporters(head, word->end, end, context, match);
        const std::string_view place = utf8::trim(
            stop < end ? head.substr(stop + utf8::at(head, stop).size, end - stop - utf8::at(head, stop).size)
                       : std::string_view{});
        if (!place.empty() && context.lexicon().whole(place, PhraseKind::place, context.language)) {
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
