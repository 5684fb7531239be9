#include "converters/text/fold.h"
#include "converters/text/head_line.h"
#include "converters/text/head_separators.h"
#include "converters/text/person_name.h"
#include "converters/text/scanner.h"
#include "galley/utf8.h"

#include <algorithm>
#include <utility>

namespace galley::text {

namespace {

constexpr std::size_t longest_titled_names = 100;  ///< bytes

/// "Quay, Harbour, Island ferries": what a story is filed under.
bool are_tags(std::string_view text) {
    constexpr std::size_t longest = 200;
    constexpr std::size_t longest_tag = 40;
    constexpr std::ptrdiff_t most_spaces = 3;
    if (text.size() > longest || text.ends_with('.') || std::ranges::count(text, ',') < 2) {
        return false;
    }
    for (std::size_t at = 0; at < text.size(); at = std::min(text.find(',', at), text.size() - 1) + 1) {
        const std::string_view tag = utf8::trim(text.substr(at, text.find(',', at) - at));
        if (tag.size() > longest_tag || std::ranges::count(tag, ' ') > most_spaces) {
            return false;
        }
    }
    return true;
}

}  // namespace

/// Where behind white space after `from` a by-word with a colon begins, or any behind a stroke or a bar ("/0
/// Comments/in News /by annlee").
std::size_t HeadLineParser::find_by_word(std::string_view line, std::size_t from) const {
    for (std::size_t at = from; at < line.size(); at += utf8::at(line, at).size) {
        const char before = at == from ? 'x' : line[at - 1];
        const bool behind_mark = before == '/' || before == '|';
        if (at == from || !(behind_mark || utf8::is_space(utf8::before(line, at).code))) {
            continue;
        }
        const std::size_t size = bylines_.by_word_size(line.substr(at));
        const std::string_view word = line.substr(at, size);
        if (size > 0 &&
            (behind_mark || word.find(':') != std::string_view::npos || word.find("：") != std::string_view::npos)) {
            return at;
        }
    }
    return std::string_view::npos;
}

/// "Ann Lee 1 comment Quay, Harbour", "Ann Lee4 comments", "Ann Lee 4 min read": where a name of two words or more ends
/// before what pages print; `from` when none does.
std::size_t HeadLineParser::find_name_end(std::string_view line, std::size_t from) const {
    const Lexicon& lexicon = conventions_->lexicon();
    const std::size_t limit = std::min(line.size(), from + longest_person_name);
    for (std::size_t space = line.find(' ', from); space < limit; space = line.find(' ', space + 1)) {
        const std::size_t glued = line.substr(0, space).find_first_of("0123456789", from);
        const std::size_t end = std::min(glued, space);
        const std::size_t next = glued < space ? glued : space + 1;
        const bool counter = line.size() - next <= 3 &&
                             line.find_first_not_of("0123456789", next) == std::string_view::npos;  // "Ann Lee 6"
        if (counter && next < line.size() &&
            is_person_name(line.substr(from, end - from), conventions_->lexicon(), language_)) {
            return end;
        }
        if (lexicon.may_begin(line, next, PhraseKind::furniture).any() &&
            is_person_name(line.substr(from, end - from), conventions_->lexicon(), language_) &&
            lexicon.longest(line, next, PhraseKind::furniture, language_)) {
            return end;
        }
    }
    return from;
}

/// The weekday behind the date. Where it ends; `at` when none stands there.
std::size_t HeadLineParser::read_weekday(std::string_view line, std::size_t at, HeadLine& head) const {
    const auto day =
        head.has_date() ? conventions_->lexicon().longest(line, at, PhraseKind::weekday, language_) : std::nullopt;
    return day ? day->end : at;
}

/// The first date is the story's. Where it ends; `at` when none stands there.
std::size_t HeadLineParser::read_date(std::string_view line, std::size_t at, HeadLine& head) const {
    const auto date = dates_.at(line, at);
    if (!date) {
        return at;
    }
    if (!head.date && !head.updated) {
        head.date = date;
    }
    return date->end;
}

/// "Updated 2 hours ago", "Published at 14:05": a label with the date or the time behind it. Where it ends; `at` when
/// none stands there.
std::size_t HeadLineParser::read_label(std::string_view line, std::size_t at, HeadLine& head) const {
    const auto label =
        conventions_->lexicon().longest(line, at, {PhraseKind::published, PhraseKind::updated}, language_);
    if (!label) {
        return at;
    }
    std::size_t next = skip_to_date(line, label->end, line.size());
    head.furniture.push_back({FurnitureKind::byword, {at, label->end}});
    if (auto date = dates_.at(line, next)) {
        auto& slot = label->phrase->kind == PhraseKind::updated ? head.updated : head.date;
        if (!slot && !date->relative) {
            slot = date;
        }
        return date->end;
    }
    Scanner clock{*conventions_, language_, line, next};
    if (clock.take_phrase(PhraseKind::time_word) || digit_value(clock.peek()) >= 0) {
        while (next < line.size() && line[next] != ' ' && line[next] != '|') {
            ++next;  // a bare time after the label
        }
    }
    return next;
}

/// An author behind the date, up to the line's end or what pages print behind a name. Where he ends; `at` when none
/// stands there.
std::size_t HeadLineParser::read_author(std::string_view line, std::size_t at, HeadLine& head) const {
    const std::size_t by_word = bylines_.by_word_size(line.substr(at));
    if (head.byline) {
        return by_word > 0 && read_author_after_paper(line, at, head) ? line.size() : at;
    }
    if (by_word > 0) {
        if (HeadLine named = head; read_names(line, at, line.size(), named)) {
            head = std::move(named);
            return line.size();
        }
        if (const std::size_t end = find_name_end(line, at + by_word);
            end > at + by_word && read_names(line, at, end, head)) {
            return end;
        }
        const std::size_t bar = std::min(line.find(" |", at), line.size());
        if (head.date && head.date->date.is_full() && read_handle(line, at, bar, head)) {
            return bar;
        }
    }
    const std::size_t end = head.has_date() ? find_name_end(line, at) : at;
    return end > at && read_names(line, at, end, head) ? end : at;
}

/// "Harbour Post | 2 March 2026 at 14:05 | By Ann Lee": what stood where authors do, one name without a by-word, was
/// whom they work for.
bool HeadLineParser::read_author_after_paper(std::string_view line, std::size_t at, HeadLine& head) const {
    if (head.byline->by_word || head.byline->contributors.size() != 1) {
        return false;
    }
    const BylineMatch paper = std::move(*head.byline);
    head.byline.reset();
    HeadLine named = head;
    if (!read_names(line, at, line.size(), named) || !named.byline) {
        head.byline = paper;
        return false;
    }
    head = std::move(named);
    for (ContributorMatch& author : head.byline->contributors) {
        if (author.contributor.affiliation.empty()) {
            author.contributor.affiliation = paper.contributors.front().contributor.name;
        }
    }
    head.furniture.push_back({FurnitureKind::navigation, {paper.begin, paper.end}});
    return true;
}

/// What pages print: words, or a counter at the line's end. Where it ends; `at` when none stands there.
std::size_t HeadLineParser::read_page_part(std::string_view line, std::size_t at, HeadLine& head) const {
    if (const auto furniture = conventions_->lexicon().longest(line, at, PhraseKind::furniture, language_)) {
        const std::size_t end = furniture->phrase->open ? line.size() : furniture->end;
        head.furniture.push_back({static_cast<FurnitureKind>(furniture->phrase->value), {at, end}});
        return end;
    }
    if (line.size() - at <= 4 && digit_value(utf8::at(line, at).code) >= 0) {
        head.furniture.push_back({FurnitureKind::share_count, {at, line.size()}});
        return line.size();
    }
    return at;
}

/// A town after the date ("• Duqm, oman"), a section, tags: what ends a head line, which began at `begin`, without
/// being known. False when it is too long for one.
bool HeadLineParser::read_end(std::string_view line, std::size_t begin, std::size_t at, HeadLine& head) const {
    const std::string_view rest = line.substr(at);
    const bool timed = head.date && head.date->date.time;
    const bool behind_bar =
        timed && line.substr(begin, at - begin).contains('|');  // "14:10 | Source: East Wire | 4 min read | Listen"
    const std::ptrdiff_t most_spaces = timed ? 6 : 4;  // behind a time hardly anything but a page's parts stands
    if (!behind_bar && !are_tags(rest) &&
        (rest.size() > 60 || std::ranges::count(rest, ' ') > most_spaces || rest.ends_with('.'))) {
        return false;
    }
    const auto place = conventions_->lexicon().longest(rest, 0, {PhraseKind::place, PhraseKind::country}, language_);
    if (place && !head.place) {
        head.place = Span{at, line.size()};
    } else {
        head.furniture.push_back({FurnitureKind::navigation, {at, line.size()}});
    }
    return true;
}

/// "Jan Novák, redaktor", "ČTK, Jan Novák", "박서연 기자": behind a date words that can be nobody but authors.
bool HeadLineParser::says_who_wrote(std::string_view text) const {
    const auto names = bylines_.parse(text);
    if (!names) {
        return false;
    }
    const Contributor& last = names->contributors.back().contributor;
    const bool known = names->by_word || names->place || names->contributors.size() > 1 ||
                       last.kind != ContributorKind::unknown || !last.job_title.empty() || !last.affiliation.empty() ||
                       text.contains('@');
    return known && (names->by_word || std::ranges::all_of(names->contributors, [this](const ContributorMatch& author) {
                         const Contributor& who = author.contributor;
                         return who.kind == ContributorKind::desk || who.kind == ContributorKind::agency ||
                                is_person_name(who.name, conventions_->lexicon(), language_);
                     }));
}

bool HeadLineParser::read_rest(std::string_view line, std::size_t begin, bool labelled, HeadLine& head) const {
    using Step = std::size_t (HeadLineParser::*)(std::string_view, std::size_t, HeadLine&) const;
    constexpr Step steps[] = {&HeadLineParser::read_date, &HeadLineParser::read_weekday, &HeadLineParser::read_label,
                              &HeadLineParser::read_author, &HeadLineParser::read_page_part};
    for (std::size_t at = skip_separators(line, begin); at < line.size(); at = skip_separators(line, at)) {
        const std::size_t from = at;
        for (const Step step : steps) {
            at = (this->*step)(line, from, head);
            if (at > from) {
                break;
            }
        }
        if (at > from) {
            continue;
        }
        if (!head.byline && !head.date && !(labelled && head.has_date())) {
            return false;
        }
        const std::string_view rest = line.substr(at);
        const bool glued =
            at > 0 && digit_value(utf8::before(line, at).code) >= 0;  // "2 March 2026Harbour Walks": a topic
        if (!head.byline && !glued && rest.size() < 40 && is_person_name(rest, conventions_->lexicon(), language_)) {
            const bool read = read_names(line, at, line.size(), head);
            drop_section(head);
            return read;
        }
        if (!head.byline && !glued && rest.size() <= longest_titled_names && says_who_wrote(rest)) {
            return read_names(line, at, line.size(), head);
        }
        const std::size_t by = head.byline ? std::string_view::npos : find_by_word(line, at);
        if (by == std::string_view::npos) {
            return read_end(line, begin, at, head);
        }
        head.furniture.push_back({FurnitureKind::navigation, {at, by}});
        at = by;  // "来源：新华网　作者：李华"
    }
    return true;
}

}  // namespace galley::text
