#include "converters/text/head_line.h"

#include "converters/text/fold.h"
#include "converters/text/head_separators.h"
#include "converters/text/line_shape.h"
#include "converters/text/plain_spaces.h"
#include "galley/utf8.h"

#include <algorithm>

namespace galley::text {
namespace {

constexpr std::size_t longest_head_line = 300;

/// Looks no further than it must: most long lines tell soon.
bool has_more_spaces(std::string_view line, std::size_t most) {
    std::size_t spaces = 0;
    return std::ranges::any_of(line, [&](char byte) { return byte == ' ' && ++spaces > most; });
}

/// "Tom Ray/USA TODAY": the day ends a name, when it stands in capitals behind a word in capitals, and the line does
/// not.
bool is_day_in_name(std::string_view line, const DateMatch& match) {
    if (!match.relative || match.date.time || match.begin < 2 || line[match.begin - 1] != ' ') {
        return false;
    }
    const std::string_view day = line.substr(match.begin, match.end - match.begin);
    return is_all_capitals(day) && is_upper(utf8::before(line, match.begin - 1).code) && !is_all_capitals(line);
}

}  // namespace

/// Behind a label's end, "am", "le", "a las" and marks before `limit`.
std::size_t HeadLineParser::skip_to_date(std::string_view line, std::size_t label_end, std::size_t limit) const {
    std::size_t at = skip_behind_label(line, label_end);
    while (at < limit) {
        const auto word = conventions_->lexicon().longest(line.substr(0, limit), at, PhraseKind::date_word, language_);
        if (!word) {
            break;
        }
        at = skip_separators(line, word->end);
    }
    return at;
}

std::optional<HeadLineParser::Label> HeadLineParser::label_before(std::string_view line, std::size_t date_begin) const {
    // The label that reaches to the date: tried from the left, so that the longest wins ("last updated" before
    // "updated").
    constexpr std::size_t longest_label = 80;
    const std::size_t earliest = date_begin > longest_label ? date_begin - longest_label : 0;
    for (std::size_t at = 0; at < date_begin; at = next_word_end(line, at)) {
        if (at < earliest || (at > 0 && !is_word_end(line, at)) || is_space(utf8::at(line, at).code)) {
            continue;
        }
        const auto hit = conventions_->lexicon().longest(line.substr(0, date_begin), at,
                                                         {PhraseKind::published, PhraseKind::updated}, language_);
        if (!hit) {
            continue;
        }
        if (skip_to_date(line, hit->end, date_begin) >= date_begin) {
            return Label{hit->phrase->kind, at, date_begin};
        }
    }
    return std::nullopt;
}

std::optional<DateMatch> HeadLineParser::first_date(std::string_view line) const {
    auto match = dates_.find(line);
    if (!match || is_day_in_name(line, *match)) {
        return std::nullopt;
    }
    if (match->relative && !match->date.time) {  // "Written by Harbour Today on November 7, 2026"
        if (auto later = dates_.find(line, match->end); later && later->date.is_full()) {
            return later;
        }
    }
    // "By X 1 January 2, 2026": the digit is a bar when what follows is a whole date.
    if (line[match->begin] == '1' && !match->date.year && match->begin + 2 < line.size() &&
        line[match->begin + 1] == ' ') {
        if (auto later = dates_.at(line, match->begin + 2); later && later->date.is_full()) {
            return later;
        }
    }
    return match;
}

std::optional<HeadLine> HeadLineParser::parse(std::string_view line) const {
    return read_with_plain_spaces(line, [this](std::string_view plain) { return parse_plain(plain); });
}

std::optional<HeadLine> HeadLineParser::parse_plain(std::string_view line) const {
    auto head = parse_whole(line);
    return head ? std::move(head) : parse_behind_bars(line);
}

/// "National, News, Top Story | Published: 5 hours ago | Written by Ann Lee": when all but the first part are authors
/// and dates, it says where on the site the story stands.
std::optional<HeadLine> HeadLineParser::parse_behind_bars(std::string_view line) const {
    constexpr std::string_view bar = " | ";
    constexpr std::size_t longest_section = 60;
    const std::string_view front = line.substr(0, longest_section + bar.size());
    const std::size_t section = front.contains('|') ? front.find(bar) : std::string_view::npos;
    if (section == std::string_view::npos || ends_sentence(line.substr(0, section))) {
        return std::nullopt;
    }
    const std::size_t begin = section + bar.size();
    auto head = parse_whole(line.substr(begin));
    if (!head || !head->has_date()) {
        return std::nullopt;
    }
    head->shift(begin);
    head->furniture.push_back({FurnitureKind::navigation, {0, section}});
    return head;
}

std::optional<HeadLine> HeadLineParser::parse_whole(std::string_view line) const {
    constexpr std::size_t longest_phrase = 160;
    constexpr std::size_t most_spaces = 20;
    constexpr std::size_t longest_of_ideographs = 60;
    const auto is_sentence = [&] {
        return (line.size() > longest_phrase && line.ends_with('.') && has_more_spaces(line, most_spaces)) ||
               (line.size() > longest_of_ideographs && line.ends_with("\u3002"));
    };
    if (line.empty() || line.size() > longest_head_line || is_sentence() || begins_as_sentence(line) ||
        is_plain_sentence(line)) {
        return std::nullopt;
    }
    std::size_t begin = 0;
    std::size_t end = line.size();
    if (line.front() == '^') {
        ++begin;  // ANPA 1312: a centred line
    }
    while (end > begin && (line[end - 1] == '=' || line[end - 1] == '<' || line[end - 1] == ' ')) {
        --end;  // wire headers end their lines in "="
    }
    const std::string_view text = line.substr(0, end);
    HeadLine head;
    if (begin > 0) {
        head.furniture.push_back({FurnitureKind::separator, {0, begin}});
    }
    if (end < line.size()) {
        head.furniture.push_back({FurnitureKind::separator, {end, line.size()}});
    }
    auto date = first_date(text);
    if (!date && is_labelled_time(text)) {
        head.furniture.push_back({FurnitureKind::byword, {begin, end}});
        head.relative_date = true;
        return head;
    }
    if (!date) {
        if (!read_names(text, begin, end, head) || !head.byline) {
            return std::nullopt;
        }
        return head;
    }
    const std::optional<Label> label = label_before(text, date->begin);
    if (!(label ? read_before_label(text, begin, label->begin, head) : read_before_date(text, begin, *date, head))) {
        return std::nullopt;
    }
    if (label) {
        head.furniture.push_back({FurnitureKind::byword, {label->begin, label->end}});
    }
    const std::size_t after = date->end;
    if (!date->relative) {
        (label && label->kind == PhraseKind::updated ? head.updated : head.date) = std::move(date);
    } else {
        head.furniture.push_back({FurnitureKind::byword, {date->begin, date->end}});
        head.relative_date = true;
        if (!head.byline && !label && !date->date.time && after - date->begin < text.size() / 2) {
            return std::nullopt;  // "today" in a sentence
        }
    }
    const bool labelled = label.has_value();
    if (!read_rest(text, after, labelled, head)) {
        return std::nullopt;
    }
    if (head.date && !head.date->date.year && !head.date->date.time && !labelled &&
        !(head.byline && head.byline->by_word)) {
        return std::nullopt;  // "Tuesday, 1 March" is when something takes place
    }
    return head;
}

}  // namespace galley::text
