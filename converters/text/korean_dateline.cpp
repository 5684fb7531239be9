#include "converters/text/korean_dateline.h"

#include "converters/text/fold.h"
#include "converters/text/ideograph_name.h"
#include "galley/utf8.h"

#include <algorithm>
#include <string>

namespace galley::text {
namespace {

constexpr std::size_t longest_bracket = 120;  ///< bytes

/// What stands between places, and between names: "서울·세종", "부산ㆍ경남".
bool is_middle_dot(char32_t code) {
    return code == 0xB7 || code == 0x30FB || code == 0x318D || code == 0x2027 || code == 0x2219;
}

/// Calls `on_part` with the extents that `ends` parts [begin, end) into, empty ones left out.
template <class Ends, class OnPart>
void split(std::string_view head, std::size_t begin, std::size_t end, const Ends& ends, const OnPart& on_part) {
    for (std::size_t at = begin; at <= end;) {
        const std::uint32_t size = at < end ? utf8::at(head, at).size : 1;
        if (at == end || ends(utf8::at(head, at).code)) {
            if (at > begin) {
                on_part(begin, at);
            }
            begin = at + size;
        }
        at += size;
    }
}

/// "홍길동 김철수 기자", "홍길동·김철수 특파원 이영희 기자": names up to their title. False when a name has none.
bool take_korean_reporters(std::string_view head, std::size_t begin, std::size_t end, const DatelineContext& context,
                           DatelineMatch& match) {
    std::vector<DatelineMatch::FoundName> untitled;
    split(
        head, begin, end, [](char32_t code) { return code == ' ' || code == ',' || is_middle_dot(code); },
        [&](std::size_t from, std::size_t to) {
            const std::string word{head.substr(from, to - from)};
            if (untitled.empty() ||
                !context.lexicon().whole(word, {PhraseKind::after_by_word, PhraseKind::job_title}, context.language)) {
                untitled.push_back({word, {from, to}, {}});
                return;
            }
            for (DatelineMatch::FoundName& name : untitled) {
                name.title = word;
                match.reporters.push_back(std::move(name));
            }
            untitled.clear();
        });
    return untitled.empty() && !match.reporters.empty();
}

/// "연합뉴스", "AP/뉴시스"
void add_korean_agencies(std::string_view head, std::size_t begin, std::size_t end, const DatelineContext& context,
                         DatelineMatch& match) {
    split(
        head, begin, end, [](char32_t code) { return code == '/'; },
        [&](std::size_t from, std::size_t to) {
            const std::string_view name = head.substr(from, to - from);
            const auto known = context.lexicon().whole(name, PhraseKind::agency, context.language);
            match.agencies.push_back(
                {known ? std::string(context.conventions->agency(known->phrase->value)) : std::string(name),
                 {from, to},
                 {}});
        });
}

/// "서울·세종", "파리 AFP": places, and an agency behind the last.
void add_korean_places(std::string_view head, std::size_t begin, std::size_t end, const DatelineContext& context,
                       DatelineMatch& match) {
    const std::size_t space = head.substr(0, end).rfind(' ');
    if (space != std::string_view::npos && space > begin &&
        context.lexicon().whole(head.substr(space + 1, end - space - 1), PhraseKind::agency, context.language)) {
        add_korean_agencies(head, space + 1, end, context, match);
        end = space;
    }
    split(
        head, begin, end, [](char32_t code) { return code == ',' || code == '/' || is_middle_dot(code); },
        [&](std::size_t from, std::size_t to) {
            match.places.push_back({{.name = std::string(head.substr(from, to - from))}, {from, to}});
        });
}

/// "[이데일리 홍길동 기자]", "[헤럴드경제=홍길동 기자]": a paper and its reporters in one bracket.
std::optional<DatelineMatch> read_korean_paper(std::string_view head, std::size_t begin, std::size_t end,
                                               const DatelineContext& context) {
    const std::size_t paper = std::min(head.find_first_of(" =", begin), end);
    DatelineMatch match{.begin = 0};
    if (paper == end || paper == begin || !take_korean_reporters(head, paper + 1, end, context, match)) {
        return std::nullopt;
    }
    const auto is_name = [&](const DatelineMatch::FoundName& reporter) {
        return is_name_of_ideographs(reporter.name, context.lexicon(), context.language);
    };
    if (!std::ranges::all_of(match.reporters, is_name)) {
        return std::nullopt;
    }
    add_korean_agencies(head, begin, paper, context, match);
    match.proofs = 2;
    return match;
}

}  // namespace

std::optional<DatelineMatch> read_korean_dateline(std::string_view head, const DatelineContext& context) {
    constexpr std::string_view wide_open = "【";
    constexpr std::string_view wide_close = "】";
    const bool wide = head.starts_with(wide_open);
    if (!wide && !head.starts_with('(') && !head.starts_with('[')) {
        return std::nullopt;
    }
    const std::size_t begin = wide ? wide_open.size() : 1;
    const std::size_t close = wide ? head.find(wide_close) : head.find(head.front() == '(' ? ')' : ']');
    if (close > longest_bracket) {
        return std::nullopt;
    }
    const std::size_t behind = close + (wide ? wide_close.size() : 1);
    const std::size_t equals = std::min(head.find('=', begin), close);
    const std::string_view place = head.substr(begin, equals - begin);
    if (wide && (place.empty() || !is_hangul(utf8::at(place, 0).code))) {
        return std::nullopt;  // Japanese sets its own in them
    }
    const bool is_place =
        context.lexicon().whole(place, {PhraseKind::place, PhraseKind::country}, context.language).has_value();
    if (!is_place && !wide) {
        if (auto match = read_korean_paper(head, begin, close, context)) {
            match->end = behind;
            return match;
        }
    }
    if (equals == close || equals == begin ||
        context.lexicon().whole(place, PhraseKind::not_a_place, context.language)) {
        return std::nullopt;
    }
    DatelineMatch match{.begin = 0, .end = behind, .proofs = 2};
    add_korean_places(head, begin, equals, context, match);
    const std::size_t space = head.find(' ', equals);
    if (space < close && take_korean_reporters(head, space + 1, close, context, match)) {
        add_korean_agencies(head, equals + 1, space, context, match);
        return match;
    }
    match.reporters.clear();
    if (match.places.empty() || equals + 1 >= close || !is_letter(utf8::at(head, equals + 1).code)) {
        return std::nullopt;
    }
    add_korean_agencies(head, equals + 1, close, context, match);
    const std::size_t second = head.find('=', behind);
    if (second != std::string_view::npos && second - close < longest_bracket &&
        take_korean_reporters(head, behind, second, context, match)) {
        match.end = second + 1;
    } else {
        match.reporters.clear();
    }
    return match;
}

}  // namespace galley::text
