#include "converters/text/fold.h"
#include "converters/text/head_line.h"
#include "converters/text/head_separators.h"
#include "converters/text/line_shape.h"
#include "converters/text/person_name.h"
#include "converters/text/scanner.h"
#include "converters/text/time_parser.h"
#include "core/text/ascii_word.h"
#include "galley/utf8.h"

#include <algorithm>

namespace galley::text {

/// "Vigo - 03 mar 2026 - 14:20": a name that a dash parts from a date with year and time, which is all that the line
/// holds besides.
bool HeadLineParser::is_town_before_date(std::string_view line, std::size_t begin, std::size_t end) const {
    constexpr std::size_t longest_town = 30;
    const std::string_view part = line.substr(begin, end - begin);
    Scanner scanner{*conventions_, language_, line, end};
    scanner.skip_spaces();
    if (begin > 0 || part.size() > longest_town || !is_dash(scanner.peek()) || !is_upper(utf8::at(part, 0).code) ||
        std::ranges::count(part, ' ') > 2) {
        return false;
    }
    scanner.skip();
    scanner.skip_spaces();
    const auto date = dates_.at(line, scanner.at());
    return date && date->date.is_full() && date->date.time && date->end == line.size();
}

/// Many words with a stop after them, none of them a number or a by-word: most paragraphs of one sentence.
bool HeadLineParser::is_plain_sentence(std::string_view line) const {
    constexpr std::ptrdiff_t fewest_spaces = 9;
    return line.ends_with('.') && std::ranges::count(line, ' ') >= fewest_spaces &&
           std::ranges::none_of(line, [](char byte) { return (byte >= '0' && byte <= '9') || byte == '|'; }) &&
           bylines_.by_word_size(line) == 0;
}

/// A word, and one in small letters behind it that joins no names: neither a name nor a label can end further on, so
/// whatever follows explains nothing. A date may stand behind a town, but not far.
bool HeadLineParser::begins_as_sentence(std::string_view line) const {
    constexpr std::size_t reach_of_town = 48;
    constexpr PhraseKinds openers{PhraseKind::by_word, PhraseKind::weak_by_word, PhraseKind::after_by_word,
                                  PhraseKind::genre,   PhraseKind::and_others,   PhraseKind::published,
                                  PhraseKind::updated, PhraseKind::month,        PhraseKind::weekday,
                                  PhraseKind::era,     PhraseKind::day_word,     PhraseKind::time_word,
                                  PhraseKind::desk,    PhraseKind::agency,       PhraseKind::place,
                                  PhraseKind::region,  PhraseKind::country,      PhraseKind::furniture};
    constexpr PhraseKinds joints{PhraseKind::and_word,  PhraseKind::with_word,    PhraseKind::and_others,
                                 PhraseKind::published, PhraseKind::updated,      PhraseKind::month,
                                 PhraseKind::weekday,   PhraseKind::era,          PhraseKind::day_word,
                                 PhraseKind::meridiem,  PhraseKind::name_particle};
    constexpr PhraseKinds common_joints{PhraseKind::affiliation_word, PhraseKind::place_word};
    const Lexicon& lexicon = conventions_->lexicon();
    const std::size_t second = ascii_word_at(line, 0).size + 1;
    if (second == 1 || second >= line.size() || line[second - 1] != ' ' || line[second] < 'a' || line[second] > 'z') {
        return false;
    }
    const AsciiWord next = ascii_word_at(line, second);
    const std::size_t end = second + next.size;
    const bool ends = end == line.size() || line[end] == ' ';
    const auto joins_in_all_languages = [&] {
        const auto joint = lexicon.longest(line, second, common_joints, lexicon.common_language());
        return joint && joint->phrase->language == lexicon.common_language();
    };
    return ends && !next.inner_capital && !has_figure(line.substr(0, reach_of_town)) && !joins_in_all_languages() &&
           !lexicon.has_any(line, 0, openers) && !lexicon.has_any(line, second, joints);
}

/// "Updated 2:20 p.m. ET", "14:10 | Updated 16:02": times of a day that the page does not tell.
bool HeadLineParser::is_labelled_time(std::string_view line) const {
    constexpr std::size_t longest = 80;
    bool labelled = false;
    std::size_t at = 0;
    while (at < line.size() && line.size() <= longest) {
        if (const auto label =
                conventions_->lexicon().longest(line, at, {PhraseKind::published, PhraseKind::updated}, language_)) {
            labelled = true;
            at = skip_behind_label(line, label->end);
        }
        Scanner scanner{*conventions_, language_, line, at};
        if (!take_time(scanner, true)) {
            return false;
        }
        at = skip_separators(line, scanner.at());
    }
    return labelled && at == line.size();
}

}  // namespace galley::text
