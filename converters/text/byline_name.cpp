#include "converters/text/byline_parser.h"
#include "converters/text/fold.h"
#include "converters/text/ideograph_name.h"
#include "converters/text/person_name.h"
#include "galley/utf8.h"

#include <algorithm>
#include <string>

namespace galley::text {
namespace {

using Joint = BylinePiece::Joint;

/// "C.D."
bool are_initials(std::string_view name) {
    constexpr std::size_t longest = 8;
    for (std::size_t at = 0; at < name.size(); ++at) {
        at += utf8::at(name, at).size;
        if (name.size() > longest || at >= name.size() || name[at] != '.') {
            return false;
        }
    }
    return true;
}

/// "杜颖 北冥 连冉": too many parts for one name.
bool are_three_short_words(std::string_view text) {
    constexpr std::size_t longest = 4;
    std::size_t words = 0;
    for (std::size_t at = 0; at < text.size(); at = std::min(text.find(' ', at), text.size() - 1) + 1, ++words) {
        const std::size_t characters = utf8::count_characters(text.substr(at, text.find(' ', at) - at));
        if (characters < 2 || characters > longest) {
            return false;
        }
    }
    return words >= 3;
}

}  // namespace

/// "Ann ForsterTravel News Reporter": a capital behind a small letter in a word that is long enough to be a name, and a
/// title's word at the end.
bool BylineParser::is_title_glued_at(std::string_view text, std::size_t at) const {
    constexpr std::size_t shortest_name = 4;  // bytes; "McDonald", "LaSalle" are names
    const std::size_t word = text.rfind(' ', at) + 1;
    const std::string_view tail = text.substr(at);
    const std::size_t last = tail.rfind(' ');
    return at >= word + shortest_name && is_upper(utf8::at(text, at).code) && last != std::string_view::npos &&
           std::ranges::count(tail, ' ') < 5 &&
           conventions_->lexicon().whole(tail.substr(last + 1), PhraseKind::job_title, language_);
}

/// "Jon Hale Europe" without what he writes of, where his title follows.
std::string_view BylineParser::without_beat(std::string_view name) const {
    constexpr PhraseKinds beats{PhraseKind::section, PhraseKind::country, PhraseKind::region, PhraseKind::job_title};
    const std::size_t last = name.rfind(' ');
    const bool three = last != std::string_view::npos && name.find(' ') != last;
    return three && conventions_->lexicon().whole(name.substr(last + 1), beats, language_) ? name.substr(0, last)
                                                                                           : name;
}

/// A name with an agency, a title or a place after it: "Samya Kullab The Associated Press", "Ulrich
/// ExnerKorrespondent".
bool BylineParser::add_name_and_tail(const BylinePiece& piece, BylineMatch& match) const {
    const Lexicon& lexicon = conventions_->lexicon();
    constexpr PhraseKinds tails{PhraseKind::agency,    PhraseKind::job_title, PhraseKind::after_by_word,
                                PhraseKind::furniture, PhraseKind::day_word,  PhraseKind::place};
    if (piece.text.empty()) {
        return false;
    }
    constexpr std::size_t longest_east_asian = 30;  // bytes; see is_person_name
    const std::size_t longest =
        is_ideograph(utf8::at(piece.text, 0).code) ? longest_east_asian : 2 * longest_person_name;
    for (std::size_t at = next_word_end(piece.text, 0); at < piece.text.size(); at = next_word_end(piece.text, at)) {
        const bool glued = piece.text[at - 1] != ' ';
        if (glued && !(is_word_end(piece.text, at) && is_letter(utf8::at(piece.text, at).code))) {
            continue;
        }
        if (at > longest) {
            return false;
        }
        const bool glued_title = glued && is_title_glued_at(piece.text, at);
        if (!glued_title && !lexicon.may_begin(piece.text, at, tails).any()) {
            continue;
        }
        std::size_t name_begin = 0;
        const std::string_view name = trim_piece(piece.text.substr(0, at), name_begin);
        if (name.size() > longest_person_name) {
            return false;
        }
        if (!is_person_name(name, conventions_->lexicon(), language_)) {
            continue;
        }
        const std::string_view tail = piece.text.substr(at);
        const bool place = glued && lexicon.whole(tail, PhraseKind::place, language_);
        const auto agency = place ? std::nullopt : lexicon.whole(tail, PhraseKind::agency, language_);
        const bool title =
            glued_title || (std::ranges::count(tail, ' ') < 5 && tail.find(": ") == std::string_view::npos &&
                            lexicon.has_any(tail, 0, {PhraseKind::job_title, PhraseKind::after_by_word}));
        if (!place && !agency && !title &&
            !lexicon.whole(tail, {PhraseKind::furniture, PhraseKind::day_word}, language_)) {
            continue;
        }
        const std::string_view person = title ? without_beat(name) : name;
        ContributorMatch author{{.name = std::string(person)}, piece.begin, piece.begin + person.size()};
        if (place) {
            match.place = Span{piece.begin + at, piece.end()};  // "Luna GonzálezMadrid"
        } else if (agency) {
            author.contributor.affiliation = conventions_->agency(agency->phrase->value);
        } else if (title) {
            const bool by_word = lexicon.whole(tail, PhraseKind::after_by_word, language_)
                                     .has_value();  // "박서연 기자", "Jón Jónsson skrifar"
            match.by_word = match.by_word || by_word;
            if (!by_word || glued_title || lexicon.has_any(tail, 0, PhraseKind::job_title)) {
                author.contributor.job_title = utf8::trim(piece.text.substr(person.size()));
            }
        }
        match.contributors.push_back(std::move(author));
        return true;
    }
    return false;
}

bool BylineParser::add_name(const BylinePiece& piece, BylineMatch& match) const {
    std::string_view name = piece.text;
    while (name.size() > 4 && name.back() >= '0' && name.back() <= '9' && name[name.size() - 2] != ' ') {
        name.remove_suffix(1);  // a counter glued to the name
    }
    const std::size_t last_word = name.size() - (name.rfind(' ') + 1);
    if (name.ends_with('.') && last_word > 4 &&
        is_person_name(name.substr(0, name.size() - 1), conventions_->lexicon(), language_)) {
        name.remove_suffix(1);  // a stop, not an initial's
    }
    if (const std::string_view half = name.substr(0, name.size() / 2);
        name.size() % 2 == 0 && name.substr(half.size()) == half &&
        is_person_name(half, conventions_->lexicon(), language_)) {
        name = half;  // "Ann LeeAnn Lee": a name and the link on it
    }
    if (!is_person_name(name, conventions_->lexicon(), language_)) {
        // After a by-word one word will do, and so will names of papers, as long as they begin with a capital.
        if (!match.by_word || name.size() > longest_person_name) {
            return false;
        }
        const char32_t first = utf8::at(name, 0).code;
        const bool capital = is_upper(first) || (is_letter(first) && !is_lower(first)) || first == 0xAB || first == '"';
        const bool domain = name.find(' ') == std::string_view::npos && name.find('.') < name.size() - 2 &&
                            piece.joint == Joint::first;  // "von hafen.example"
        const bool sentence = std::ranges::count(name, ' ') > 5 || (name.ends_with('.') && !are_initials(name)) ||
                              name.find(": ") != std::string_view::npos ||
                              name.find_first_of("?!()<>=%$0123456789") != std::string_view::npos;
        if ((!capital && !domain) || sentence) {
            return false;
        }
        if (piece.joint == Joint::comma && !match.contributors.empty()) {
            match.contributors.back().contributor.affiliation = name;  // one word after a name: where he works
            return true;
        }
    }
    if (is_ideograph(utf8::at(name, 0).code) && (are_names_of_ideographs(name, conventions_->lexicon(), language_) ||
                                                 (match.by_word && are_three_short_words(name)))) {
        for (std::size_t at = 0; at < name.size(); at = std::min(name.find(' ', at), name.size() - 1) + 1) {
            const std::string_view one = name.substr(at, name.find(' ', at) - at);
            match.contributors.push_back({{.name = std::string(one)}, piece.begin + at, piece.begin + at + one.size()});
        }
        return true;
    }
    match.contributors.push_back({{.name = std::string(name)}, piece.begin, piece.begin + name.size()});
    return true;
}

}  // namespace galley::text
