#include "converters/text/byline_parser.h"
#include "converters/text/fold.h"
#include "converters/text/ideograph_name.h"
#include "converters/text/person_name.h"
#include "converters/text/right_to_left_author.h"
#include "converters/text/scanner.h"
#include "galley/utf8.h"

#include <algorithm>
#include <string>

namespace galley::text {
namespace {

std::size_t skip_blanks(std::string_view text, std::size_t at) {
    while (at < text.size() && (text[at] == ' ' || text[at] == '-')) {
        ++at;
    }
    return at;
}

/// Where the last part of `text` begins, behind a space or a dot between words; 0 where it has one part.
std::size_t last_part(std::string_view text) {
    for (std::size_t at = text.size(); at > 0;) {
        const utf8::Character character = utf8::before(text, at);
        if (is_space(character.code) || character.code == 0x30FB) {
            return at;
        }
        at -= character.size;
    }
    return 0;
}

}  // namespace

/// The bytes of "Komentarz " and "Column: " before one person's name that ends the line; 0 where no such line begins
/// so.
std::size_t BylineParser::genre_size(std::string_view text) const {
    const auto genre = conventions_->lexicon().longest(text, 0, PhraseKind::genre, language_);
    if (!genre || genre->phrase->language != language_) {
        return 0;
    }
    Scanner scanner{*conventions_, language_, text, genre->end};
    scanner.skip_spaces();
    (void)scanner.take_any(U":|");
    scanner.skip_spaces();
    const std::string_view name = text.substr(scanner.at());
    return scanner.at() > genre->end && is_upper(name.empty() ? 0 : utf8::at(name, 0).code) &&
                   is_person_name(name, conventions_->lexicon(), language_)
               ? scanner.at()
               : 0;
}

/// "Корреспондент ТАСС Иван Петров", "Xinhua writer Li Ming", "編集委員・山田太郎": what somebody is, whose he is, and
/// his name.
bool BylineParser::add_titled_name(const BylinePiece& piece, BylineMatch& match) const {
    const Lexicon& lexicon = conventions_->lexicon();
    const std::string_view text = piece.text;
    if (!text.empty() && is_ideograph(utf8::at(text, 0).code)) {
        const std::size_t name = last_part(text);
        const std::string_view before = text.substr(0, name - (name > 0 ? utf8::before(text, name).size : 0));
        std::size_t title = 0;
        while (title < before.size() &&
               !lexicon.whole(before.substr(title), {PhraseKind::job_title, PhraseKind::desk}, language_)) {
            title += utf8::at(before, title).size;
        }
        if (title >= before.size() || !is_name_of_ideographs(text.substr(name), lexicon, language_)) {
            return false;
        }
        match.introduced = true;
        match.contributors.push_back({{.name = std::string(text.substr(name)),
                                       .job_title = std::string(before.substr(title)),
                                       .affiliation = std::string(before.substr(0, title))},
                                      piece.begin + name,
                                      piece.end()});
        return true;
    }
    if (!lexicon.may_begin(text, 0, {PhraseKind::job_title, PhraseKind::agency}).any() ||
        lexicon.longest(text, 0, PhraseKind::desk, language_)) {
        return false;  // "Redaktion Harbour Times"
    }
    std::size_t at = 0;
    std::string_view agency;
    Span title{};
    while (at < text.size()) {
        const auto hit = lexicon.longest(text, at, {PhraseKind::job_title, PhraseKind::agency}, language_);
        if (!hit) {
            break;
        }
        if (hit->phrase->kind == PhraseKind::agency) {
            agency = text.substr(at, hit->end - at);
        } else {
            title = title.empty() ? Span{at, hit->end} : Span{title.begin, hit->end};
        }
        at = skip_blanks(text, hit->end);
    }
    const std::string_view name = text.substr(std::min(at, text.size()));
    if (title.empty() || !is_upper(name.empty() ? 0 : utf8::at(name, 0).code) ||
        !is_person_name(name, conventions_->lexicon(), language_) ||
        lexicon.longest(name, 0, {PhraseKind::desk, PhraseKind::section}, language_)) {
        return false;
    }
    match.introduced = true;
    match.contributors.push_back({{.name = std::string(name),
                                   .job_title = std::string(text.substr(title.begin, title.size())),
                                   .affiliation = std::string(agency)},
                                  piece.begin + at,
                                  piece.end()});
    return true;
}

/// "أحمد محمود وسارة حسن": two names of two words at least, the second of which begins with what means "and".
bool BylineParser::add_joined_names(const BylinePiece& piece, BylineMatch& match) const {
    const Lexicon& lexicon = conventions_->lexicon();
    const std::string_view text = piece.text;
    if (text.empty() || !is_right_to_left_letter(utf8::at(text, 0).code)) {
        return false;
    }
    const std::size_t first = text.find(' ');
    for (std::size_t space = first == std::string_view::npos ? first : text.find(' ', first + 1);
         space != std::string_view::npos; space = text.find(' ', space + 1)) {
        const std::string_view second = text.substr(space + 1);
        const std::string_view word = second.substr(0, second.find(' '));
        const std::size_t letter = word.empty() ? 0 : utf8::at(word, 0).size;
        if (word.size() == second.size() || word.size() <= 2 * letter ||
            !lexicon.whole(word.substr(0, letter), PhraseKind::and_prefix, language_) ||
            lexicon.whole(word, PhraseKind::not_and, language_) ||
            !is_person_name(text.substr(0, space), conventions_->lexicon(), language_) ||
            !is_person_name(second.substr(letter), conventions_->lexicon(), language_)) {
            continue;
        }
        match.contributors.push_back({{.name = std::string(text.substr(0, space))}, piece.begin, piece.begin + space});
        match.contributors.push_back(
            {{.name = std::string(second.substr(letter))}, piece.begin + space + 1 + letter, piece.end()});
        return true;
    }
    return false;
}

}  // namespace galley::text
