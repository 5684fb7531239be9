#include "converters/text/japanese_dateline.h"

#include "converters/text/dateline_reporters.h"
#include "converters/text/ideograph_name.h"
#include "converters/text/line_shape.h"
#include "converters/text/scanner.h"
#include "galley/utf8.h"

#include <algorithm>
#include <string>

namespace galley::text {
namespace {

/// Where the agency begins that [begin, end) ends in, behind a town of a few characters; `end` where it ends in none.
std::size_t begin_of_agency(std::string_view head, std::size_t begin, std::size_t end, const DatelineContext& context) {
    constexpr std::size_t longest_town = 8 * 3;  // bytes
    for (std::size_t at = begin; at < end && at - begin <= longest_town; at += utf8::at(head, at).size) {
        if (at > begin && context.lexicon().whole(head.substr(at, end - at), PhraseKind::agency, context.language)) {
            return at;
        }
    }
    return end;
}

}  // namespace

std::optional<DatelineMatch> read_japanese_dateline(std::string_view head, const DatelineContext& context) {
    // 【ワシントン＝山田太郎】, 【ロンドン共同＝山田太郎】, 【ソウル小池和樹】, 【6月18日 AFP】, 【北京共同】
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
        const std::size_t place_end = begin_of_agency(head, inside, equals, context);
        const std::string_view place = head.substr(inside, place_end - inside);
        if (place_end == equals &&
            !context.lexicon().whole(place, {PhraseKind::place, PhraseKind::country}, context.language)) {
            return std::nullopt;
        }
        match.places.push_back({{.name = std::string(place)}, {inside, place_end}});
        if (place_end < equals) {
            match.agencies.push_back(
                {std::string(head.substr(place_end, equals - place_end)), {place_end, equals}, {}});
        }
        const std::size_t name = equals + equals_size;
        if (context.lexicon().whole(head.substr(name, end - name), PhraseKind::agency, context.language)) {
            match.agencies.push_back({std::string(head.substr(name, end - name)), {name, end}, {}});
        } else {
            add_reporters(head, name, end, match);
        }
        match.proofs = 2;
        return match;
    }
    if (const auto place = context.lexicon().longest(head.substr(0, end), inside,
                                                     {PhraseKind::place, PhraseKind::country}, context.language)) {
        const std::string_view name = utf8::trim(head.substr(place->end, end - place->end));  // 【ロンドン共同】
        const bool agency = context.lexicon().whole(name, PhraseKind::agency, context.language).has_value();
        if (agency || is_name_of_ideographs(name.substr(0, name.find("、")), context.lexicon(), context.language)) {
            match.places.push_back(
                {{.name = std::string(head.substr(inside, place->end - inside))}, {inside, place->end}});
            match.proofs = 2;
            if (agency) {
                match.agencies.push_back({std::string(name), {end - name.size(), end}, {}});
            } else {
                add_reporters(head, end - name.size(), end, match);
            }
            return match;
        }
    }
    if (auto date = context.dates.at(head, inside); date && !date->relative && date->end < end) {
        Scanner scanner{*context.conventions, context.language, head, date->end};
        scanner.skip_spaces();
        const std::size_t begin = scanner.at();
        if (const auto agency = scanner.take_phrase(PhraseKind::agency)) {
            match.agencies.push_back(
                {std::string(context.conventions->agency(agency->phrase->value)), {begin, scanner.at()}, {}});
            match.date = std::move(date);
            match.proofs = 2;
            return match;
        }
    }
    const std::size_t agency = begin_of_agency(head, inside, end, context);
    if (agency < end && !has_figure(head.substr(inside, agency - inside))) {  // 【塩島共同】: a town that nobody knows
        match.places.push_back({{.name = std::string(head.substr(inside, agency - inside))}, {inside, agency}});
        match.agencies.push_back({std::string(head.substr(agency, end - agency)), {agency, end}, {}});
        match.proofs = 2;
        return match;
    }
    return std::nullopt;
}

}  // namespace galley::text
