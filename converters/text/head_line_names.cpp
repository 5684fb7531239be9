#include "converters/text/fold.h"
#include "converters/text/head_line.h"
#include "converters/text/head_separators.h"
#include "converters/text/line_shape.h"
#include "converters/text/person_name.h"
#include "galley/utf8.h"

#include <algorithm>
#include <string>

namespace galley::text {
namespace {

/// Removes white space and separators from the end of [begin, end), and a lone "l", "I" or "1" that stands for a bar
/// there.
std::size_t names_end(std::string_view line, std::size_t begin, std::size_t end) {
    bool bar_seen = false;
    while (end > begin) {
        const utf8::Character last = utf8::before(line, end);
        if (is_space(last.code) || (is_head_separator(last.code) && last.code != ')' && last.code != '.')) {
            bar_seen = bar_seen || !is_space(last.code);
            end -= last.size;
            continue;
        }
        const bool stands_alone = end - begin > 2 && line[end - 2] == ' ' && end < line.size() && line[end] == ' ';
        if (!bar_seen && stands_alone && (line[end - 1] == 'l' || line[end - 1] == 'I' || line[end - 1] == '1')) {
            bar_seen = true;
            --end;
            continue;
        }
        return end;
    }
    return end;
}

/// One word that may be somebody's: letters, figures and strokes.
bool is_one_word(std::string_view text) {
    constexpr std::size_t longest = 24;
    return !text.empty() && text.size() <= longest && is_letter(utf8::at(text, 0).code) && !text.ends_with('.') &&
           text.find_first_of(" ,;:!?()") == std::string_view::npos;
}

}  // namespace

bool HeadLineParser::read_names(std::string_view line, std::size_t begin, std::size_t end, HeadLine& head) const {
    begin = skip_separators(line, begin);
    end = names_end(line, begin, std::max(begin, end));
    if (begin >= end) {
        return true;
    }
    const std::string_view part = line.substr(begin, end - begin);
    if (!has_any_letter(part)) {
        head.furniture.push_back({FurnitureKind::separator, {begin, end}});
        return true;
    }
    const PhraseKinds whole =
        conventions_->lexicon().kinds_of_whole(part, {PhraseKind::furniture, PhraseKind::desk}, language_);
    if (auto furniture = whole.has(PhraseKind::desk)
                             ? std::nullopt
                             : conventions_->lexicon().whole(part, PhraseKind::furniture, language_)) {
        head.furniture.push_back({static_cast<FurnitureKind>(furniture->phrase->value), {begin, end}});
        return true;
    }
    constexpr std::string_view wide_space = "\u3000";
    if (const std::size_t space = part.find(wide_space); space != std::string_view::npos) {
        if (auto label = conventions_->lexicon().whole(part.substr(0, space), PhraseKind::furniture,
                                                       language_)) {  // "有料記事　山本一郎"
            head.furniture.push_back({static_cast<FurnitureKind>(label->phrase->value), {begin, begin + space}});
            return read_names(line, begin + space + wide_space.size(), end, head);
        }
    }
    auto byline = bylines_.parse(part);
    if (!byline || head.byline) {
        // A town before the date ("Bruselas - 15 oct 2024").
        if (!head.place && (conventions_->lexicon().whole(part, {PhraseKind::place, PhraseKind::country}, language_) ||
                            is_town_before_date(line, begin, end))) {
            head.place = Span{begin, end};
            return true;
        }
        return false;
    }
    byline->shift(begin);
    head.place = byline->place ? byline->place : head.place;
    head.byline = std::move(byline);
    return true;
}

/// As `read_names`; what one word means that nobody knows ("Translation published on …") the label behind it says.
bool HeadLineParser::read_before_label(std::string_view line, std::size_t begin, std::size_t end,
                                       HeadLine& head) const {
    if (read_names(line, begin, end, head)) {
        return true;
    }
    begin = skip_separators(line, begin);
    end = names_end(line, begin, std::max(begin, end));
    if (!is_one_word(line.substr(begin, end - begin)) || !is_upper(utf8::at(line, begin).code)) {
        return false;
    }
    head.furniture.push_back({FurnitureKind::byword, {begin, end}});
    return true;
}

/// Without "on" and the like right before a date: "Ann Lee on March 2, 2026".
std::size_t HeadLineParser::without_date_word(std::string_view line, std::size_t begin, std::size_t end) const {
    const std::size_t last = names_end(line, begin, end);
    std::size_t word = last;
    while (word > begin && !is_space(utf8::before(line, word).code)) {
        word -= utf8::before(line, word).size;
    }
    const bool capitals = is_all_capitals(line.substr(begin, last - begin));  // "BY ANN LEE ON"
    const bool drops = word < last && (capitals || is_lower(utf8::at(line, word).code)) &&
                       conventions_->lexicon().whole(line.substr(word, last - word), PhraseKind::date_word, language_);
    return drops ? word : end;
}

/// "Ann Lee Culture": a person, and the part of the paper that the story stands in.
void HeadLineParser::drop_section(HeadLine& head) const {
    if (!head.byline || head.byline->contributors.empty()) {
        return;
    }
    ContributorMatch& author = head.byline->contributors.back();
    std::string& name = author.contributor.name;
    const std::size_t space = name.rfind(' ');
    if (space == std::string::npos || head.byline->end != author.begin + name.size() ||
        !is_person_name(std::string_view(name).substr(0, space), conventions_->lexicon(), language_) ||
        !conventions_->lexicon().whole(std::string_view(name).substr(space + 1), PhraseKind::section, language_)) {
        return;
    }
    head.furniture.push_back({FurnitureKind::navigation, {author.begin + space + 1, author.begin + name.size()}});
    name.resize(space);
    author.end = head.byline->end = author.begin + space;
}

/// "by oz": one word behind a by-word that [begin, end) begins with, beside a date. False for anything else.
bool HeadLineParser::read_handle(std::string_view line, std::size_t begin, std::size_t end, HeadLine& head) const {
    const std::string_view part = line.substr(begin, end - begin);
    const std::size_t by = bylines_.by_word_size(part);
    if (by == 0 || !is_one_word(part.substr(by))) {
        return false;
    }
    BylineMatch match{.begin = begin, .end = end, .by_word = true};
    match.contributors.push_back({{.name = std::string(part.substr(by))}, begin + by, end});
    head.byline = std::move(match);
    return true;
}

bool HeadLineParser::read_before_date(std::string_view line, std::size_t begin, const DateMatch& date,
                                      HeadLine& head) const {
    const std::size_t end = without_date_word(line, begin, date.begin);
    if (read_names(line, begin, end, head)) {
        drop_section(head);
        return true;
    }
    begin = skip_separators(line, begin);
    const std::string_view part = line.substr(begin, names_end(line, begin, std::max(begin, end)) - begin);
    const std::size_t by = bylines_.by_word_size(part);
    const bool stands_alone = by > 0 || end == date.begin;  // "Rates on March 2, 2026" is a headline
    if (date.date.is_full() && begins_with_article(part, conventions_->lexicon()) &&
        part.size() <= longest_person_name && std::ranges::count(part, ' ') < 4) {
        head.furniture.push_back(
            {FurnitureKind::navigation, {begin, begin + part.size()}});  // a paper that the page took the story from
        return true;
    }
    if (date.relative || !date.date.is_full() || !stands_alone || !is_one_word(part.substr(by))) {
        return false;
    }
    if (by > 0) {
        return read_handle(line, begin, begin + part.size(), head);
    }
    // "Tine 2 March 2026": what it is nothing says, but no sentence goes on behind the date
    const std::size_t behind = skip_separators(line, date.end);
    if (!is_upper(utf8::at(part, 0).code) || part.find('-') != std::string_view::npos ||
        (behind < line.size() && is_lower(utf8::at(line, behind).code))) {
        return false;
    }
    head.furniture.push_back({FurnitureKind::navigation, {begin, begin + part.size()}});
    return true;
}

}  // namespace galley::text
