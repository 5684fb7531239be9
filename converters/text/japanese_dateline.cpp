#include "converters/text/dateline_parser.h"
#include "converters/text/ideograph_name.h"
#include "converters/text/line_shape.h"
#include "converters/text/scanner.h"
#include "galley/utf8.h"

#include <algorithm>
#include <string>

namespace galley::text {

/// Where the agency begins that [begin, end) ends in, behind a town of a few characters; `end` where it ends in none.
std::size_t DatelineParser::begin_of_agency(std::string_view head, std::size_t begin, std::size_t end) const {
    constexpr std::size_t longest_town = 8 * 3;         // bytes
    for (std::size_t at = begin; at < end && at - begin <= longest_town; at += utf8::at(head, at).size) {
        if (at > begin && conventions_->lexicon().whole(head.substr(at, end - at), PhraseKind::agency, language_)) {
            return at;
        }
    }
    return end;
}

/// "山田太郎、佐藤花子"
void DatelineParser::add_reporters(std::string_view head, std::size_t begin, std::size_t end, DatelineMatch& match) {
    constexpr std::string_view comma = "、";
    while (begin < end) {
        const std::size_t next = std::min(head.find(comma, begin), end);
        if (next > begin) {
            match.reporters.push_back({std::string(head.substr(begin, next - begin)), {begin, next}, {}});
        }
        begin = next + comma.size();
    }
}

std::optional<DatelineMatch> DatelineParser::parse_japanese(std::string_view head) const {
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
        const std::size_t place_end = begin_of_agency(head, inside, equals);
        const std::string_view place = head.substr(inside, place_end - inside);
        if (place_end == equals && !conventions_->lexicon().whole(place, {PhraseKind::place, PhraseKind::country}, language_)) {
            return std::nullopt;
        }
        match.places.push_back({{.name = std::string(place)}, {inside, place_end}});
        if (place_end < equals) {
            match.agencies.push_back({std::string(head.substr(place_end, equals - place_end)), {place_end, equals}, {}});
        }
        const std::size_t name = equals + equals_size;
        if (conventions_->lexicon().whole(head.substr(name, end - name), PhraseKind::agency, language_)) {
            match.agencies.push_back({std::string(head.substr(name, end - name)), {name, end}, {}});
        } else {
            add_reporters(head, name, end, match);
        }
        match.proofs = 2;
        return match;
    }
    if (const auto place = conventions_->lexicon().longest(head.substr(0, end), inside, {PhraseKind::place, PhraseKind::country}, language_)) {
        const std::string_view name = utf8::trim(head.substr(place->end, end - place->end));       // 【ロンドン共同】
        const bool agency = conventions_->lexicon().whole(name, PhraseKind::agency, language_).has_value();
        if (agency || is_name_of_ideographs(name.substr(0, name.find("、")), conventions_->lexicon(), language_)) {
            match.places.push_back({{.name = std::string(head.substr(inside, place->end - inside))}, {inside, place->end}});
            match.proofs = 2;
            if (agency) {
                match.agencies.push_back({std::string(name), {end - name.size(), end}, {}});
            } else {
                add_reporters(head, end - name.size(), end, match);
            }
            return match;
        }
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
    const std::size_t agency = begin_of_agency(head, inside, end);
    if (agency < end && !has_figure(head.substr(inside, agency - inside))) {      // 【塩島共同】: a town that nobody knows
        match.places.push_back({{.name = std::string(head.substr(inside, agency - inside))}, {inside, agency}});
        match.agencies.push_back({std::string(head.substr(agency, end - agency)), {agency, end}, {}});
        match.proofs = 2;
        return match;
    }
    return std::nullopt;
}

}  // namespace galley::text
