#include "converters/text/byline_parser.h"

#include "converters/text/byline_pieces.h"
#include "converters/text/fold.h"
#include "converters/text/hangul_byline.h"
#include "converters/text/ideograph_name.h"
#include "converters/text/person_name.h"
#include "converters/text/scanner.h"
#include "galley/utf8.h"

#include <algorithm>
#include <string>

namespace galley::text {
namespace {

constexpr std::size_t longest_byline = 400;
constexpr std::size_t longest_unproven = 200;   ///< bytes of a line that no by-word proves
constexpr std::size_t most_pieces = 40;

using Joint = BylinePiece::Joint;

/// A stop after a word of some length, with several words before it.
bool reads_as_sentence(std::string_view text) {
    if (!text.ends_with('.') || std::ranges::count(text, ' ') < 4) {
        return false;
    }
    const std::size_t space = text.rfind(' ');
    return text.size() - space > 4;
}

std::size_t names_begin(std::string_view text, std::size_t at) {
    while (at < text.size() && fold(utf8::at(text, at).code) == ' ') {
        at += utf8::at(text, at).size;
    }
    return at;
}

}  // namespace

void BylineMatch::shift(std::size_t bytes) {
    for (ContributorMatch& author : contributors) {
        author.begin += bytes;
        author.end += bytes;
    }
    begin += bytes;
    end += bytes;
    if (place) {
        place = Span{place->begin + bytes, place->end + bytes};
    }
}

bool BylineParser::has_job_title(std::string_view text) const {
    for (std::size_t at = 0; at < text.size(); at = next_word_end(text, at)) {
        if (is_word_end(text, at) && conventions_->lexicon().longest(text, at, PhraseKind::job_title, language_)) {
            return true;
        }
    }
    return false;
}

std::size_t BylineParser::by_word_size(std::string_view text) const {
    Scanner scanner{*conventions_, language_, text};
    if (scanner.take_phrase(PhraseKind::genre)) {
        scanner.skip_spaces();
        (void)scanner.take_any(U":-–|");
        scanner.skip_spaces();
    }
    auto hit = scanner.take_phrase({PhraseKind::by_word, PhraseKind::weak_by_word});
    if (!hit && scanner.at() > 0) {             // "Interview: Ann Lee": the genre is the by-word
        scanner.move_to(0);
        hit = scanner.take_phrase({PhraseKind::by_word, PhraseKind::weak_by_word});
    }
    if (!hit && !text.empty() && is_ideograph(utf8::at(text, 0).code)) {
        // "记者 王丽" with a space; without one "记者从…获悉" is a sentence.
        hit = scanner.take_phrase(PhraseKind::after_by_word);
        return hit && hit->end < text.size() && scanner.peek() == ' ' && text.size() - hit->end <= longest_person_name ? names_begin(text, hit->end) : 0;
    }
    if (!hit || (hit->phrase->kind == PhraseKind::weak_by_word && hit->phrase->language != language_)) {
        return 0;
    }
    const char32_t after = scanner.peek();
    if (after == ':' || after == 0xFF1A) {
        scanner.skip();
    } else if (after != 0 && after != ' ' && !is_letter(after) && after != 0xAB && after != '"' && after != '-' && after != 0x2013) {
        return 0;
    }
    if (after == '-' || after == 0x2013) {
        return 0;       // "By-election"
    }
    scanner.skip_spaces();
    if (scanner.take_any(U"-–")) {      // "كتب - أحمد محمود"
        scanner.skip_spaces();
    }
    (void)scanner.take(':');
    scanner.skip_spaces();
    return scanner.at();
}

/// "박준석 기자 외 1명": where what means others begins, behind a space; npos where nothing does.
std::size_t BylineParser::find_others(std::string_view text) const {
    constexpr int most_words = 3;
    std::size_t space = text.rfind(' ');
    for (int words = 0; words < most_words && space != std::string_view::npos && space > 0; ++words) {
        if (conventions_->lexicon().whole(text.substr(space + 1), PhraseKind::and_others, language_)) {
            return space;
        }
        space = text.rfind(' ', space - 1);
    }
    return std::string_view::npos;
}

bool BylineParser::add_piece(const BylinePiece& piece, BylineMatch& match) const {
    if (const std::size_t others = find_others(piece.text); others != std::string_view::npos) {
        match.and_others = true;
        BylinePiece named = piece;
        named.text = piece.text.substr(0, others);
        return add_piece(named, match);
    }
    const PhraseKinds whole = conventions_->lexicon().kinds_of_whole(
        piece.text, {PhraseKind::and_others, PhraseKind::furniture, PhraseKind::desk, PhraseKind::place, PhraseKind::country, PhraseKind::region}, language_);
    if (whole.has(PhraseKind::and_others)) {
        match.and_others = true;
        return !match.contributors.empty();
    }
    if (piece.joint == Joint::bracket) {
        return add_bracket(piece, match);
    }
    if (piece.joint == Joint::place) {
        return add_place(piece, match);
    }
    if (whole.has(PhraseKind::furniture) && (!whole.has(PhraseKind::desk) || !match.contributors.empty())) {
        return !match.contributors.empty();
    }
    if (piece.joint == Joint::comma && !match.contributors.empty() && credits_other_work(piece.text)) {
        return true;
    }
    if (add_agency(piece, match)) {
        return true;
    }
    if (whole.has(PhraseKind::desk)) {
        if (match.contributors.empty() || piece.joint == Joint::and_word) {
            match.contributors.push_back({{.kind = ContributorKind::desk, .name = std::string(piece.text)}, piece.begin, piece.end()});
        } else {
            match.contributors.back().contributor.job_title = piece.text;
        }
        return true;
    }
    if (add_title(piece, match) || add_desk(piece, match)) {
        return true;
    }
    if (piece.joint != Joint::first && piece.joint != Joint::and_word && whole.has_any({PhraseKind::place, PhraseKind::country, PhraseKind::region})) {
        match.place = Span{piece.begin, piece.end()};
        return true;
    }
    if (add_affiliation(piece, match)) {
        return true;
    }
    if (piece.joint == Joint::affiliation || piece.joint == Joint::bar || piece.joint == Joint::slash || piece.joint == Joint::dash) {
        const bool can_be_author = piece.joint != Joint::affiliation && (match.contributors.empty() || is_person_name(piece.text));
        if (!can_be_author) {
            return add_affiliation_of_all(piece, match);
        }
    }
    const bool of_house = piece.joint == Joint::and_word && !match.contributors.empty() && !match.contributors.back().contributor.affiliation.empty();
    if (of_house && piece.text.find(' ') == std::string_view::npos) {
        return true;                // "Ana Lima, g1 Vale e Região": the rest of a paper's name
    }
    return add_name_and_tail(piece, match) || add_name(piece, match);
}

/// "Ann ForsterTravel News Reporter": a capital behind a small letter in a word that is long enough to be a name, and a title's word at the end.
bool BylineParser::is_title_glued_at(std::string_view text, std::size_t at) const {
    constexpr std::size_t shortest_name = 4;        // bytes; "McDonald", "LaSalle" are names
    const std::size_t word = text.rfind(' ', at) + 1;
    const std::string_view tail = text.substr(at);
    const std::size_t last = tail.rfind(' ');
    return at >= word + shortest_name && last != std::string_view::npos && std::ranges::count(tail, ' ') < 5 &&
           conventions_->lexicon().whole(tail.substr(last + 1), PhraseKind::job_title, language_);
}

/// "Jon Hale Europe" without what he writes of, where his title follows.
std::string_view BylineParser::without_beat(std::string_view name) const {
    constexpr PhraseKinds beats{PhraseKind::section, PhraseKind::country, PhraseKind::region, PhraseKind::job_title};
    const std::size_t last = name.rfind(' ');
    const bool three = last != std::string_view::npos && name.find(' ') != last;
    return three && conventions_->lexicon().whole(name.substr(last + 1), beats, language_) ? name.substr(0, last) : name;
}

/// A name with an agency, a title or a place after it: "Samya Kullab The Associated Press", "Ulrich ExnerKorrespondent".
bool BylineParser::add_name_and_tail(const BylinePiece& piece, BylineMatch& match) const {
    const Lexicon& lexicon = conventions_->lexicon();
    constexpr PhraseKinds tails{PhraseKind::agency, PhraseKind::job_title, PhraseKind::after_by_word, PhraseKind::furniture, PhraseKind::day_word,
                                PhraseKind::place};
    if (piece.text.empty()) {
        return false;
    }
    constexpr std::size_t longest_east_asian = 30;      // bytes; see is_person_name
    const std::size_t longest = is_ideograph(utf8::at(piece.text, 0).code) ? longest_east_asian : 2 * longest_person_name;
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
        if (!is_person_name(name)) {
            continue;
        }
        const std::string_view tail = piece.text.substr(at);
        const bool place = glued && lexicon.whole(tail, PhraseKind::place, language_);
        const auto agency = place ? std::nullopt : lexicon.whole(tail, PhraseKind::agency, language_);
        const bool title = glued_title || (std::ranges::count(tail, ' ') < 5 && lexicon.has_any(tail, 0, {PhraseKind::job_title, PhraseKind::after_by_word}));
        if (!place && !agency && !title && !lexicon.whole(tail, {PhraseKind::furniture, PhraseKind::day_word}, language_)) {
            continue;
        }
        const std::string_view person = title ? without_beat(name) : name;
        ContributorMatch author{{.name = std::string(person)}, piece.begin, piece.begin + person.size()};
        if (place) {
            match.place = Span{piece.begin + at, piece.end()};      // "Luna GonzálezMadrid"
        } else if (agency) {
            author.contributor.affiliation = conventions_->agency(agency->phrase->value);
        } else if (title) {
            author.contributor.job_title = utf8::trim(piece.text.substr(person.size()));
            match.by_word = match.by_word || lexicon.whole(tail, PhraseKind::after_by_word, language_).has_value();     // "박서연 기자"
        }
        match.contributors.push_back(std::move(author));
        return true;
    }
    return false;
}

bool BylineParser::add_name(const BylinePiece& piece, BylineMatch& match) const {
    std::string_view name = piece.text;
    while (name.size() > 4 && name.back() >= '0' && name.back() <= '9' && name[name.size() - 2] != ' ') {
        name.remove_suffix(1);      // a counter glued to the name
    }
    const std::size_t last_word = name.size() - (name.rfind(' ') + 1);
    if (name.ends_with('.') && last_word > 4 && is_person_name(name.substr(0, name.size() - 1))) {
        name.remove_suffix(1);      // a stop, not an initial's
    }
    if (const std::string_view half = name.substr(0, name.size() / 2); name.size() % 2 == 0 && name.substr(half.size()) == half && is_person_name(half)) {
        name = half;                // "Ann LeeAnn Lee": a name and the link on it
    }
    if (!is_person_name(name)) {
        // After a by-word one word will do, and so will names of papers, as long as they begin with a capital.
        if (!match.by_word || name.size() > longest_person_name) {
            return false;
        }
        const char32_t first = utf8::at(name, 0).code;
        const bool capital = is_upper(first) || (is_letter(first) && !is_lower(first)) || first == 0xAB || first == '"';
        const bool domain = name.find(' ') == std::string_view::npos && name.find('.') < name.size() - 2 && piece.joint == Joint::first;     // "von hafen.example"
        const bool sentence = std::ranges::count(name, ' ') > 5 || name.ends_with('.') || name.find(": ") != std::string_view::npos ||
                              name.find_first_of("?!()<>=%$0123456789") != std::string_view::npos;
        if ((!capital && !domain) || sentence) {
            return false;
        }
        if (piece.joint == Joint::comma && !match.contributors.empty()) {
            match.contributors.back().contributor.affiliation = name;   // one word after a name: where he works
            return true;
        }
    }
    if (is_ideograph(utf8::at(name, 0).code) && are_names_of_ideographs(name, conventions_->lexicon(), language_)) {
        for (std::size_t at = 0; at < name.size(); at = std::min(name.find(' ', at), name.size() - 1) + 1) {
            const std::string_view one = name.substr(at, name.find(' ', at) - at);
            match.contributors.push_back({{.name = std::string(one)}, piece.begin + at, piece.begin + at + one.size()});
        }
        return true;
    }
    match.contributors.push_back({{.name = std::string(name)}, piece.begin, piece.begin + name.size()});
    return true;
}

std::optional<BylineMatch> BylineParser::parse(std::string_view text) const {
    if (text.empty() || text.size() > longest_byline) {
        return std::nullopt;
    }
    if (auto reporters = read_hangul_byline(text, *conventions_, language_)) {
        return reporters;
    }
    BylineMatch match;
    std::size_t names = by_word_size(text);
    match.by_word = names > 0;
    if (!match.by_word && (text.size() > longest_unproven || std::ranges::count(text, ' ') > 14 || reads_as_sentence(text))) {
        return std::nullopt;
    }
    if (const std::size_t equals = names == 0 ? text.find('=') : std::string_view::npos; equals != std::string_view::npos && equals > 0) {
        // "런던=박서연 특파원"
        if (!conventions_->lexicon().whole(text.substr(0, equals), {PhraseKind::place, PhraseKind::country}, language_)) {
            return std::nullopt;
        }
        match.place = Span{0, equals};
        names = equals + 1;
    }
    const std::string_view all = text.substr(names);
    if (match.by_word && conventions_->lexicon().whole(all, PhraseKind::desk, language_)) {       // "Staff and news services": nobody's two names
        match.contributors.push_back({{.kind = ContributorKind::desk, .name = std::string(all)}, names, text.size()});
        match.end = text.size();
        return match;
    }
    BylinePieces pieces{*conventions_, language_, text, names};
    std::size_t count = 0;
    while (const auto piece = pieces.next()) {
        if (++count > most_pieces || !add_piece(*piece, match)) {
            return std::nullopt;
        }
        if (count == 1) {
            match.begin = names > 0 ? 0 : piece->begin;
        }
        match.end = piece->end() + (piece->joint == Joint::bracket ? 1 : 0);
    }
    const auto is_author = [&](const ContributorMatch& author) { return may_be_author(author.contributor, conventions_->lexicon(), language_); };
    if (match.contributors.empty() || (!match.by_word && !std::ranges::all_of(match.contributors, is_author))) {
        return std::nullopt;
    }
    return match;
}

}  // namespace galley::text
