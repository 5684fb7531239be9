#include "converters/text/dateline_reporters.h"

#include "converters/text/fold.h"
#include "galley/utf8.h"

#include <algorithm>
#include <string>

namespace galley::text {

void add_reporters(std::string_view head, std::size_t begin, std::size_t end, DatelineMatch& match) {
    constexpr std::string_view comma = "、";
    while (begin < end) {
        const std::size_t next = std::min(head.find(comma, begin), end);
        if (next > begin) {
            match.reporters.push_back({std::string(head.substr(begin, next - begin)), {begin, next}, {}});
        }
        begin = next + comma.size();
    }
}

void take_reporters_and_place(std::string_view head, std::size_t begin, std::size_t end, const DatelineContext& context,
                              DatelineMatch& match) {
    constexpr std::string_view comma = "、";
    const auto add_reporter = [&](std::size_t from, std::size_t to) {
        match.reporters.push_back({std::string(head.substr(from, to - from)), {from, to}, {}});
    };
    for (std::size_t next = head.substr(0, end).find(comma, begin); next != std::string_view::npos;
         next = head.substr(0, end).find(comma, begin)) {
        add_reporter(begin, next);
        begin = next + comma.size();
    }
    std::size_t place = end;
    std::size_t at = begin;
    for (int characters = 0; characters <= 4 && at < end; ++characters, at += utf8::at(head, at).size) {
        if (characters == 3) {
            place = at;
        }
        if (characters >= 2 && context.lexicon().whole(head.substr(at, end - at),
                                                       {PhraseKind::place, PhraseKind::country}, context.language)) {
            place = at;
            break;
        }
    }
    add_reporter(begin, place);
    if (place < end) {
        match.places.push_back({{.name = std::string(head.substr(place, end - place))}, {place, end}});
    }
}

std::size_t take_named_reporters(std::string_view head, std::size_t begin, std::size_t end,
                                 const DatelineContext& context, DatelineMatch& match) {
    while (begin < end && is_space(utf8::at(head, begin).code)) {
        begin += utf8::at(head, begin).size;
    }
    std::size_t stop = begin;
    while (stop < end && fold(utf8::at(head, stop).code) != '/' && digit_value(utf8::at(head, stop).code) < 0 &&
           end_of_dateline_word(head, stop, context) == stop) {
        stop += utf8::at(head, stop).size;
    }
    if (stop < end && fold(utf8::at(head, stop).code) == '/') {
        add_reporters(head, begin, stop, match);
    } else if (stop > begin) {
        take_reporters_and_place(head, begin, stop, context, match);
    }
    return stop;
}

std::size_t end_of_dateline_word(std::string_view head, std::size_t at, const DatelineContext& context) {
    const auto word =
        context.lexicon().longest(head, at, {PhraseKind::dateline_word, PhraseKind::work_word}, context.language);
    const bool ends = word && (word->phrase->kind == PhraseKind::dateline_word || is(*word->phrase, Work::report));
    return ends ? word->end : at;
}

}  // namespace galley::text
