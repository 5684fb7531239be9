#include "converters/text/dateline_draft.h"
#include "converters/text/fold.h"
#include "galley/utf8.h"

#include <algorithm>
#include <string>

namespace galley::text {

bool DatelineParser::take_agencies(Scanner& scanner, Draft& draft, std::size_t end) const {
    bool any = false;
    while (scanner.at() < end) {
        scanner.skip_spaces();
        (void)scanner.take_any(U"/-,·=");
        scanner.skip_spaces();
        if (scanner.at() >= end) {
            break;
        }
        const std::size_t begin = scanner.at();
        const auto hit = scanner.take_phrase(PhraseKind::agency);
        if (!hit || scanner.at() > end) {
            scanner.move_to(begin);
            return any && false;
        }
        draft.match.agencies.push_back({std::string(conventions_->agency(hit->phrase->value)), {begin, scanner.at()}, {}});
        any = true;
    }
    return any;
}

bool DatelineParser::take_bracketed(Scanner& scanner, Draft& draft) const {
    Scanner ahead = scanner;
    ahead.skip_spaces();
    const char32_t open = ahead.peek();
    if (open != '(' && open != '/') {
        return false;
    }
    ahead.skip();
    const char32_t close = open == '(' ? U')' : U'/';
    const std::string_view line = ahead.line();
    const std::size_t begin = ahead.at();
    std::size_t end = begin;
    while (end < line.size() && fold(utf8::at(line, end).code) != close) {
        end += utf8::at(line, end).size;
        if (end - begin > 60) {
            return false;
        }
    }
    if (end >= line.size() || end == begin) {
        return false;
    }
    Scanner inside = ahead;
    Draft attempt = draft;
    if (take_agencies(inside, attempt, end)) {
        draft = attempt;
        draft.known_agency = true;
    } else {
        // An agency that nobody knows: one or two words of letters.
        std::string_view name = utf8::trim(line.substr(begin, end - begin));
        const bool letters = std::ranges::none_of(name, [](char byte) { return byte >= '0' && byte <= '9'; });
        if (open != '(' || !letters || name.size() > 24 || std::ranges::count(name, ' ') > 2 || name.find_first_of(",:;") != std::string_view::npos) {
            return false;
        }
        draft.match.agencies.push_back({std::string(name), {begin, end}, {}});
    }
    draft.bracketed = true;
    scanner.move_to(end + utf8::at(line, end).size);
    draft.match.end = scanner.at();
    return true;
}

}  // namespace galley::text
