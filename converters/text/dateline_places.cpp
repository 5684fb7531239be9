#include "converters/text/dateline_dash.h"
#include "converters/text/dateline_draft.h"
#include "converters/text/fold.h"
#include "galley/utf8.h"

#include <algorithm>
#include <string>

namespace galley::text {
namespace {

constexpr int most_words = 6;

}  // namespace

/// "- ایرنا -"
bool DatelineParser::is_agency_between_dashes(Scanner scanner) const {
    if (!take_dash(scanner)) {
        return false;
    }
    scanner.skip_spaces();
    return scanner.take_phrase(PhraseKind::agency) && take_dash(scanner);
}

/// A script without capitals proves a place by its name, by an agency in brackets, by a comma with a date behind it
/// ("वाराणसी, 21 नवंबर (भाषा)"), by a date and an agency ("العقبة 22 تشرين الثاني (بترا)"), or by an agency between
/// dashes ("بندرعباس - ایرنا -").
bool DatelineParser::take_dated_place(Scanner& scanner, Draft& draft) const {
    constexpr std::size_t longest_place = 60;
    constexpr std::ptrdiff_t most_spaces = 2;
    const std::string_view line = scanner.line();
    Scanner ahead = scanner;
    ahead.skip_spaces();
    const std::size_t begin = ahead.at();
    std::size_t end = begin;
    while (end < line.size() && end - begin <= longest_place &&
           (is_letter(utf8::at(line, end).code) || line[end] == ' ')) {
        end += utf8::at(line, end).size;
    }
    if (end == begin || end - begin > longest_place ||
        std::count(line.begin() + static_cast<std::ptrdiff_t>(begin), line.begin() + static_cast<std::ptrdiff_t>(end),
                   ' ') > most_spaces) {
        return false;
    }
    while (line[end - 1] == ' ') {
        --end;
    }
    if (const std::size_t space = line.substr(0, end).rfind(' ');
        space != std::string_view::npos && space > begin &&
        context_.lexicon().whole(line.substr(space + 1, end - space - 1), PhraseKind::date_word, context_.language)) {
        end = space;  // "العقبة في 22 تشرين الثاني"
    }
    ahead.move_to(end);
    const Scanner behind_place = ahead;
    Scanner behind_words = ahead;
    behind_words.skip_spaces();
    (void)behind_words.take_phrase(PhraseKind::date_word);
    behind_words.skip_spaces();
    const bool comma = ahead.take_any(U",،");
    ahead = comma ? ahead : behind_words;
    ahead.skip_spaces();
    const auto date = context_.dates.at(line, ahead.at());
    const bool dated = date && !date->relative && date->named_month;
    if (!(dated && (comma || is_agency_next({*context_.conventions, context_.language, line, date->end}))) &&
        !is_agency_between_dashes(behind_place) && !is_agency_next(behind_place)) {
        return false;
    }
    ++draft.unknown_places;
    draft.match.places.push_back({{.name = std::string(line.substr(begin, end - begin))}, {begin, end}});
    scanner.move_to(end);
    return true;
}

bool DatelineParser::take_place(Scanner& scanner, Draft& draft) const {
    Scanner ahead = scanner;
    ahead.skip_spaces();
    const std::string_view line = scanner.line();
    const std::size_t begin = ahead.at();
    const auto is_particle = [&](std::string_view word) {  // "Rio de Janeiro", "RIO DE JANEIRO"
        return context_.lexicon().is_phrase(word, PhraseKind::place_particle);
    };
    if (context_.lexicon().longest(line, begin, {PhraseKind::not_a_place, PhraseKind::published, PhraseKind::updated},
                                   context_.language)) {
        return false;
    }
    const auto known =
        context_.lexicon().longest(line, begin, {PhraseKind::place, PhraseKind::country}, context_.language);
    const bool has_case =
        begin < line.size() && (is_upper(utf8::at(line, begin).code) || is_lower(utf8::at(line, begin).code));
    if (!has_case) {
        if (!known) {
            return take_dated_place(scanner, draft);
        }
        draft.known_place = true;
        draft.match.places.push_back(
            {{.name = std::string(line.substr(begin, known->end - begin))}, {begin, known->end}});
        scanner.move_to(known->end);
        return true;
    }
    std::size_t end = begin;
    int words = 0;
    std::size_t letters = 0;
    bool all_capitals = true;
    while (!ahead.at_end() && words < most_words) {
        const std::size_t word_begin = ahead.at();
        bool capital = false;
        bool small = false;
        bool first = true;
        while (!ahead.at_end()) {
            const char32_t code = utf8::at(line, ahead.at()).code;
            const char32_t next = ahead.at() + utf8::at(line, ahead.at()).size < line.size()
                                      ? utf8::at(line, ahead.at() + utf8::at(line, ahead.at()).size).code
                                      : 0;
            if (is_letter(code)) {
                capital = capital || (first && !is_lower(code));
                small = small || is_lower(code) || is_ideograph(code);  // "RSSの基本" is not in capitals
                first = false;
                ++letters;
            } else if (code == '\'' || code == 0x2019 || code == '.' ||
                       ((code == '-' || code == 0x2010) && is_letter(next) && !first)) {
                if (code == '.' && (ahead.at() - word_begin > 4 || !(next == ' ' || is_letter(next)))) {
                    break;  // "St." and "D.C.", not the end of "Moscow."
                }
            } else {
                break;
            }
            ahead.skip();
        }
        if (ahead.at() == word_begin) {
            break;
        }
        if (!capital || (words > 0 && all_capitals && small && letters > 2 && !known)) {
            const std::string_view word = line.substr(word_begin, ahead.at() - word_begin);
            if (words == 0 || is_upper(utf8::at(word, 0).code) || !is_particle(word)) {
                ahead.move_to(word_begin);
                break;
            }
        }
        all_capitals = all_capitals && !small;
        ++words;
        end = ahead.at();
        ahead.skip_spaces();
        // A month, an agency or a bare date after the place ends it.
        const bool particle = is_particle(line.substr(word_begin, end - word_begin));  // "Villanueva del Mar, 22 nov"
        if (!particle && (context_.lexicon().longest(line, ahead.at(), {PhraseKind::agency}, context_.language) ||
                          has_date_ahead(ahead, draft))) {
            break;
        }
    }
    if (known && known->end > end) {
        end = known->end;
        words = std::max(words, 1);
    }
    if (words == 0 || letters < 2 || end - begin > 60) {
        return false;
    }
    std::string_view name = line.substr(begin, end - begin);
    const bool known_before_stop =
        name.ends_with('.') &&
        context_.lexicon().whole(name.substr(0, name.size() - 1), PhraseKind::place, context_.language);
    if (name.ends_with('.') && std::ranges::count(name, '.') == 1 && (name.size() > 5 || known_before_stop)) {
        name.remove_suffix(1);
    }
    const bool fully_known = known && known->end >= begin + name.size();
    const std::size_t behind = begin + name.size();
    if (!fully_known && behind < line.size() && line[behind] == ',' &&
        context_.lexicon().whole(name, PhraseKind::agency, context_.language)) {
        return false;  // "Reuters, Bloomberg - and others"
    }
    all_capitals = all_capitals && letters >= 3;
    if (draft.match.places.empty()) {
        draft.capitals = all_capitals;
    }
    draft.known_place = draft.known_place || fully_known;
    if (!fully_known && !all_capitals) {
        ++draft.unknown_places;
    }
    draft.match.places.push_back({{.name = std::string(name)}, {begin, begin + name.size()}});
    scanner.move_to(begin + name.size());
    return true;
}

bool DatelineParser::take_places(Scanner& scanner, Draft& draft) const {
    if (!take_place(scanner, draft)) {
        return false;
    }
    for (;;) {
        take_region(scanner, draft);
        Scanner ahead = scanner;
        ahead.skip_spaces();
        const bool joined =
            ahead.take_any(U"/&·、") || (is_letter(ahead.peek()) && ahead.take_phrase(PhraseKind::and_word));
        const bool opens =
            ahead.before() == '/' && ahead.at() > scanner.at() + 1 && ahead.peek() != ' ';  // "Минск /Корр. БЕЛТА/"
        if (!joined || opens || draft.match.places.size() > 8) {
            break;
        }
        ahead.skip_spaces();
        if (context_.lexicon().longest(ahead.line(), ahead.at(), PhraseKind::agency, context_.language)) {
            break;  // "BAGHDAD / INA"
        }
        if (!take_place(ahead, draft)) {
            break;
        }
        scanner = ahead;
    }
    // "Roma (foo)": a bracket that is no agency belongs to the place where a date or dash follows; left to the agencies
    // here.
    return true;
}

}  // namespace galley::text
