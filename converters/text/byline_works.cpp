#include "converters/text/byline_parser.h"
#include "converters/text/fold.h"
#include "converters/text/ideograph_name.h"
#include "converters/text/person_name.h"
#include "galley/utf8.h"

#include <algorithm>
#include <string>

namespace galley::text {
namespace {

/// "Ost nach West", "Ray wins prize": a word in small letters that stands in nobody's name.
bool has_small_word(std::string_view name, const Lexicon& lexicon) {
    for (std::size_t at = 0; at < name.size(); at = std::min(name.find(' ', at), name.size() - 1) + 1) {
        const std::string_view word = name.substr(at, name.find(' ', at) - at);
        const bool small = !word.empty() && is_lower(utf8::at(word, 0).code) &&
                           std::ranges::none_of(word, [](char byte) { return byte >= 'A' && byte <= 'Z'; });
        if (at > 0 && small && !is_name_particle(word, lexicon)) {
            return true;
        }
    }
    return false;
}

/// The first byte behind `at` that stands behind a space or a mark between names.
std::size_t next_start(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        const utf8::Character character = utf8::at(text, at);
        at += character.size;
        if (character.code == ' ' || character.code == '/' || character.code == '|' || character.code == 0xB7 ||
            character.code == 0x3000) {
            return at;
        }
    }
    return text.size();
}

}  // namespace

/// "Illustration von Markus Rost", "Photos by Ann Lee": what "Illustration:" would say, and a by-word.
bool BylineParser::credits_other_work(std::string_view text) const {
    const std::size_t space = text.find(' ');
    return space != std::string_view::npos && by_word_size(text) == 0 && by_word_size(text.substr(space + 1)) > 0 &&
           conventions_->lexicon().whole(std::string(text.substr(0, space)) + ':', PhraseKind::caption, language_);
}

/// "Ann Lee Photos: Tom Ray", "Ann Lee Foto Tom Ray", "… and photos by Tom Ray": where behind the first name begins who
/// took the pictures; npos where nothing does.
std::size_t BylineParser::find_other_work(std::string_view text, std::size_t names) const {
    const Lexicon& lexicon = conventions_->lexicon();
    for (std::size_t word = next_start(text, names); word < text.size(); word = next_start(text, word)) {
        if (text[word] == '(') {
            continue;  // whose author somebody is, or whose picture: the bracket's own rule says
        }
        if (lexicon.longest(text, word, {PhraseKind::caption, PhraseKind::credit}, language_)) {
            return word;
        }
        if (const auto by = lexicon.longest(text, word, PhraseKind::by_word, language_);
            by && lexicon.text_of(*by->phrase).contains(' ')) {
            return word;  // "… as told to Tom Ray"
        }
        const std::size_t end = std::min(text.find(' ', word), text.size());
        const std::string_view rest = text.substr(std::min(end + 1, text.size()));
        if (!rest.empty() &&
            lexicon.whole(std::string(text.substr(word, end - word)) + ':', {PhraseKind::caption, PhraseKind::credit},
                          language_) &&
            (is_person_name(rest, conventions_->lexicon(), language_) || is_hangul(utf8::at(rest, 0).code) ||
             by_word_size(rest) > 0)) {
            return word;
        }
    }
    return std::string_view::npos;
}

/// "Von Ost nach West", "By Land and Sea": words behind a by-word without a mark that name nobody.
bool BylineParser::reads_as_headline(std::string_view by_word, const BylineMatch& match) const {
    const bool marked = by_word.find_first_of(":=/-") != std::string_view::npos || by_word.contains("：") ||
                        by_word.contains("＝") || by_word.contains("／");
    if (marked || match.contributors.empty()) {
        return false;
    }
    const auto is_unknown = [](const ContributorMatch& author) {
        return author.contributor.kind == ContributorKind::unknown && author.contributor.job_title.empty() &&
               author.contributor.affiliation.empty();
    };
    if (std::ranges::any_of(match.contributors, [&](const ContributorMatch& author) {
            return author.contributor.kind == ContributorKind::unknown &&
                   (has_small_word(author.contributor.name, conventions_->lexicon()) ||
                    is_place_behind_particle(author.contributor.name));
        })) {
        return true;
    }
    constexpr PhraseKinds places{PhraseKind::place, PhraseKind::country, PhraseKind::region};
    const Contributor& first = match.contributors.front().contributor;
    if (match.contributors.size() == 1 && first.kind == ContributorKind::unknown &&
        (conventions_->lexicon().whole(first.name, places, language_) ||
         (match.place && first.affiliation.empty() && !is_person_name(first.name, conventions_->lexicon(), language_) &&
          first.name.find(' ') == std::string::npos))) {
        return true;  // "By London", "De Pablo a Pedro"
    }
    const bool single_words = std::ranges::all_of(match.contributors, [&](const ContributorMatch& author) {
        const std::string& name = author.contributor.name;
        return is_unknown(author) && name.find(' ') == std::string::npos && is_upper(utf8::at(name, 0).code);
    });
    return single_words && match.contributors.size() > 1;
}

/// "la Paris la Londra"
bool BylineParser::is_place_behind_particle(std::string_view name) const {
    const std::size_t space = name.find(' ');
    return space != std::string_view::npos && is_lower(utf8::at(name, 0).code) &&
           is_name_particle(name.substr(0, space), conventions_->lexicon()) &&
           conventions_->lexicon().longest(name, space + 1, {PhraseKind::place, PhraseKind::country}, language_);
}

/// "Ana da Costa e Silva", "María Ruiz y Pérez": one word behind a whole name and the shortest word for "and" is the
/// end of the name.
bool BylineParser::joins_name(const BylinePiece& piece, const BylineMatch& match) const {
    if (piece.joint != BylinePiece::Joint::and_word || match.contributors.empty() ||
        piece.text.find(' ') != std::string_view::npos || !is_upper(utf8::at(piece.text, 0).code)) {
        return false;
    }
    const ContributorMatch& last = match.contributors.back();
    return last.contributor.name.find(' ') != std::string::npos &&
           is_person_name(last.contributor.name, conventions_->lexicon(), language_) && piece.begin == last.end + 3;
}

}  // namespace galley::text
