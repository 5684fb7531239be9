#include "converters/text/ideograph_dateline.h"

#include "converters/text/dateline_reporters.h"
#include "converters/text/fold.h"
#include "converters/text/ideograph_name.h"
#include "galley/utf8.h"

#include <string>

namespace galley::text {
namespace {

bool is_joint(char32_t code) { return code == ' ' || code == '/' || code == '=' || code == 0x3001 || code == 0x30FB; }

/// The end of a few letters at `at` with a figure behind them: "新華社塩島11月22日", "（盐田港22日讯）"; `at` where
/// none stand, or "this paper" does.
std::size_t end_of_unknown_town(std::string_view head, std::size_t at, std::size_t end, const Lexicon& lexicon) {
    constexpr std::size_t most_characters = 8;
    if (lexicon.has_any(head, at, {PhraseKind::own_paper, PhraseKind::according_word})) {
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
    constexpr std::size_t longest = 120;  // bytes
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

/// "［ロンドン ２２日 ロイター］", "【AFP＝時事】", "（台北中央社）", "【平壌22日発 朝鮮中央通信】",
/// "（中央社倫敦22日綜合外電報導）", "（吉隆坡22日讯）", "〔記者陳小華／台北報導〕": all that stands in the bracket is
/// an agency, a place, a date, a reporter or says how the story came.
std::optional<DatelineMatch> read_ideograph_dateline(std::string_view head, const DatelineContext& context) {
    constexpr PhraseKinds places{PhraseKind::place, PhraseKind::country};
    const std::size_t end = end_of_bracket(head);
    if (end == 0) {
        return std::nullopt;
    }
    const Lexicon& lexicon = context.lexicon();
    DatelineMatch match{.begin = 0, .end = end + utf8::at(head, end).size};
    bool mark = false;
    for (std::size_t at = utf8::at(head, 0).size; at < end;) {
        const utf8::Character character = utf8::at(head, at);
        if (is_joint(fold(character.code))) {
            at += character.size;
        } else if (const auto agency = lexicon.longest(head, at, PhraseKind::agency, context.language);
                   agency && agency->end <= end) {
            match.agencies.push_back(
                {std::string(context.conventions->agency(agency->phrase->value)), {at, agency->end}, {}});
            at = agency->end;
        } else if (const auto place = lexicon.longest(head, at, places, context.language); place && place->end <= end) {
            match.places.push_back({{.name = std::string(head.substr(at, place->end - at))}, {at, place->end}});
            at = place->end;
        } else if (digit_value(character.code) >= 0) {
            auto date = context.dates.at(head, at);
            if (!date || date->relative || date->end > end || match.date) {
                return std::nullopt;
            }
            at = date->end;
            match.date = std::move(date);
        } else if (const std::size_t behind = end_of_dateline_word(head, at, context); behind > at) {
            mark = true;
            at = behind;
        } else if (const auto word =
                       lexicon.longest(head, at, {PhraseKind::after_by_word, PhraseKind::job_title}, context.language);
                   word && word->end < end) {
            at = take_named_reporters(head, word->end, end, context, match);
        } else if (const std::size_t town = end_of_unknown_town(head, at, end, lexicon);
                   town > at && match.places.empty()) {
            match.places.push_back({{.name = std::string(head.substr(at, town - at))}, {at, town}});
            at = town;
        } else if (!match.places.empty() &&
                   is_name_of_ideographs(head.substr(at, end - at), lexicon, context.language)) {
            add_reporters(head, at, end, match);
            at = end;
        } else {
            return std::nullopt;
        }
    }
    const bool from_place =
        !match.places.empty() && (mark || (!match.agencies.empty() && (match.date || match.places.size() == 1)));
    const bool from_agency = match.places.empty() && !match.agencies.empty();
    if (!(from_place || from_agency) || (match.agencies.empty() && match.reporters.empty() && !mark)) {
        return std::nullopt;
    }
    match.proofs = from_place && (match.date || !match.agencies.empty()) ? 3 : 2;
    return match;
}

}  // namespace galley::text
