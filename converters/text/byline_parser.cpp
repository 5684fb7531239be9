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
constexpr std::size_t longest_unproven = 200;  ///< bytes of a line that no by-word proves
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

/// Without the marks that stand before `end`.
std::size_t end_before(std::string_view text, std::size_t end) {
    while (end > 0 && (text[end - 1] == ' ' || text[end - 1] == '.' || text[end - 1] == '(')) {
        --end;
    }
    return end;
}

std::size_t names_begin(std::string_view text, std::size_t at) {
    while (at < text.size() && fold(utf8::at(text, at).code) == ' ') {
        at += utf8::at(text, at).size;
    }
    return at;
}

}  // namespace

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
    const bool has_genre = scanner.take_phrase(PhraseKind::genre).has_value();
    if (has_genre) {
        scanner.skip_spaces();
        (void)scanner.take_any(U":-–|");
        scanner.skip_spaces();
    }
    auto hit = scanner.take_phrase({PhraseKind::by_word, PhraseKind::weak_by_word});
    const auto is_foreign = [&] {
        return hit && hit->phrase->kind == PhraseKind::weak_by_word && hit->phrase->language != language_;
    };
    if ((!hit || is_foreign()) && has_genre) {  // "Interview: Ann Lee": the genre is the by-word
        scanner.move_to(0);
        hit = scanner.take_phrase({PhraseKind::by_word, PhraseKind::weak_by_word});
    }
    if (!hit && !text.empty() && is_ideograph(utf8::at(text, 0).code)) {
        // "记者 王丽" with a space; without one "记者从…获悉" is a sentence.
        hit = scanner.take_phrase(PhraseKind::after_by_word);
        const bool spaced =
            hit && hit->end < text.size() && scanner.peek() == ' ' && text.size() - hit->end <= longest_person_name;
        const std::size_t name = spaced ? names_begin(text, hit->end) : 0;
        return spaced && is_hangul(utf8::at(text, 0).code) && text.find(' ', name) != std::string_view::npos
                   ? 0
                   : name;  // "기자 폭행 사건 수사"
    }
    if (!hit || is_foreign()) {
        return 0;
    }
    const char32_t after = scanner.peek();
    if (after == ':' || after == 0xFF1A) {
        scanner.skip();
    } else if (after != 0 && after != ' ' && !is_letter(after) && after != 0xAB && after != '"' && after != '-' &&
               after != 0x2013) {
        return 0;
    }
    if (after == '-' || after == 0x2013) {
        return 0;  // "By-election"
    }
    if (is_ideograph(after) && is_ideograph(utf8::before(text, hit->end).code) &&
        !is_name_of_ideographs(text.substr(hit->end), conventions_->lexicon(), language_)) {
        return 0;  // "執筆者が語る"
    }
    scanner.skip_spaces();
    if (scanner.take_any(U"-–")) {  // "كتب - أحمد محمود"
        scanner.skip_spaces();
    }
    (void)scanner.take(':');
    scanner.skip_spaces();
    return scanner.at();
}

/// "Haber Merkezi", "By Our Staff Reporter": what all of `text` names; without the word before it where the rest names
/// a desk as well.
BylineMatch BylineParser::byline_of_desk(std::string_view text) const {
    std::size_t space = 0;
    while (space < text.size() && !is_space(utf8::at(text, space).code)) {
        space += utf8::at(text, space).size;
    }
    const std::size_t desk = space < text.size() ? space + utf8::at(text, space).size : space;
    const bool shorter = conventions_->lexicon().whole(text.substr(desk), PhraseKind::desk, language_).has_value();
    const std::size_t name = shorter && by_word_size(text.substr(0, space)) == space ? desk : 0;
    BylineMatch match = byline_of_one(text, name, ContributorKind::desk);
    match.by_word = by_word_size(text) > 0;
    return match;
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
    const PhraseKinds whole =
        conventions_->lexicon().kinds_of_whole(piece.text,
                                               {PhraseKind::and_others, PhraseKind::furniture, PhraseKind::desk,
                                                PhraseKind::place, PhraseKind::country, PhraseKind::region},
                                               language_);
    if (whole.has(PhraseKind::and_others)) {
        match.and_others = true;
        return !match.contributors.empty();
    }
    if (add_post_nominal(piece, match)) {
        return true;
    }
    if (piece.joint == Joint::bracket) {
        return add_bracket(piece, match);
    }
    if (piece.joint == Joint::place) {
        return add_place(piece, match);
    }
    if (whole.has(PhraseKind::furniture) && (!whole.has(PhraseKind::desk) || !match.contributors.empty())) {
        if (piece.joint == Joint::comma) {
            (void)add_title(piece, match);  // "Redakteurin" is a page's label elsewhere
        }
        return !match.contributors.empty();
    }
    if (piece.joint == Joint::comma && !match.contributors.empty() && credits_other_work(piece.text)) {
        return true;
    }
    if (match.contributors.empty() && (piece.joint == Joint::first || match.place)) {
        if (!match.by_word && whole.has_any({PhraseKind::place, PhraseKind::country})) {
            match.place = Span{piece.begin, piece.end()};  // "Ankara - Ayşe Yılmaz"
            return true;
        }
        if (add_titled_name(piece, match)) {
            return true;
        }
    }
    if (add_agency(piece, match)) {
        return true;
    }
    if (whole.has(PhraseKind::desk)) {
        if (match.contributors.empty() || piece.joint == Joint::and_word) {
            match.contributors.push_back(
                {{.kind = ContributorKind::desk, .name = std::string(piece.text)}, piece.begin, piece.end()});
        } else {
            match.contributors.back().contributor.job_title = piece.text;
        }
        return true;
    }
    if (add_title(piece, match) || add_desk(piece, match)) {
        return true;
    }
    if (piece.joint != Joint::first && piece.joint != Joint::and_word &&
        whole.has_any({PhraseKind::place, PhraseKind::country, PhraseKind::region})) {
        match.place = Span{piece.begin, piece.end()};
        return true;
    }
    if (add_affiliation(piece, match)) {
        return true;
    }
    if (piece.joint == Joint::affiliation || piece.joint == Joint::bar || piece.joint == Joint::slash ||
        piece.joint == Joint::dash) {
        const bool can_be_author =
            piece.joint != Joint::affiliation &&
            (match.contributors.empty() || is_person_name(piece.text, conventions_->lexicon(), language_));
        if (!can_be_author) {
            return add_affiliation_of_all(piece, match);
        }
    }
    const bool of_house = piece.joint == Joint::and_word && !match.contributors.empty() &&
                          !match.contributors.back().contributor.affiliation.empty();
    if (of_house && piece.text.find(' ') == std::string_view::npos) {
        return true;  // "Ana Lima, g1 Vale e Região": the rest of a paper's name
    }
    if (joins_name(piece, match)) {
        ContributorMatch& author = match.contributors.back();
        author.contributor.name =
            std::string_view(piece.text.data() - (piece.begin - author.begin), piece.end() - author.begin);
        author.end = piece.end();
        return true;
    }
    return add_joined_names(piece, match) || add_name_and_tail(piece, match) || add_name(piece, match);
}

std::optional<BylineMatch> BylineParser::parse(std::string_view text) const {
    if (text.empty() || text.size() > longest_byline) {
        return std::nullopt;
    }
    if (auto reporters = read_hangul_byline(text, *conventions_, language_)) {
        return reporters;
    }
    BylineMatch match;
    const Lexicon& lexicon = conventions_->lexicon();
    if (text.size() <= longest_unproven && lexicon.whole(text, PhraseKind::desk, language_) &&
        !lexicon.whole(text, PhraseKind::furniture, language_)) {  // "Haber Merkezi": no by-word
        return byline_of_desk(text);
    }
    std::size_t names = by_word_size(text);
    match.by_word = names > 0;
    if (!match.by_word &&
        (text.size() > longest_unproven || std::ranges::count(text, ' ') > 14 || reads_as_sentence(text))) {
        return std::nullopt;
    }
    if (names == 0) {
        names = genre_size(text);
        match.introduced = names > 0;
    }
    constexpr std::string_view wide_equals = "＝";
    const std::size_t wide = names == 0 ? text.find(wide_equals) : std::string_view::npos;
    if (const std::size_t equals = names == 0 ? std::min(text.find('='), wide) : std::string_view::npos;
        equals != std::string_view::npos && equals > 0) {
        // "런던=박서연 특파원"
        if (!lexicon.whole(text.substr(0, equals), {PhraseKind::place, PhraseKind::country}, language_)) {
            return std::nullopt;
        }
        match.place = Span{0, equals};
        names = equals + (equals == wide ? wide_equals.size() : 1);
    }
    const std::size_t line_end = text.size();
    if (match.by_word) {
        const std::size_t other = find_other_work(text, names);
        text = text.substr(0, other == std::string_view::npos ? other : end_before(text, other));
    }
    const std::string_view all = text.substr(names);
    if (match.by_word &&
        lexicon.whole(all, PhraseKind::desk, language_)) {  // "Staff and news services": nobody's two names
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
    if (match.by_word && reads_as_headline(text.substr(0, names), match)) {
        return std::nullopt;
    }
    match.end = text.size() < line_end ? line_end : match.end;
    if (match.contributors.empty() && match.place && match.by_word &&
        lexicon.whole(utf8::trim(text.substr(0, names)), PhraseKind::desk, language_)) {
        const Span place = *match.place;
        match = byline_of_desk(utf8::trim(text.substr(0, names)));  // "De notre correspondant à Londres"
        match.place = place;
        match.end = line_end;
    }
    if (match.contributors.empty() && match.place && is_person_name(all, conventions_->lexicon(), language_)) {
        return byline_of_one(text);  // "North Korea", and nothing else, may as well be somebody
    }
    const auto is_author = [&](const ContributorMatch& author) {
        return may_be_author(author.contributor, lexicon, language_);
    };
    if (match.contributors.empty() || (!match.by_word && !std::ranges::all_of(match.contributors, is_author))) {
        return std::nullopt;
    }
    return match;
}

}  // namespace galley::text
