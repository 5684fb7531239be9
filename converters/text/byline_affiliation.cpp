#include "converters/text/byline_parser.h"
#include "converters/text/fold.h"
#include "converters/text/line_shape.h"
#include "converters/text/media_word.h"
#include "converters/text/person_name.h"
#include "galley/utf8.h"

#include <algorithm>
#include <iterator>
#include <string>

namespace galley::text {
namespace {

using Joint = BylinePiece::Joint;

}  // namespace

bool BylineParser::add_agency(const BylinePiece& piece, BylineMatch& match) const {
    const auto hit = conventions_->lexicon().longest(piece.text, 0, PhraseKind::agency, language_);
    if (!hit) {
        return false;
    }
    std::string_view printed = piece.text.substr(0, hit->end);
    if (const auto article = conventions_->lexicon().longest(printed, 0, PhraseKind::article);
        article && article->end < printed.size()) {
        printed = utf8::trim(printed.substr(article->end));
    }
    const std::string agency{printed};
    std::size_t rest_begin = piece.begin + hit->end;
    std::string_view rest = trim_piece(piece.text.substr(hit->end), rest_begin);
    if (rest == ".") {
        rest = {};
    }
    if (!rest.empty() && (std::ranges::count(rest, ' ') > 5 || !has_job_title(rest))) {
        return false;
    }
    const bool joined = piece.joint == Joint::and_word;
    const auto has_agency = [](const Contributor& author) {
        return !author.affiliation.empty() && author.kind != ContributorKind::agency;
    };
    const bool has_author = !match.contributors.empty() &&
                            (!joined || has_agency(match.contributors.back().contributor));  // "… avec AFP et Reuters"
    if (has_author) {
        for (ContributorMatch& author : match.contributors) {
            if (author.contributor.affiliation.empty() && author.contributor.kind != ContributorKind::agency) {
                author.contributor.affiliation = agency;
            }
            if (!rest.empty()) {
                author.contributor.job_title = rest;
            }
        }
        return true;
    }
    ContributorMatch author{
        {.kind = ContributorKind::agency, .name = std::string(piece.text.substr(0, hit->end)), .affiliation = agency},
        piece.begin,
        piece.begin + hit->end};
    match.contributors.push_back(std::move(author));
    return true;
}

/// "By TOM RAY, ANN LEE Special correspondents": where the name of another author ends, with the capitals; 0 when it is
/// none.
std::size_t BylineParser::capitals_before_title(std::string_view text) const {
    const Lexicon& lexicon = conventions_->lexicon();
    for (std::size_t space = text.find(' '); space != std::string_view::npos; space = text.find(' ', space + 1)) {
        const std::string_view name = text.substr(0, space);
        if (!is_all_capitals(name)) {
            return 0;
        }
        const std::string_view title = text.substr(space + 1);
        if (name.contains(' ') && !is_all_capitals(title) && has_job_title(title)) {
            const bool is_name = is_person_name(name, lexicon, language_) &&
                                 !is_last_word_of_media(name, lexicon, language_) &&
                                 !lexicon.longest(text, 0, PhraseKind::agency, language_);
            return is_name ? space : 0;
        }
    }
    return 0;
}

bool BylineParser::add_title(const BylinePiece& piece, BylineMatch& match) const {
    if (match.contributors.empty() || piece.text.size() > 120 || std::ranges::count(piece.text, ' ') > 12 ||
        !has_job_title(piece.text)) {
        return false;
    }
    if (const std::size_t name = match.by_word ? capitals_before_title(piece.text) : 0; name > 0) {
        match.contributors.push_back(
            {{.name = std::string(piece.text.substr(0, name)), .job_title = std::string(piece.text.substr(name + 1))},
             piece.begin,
             piece.begin + name});
        return true;
    }
    Contributor& author = match.contributors.back().contributor;
    if (author.job_title.empty()) {
        author.job_title = piece.text;
    }
    return true;
}

/// "Harbour Times News Desk", "Courier staff": whose desk it is, in a few words with capitals, and a word for many
/// people.
bool BylineParser::add_desk(const BylinePiece& piece, BylineMatch& match) const {
    constexpr std::size_t most_words = 4;
    const Lexicon& lexicon = conventions_->lexicon();
    if (!match.contributors.empty() || piece.text.size() > longest_person_name) {
        return false;
    }
    std::size_t word = 0;
    for (std::size_t words = 1;
         words <= most_words && word < piece.text.size() && is_upper(utf8::at(piece.text, word).code); ++words) {
        const std::size_t space = piece.text.find(' ', word);
        if (space == std::string_view::npos) {
            return false;
        }
        word = space + 1;
        if (const auto desk = lexicon.longest(piece.text, word, PhraseKind::desk, language_)) {
            if (desk->end < piece.text.size() ||
                lexicon.whole(piece.text.substr(piece.text.rfind(' ') + 1), PhraseKind::job_title, language_)) {
                return false;  // "Ann Lee Staff Reporter"
            }
            match.contributors.push_back(
                {{.kind = ContributorKind::desk, .name = std::string(piece.text)}, piece.begin, piece.end()});
            return true;
        }
    }
    return false;
}

/// "Ann Lee, MD, PhD": letters behind a name, some of which are states elsewhere.
bool BylineParser::add_post_nominal(const BylinePiece& piece, BylineMatch& match) const {
    constexpr std::size_t longest = 8;
    const auto has_capitals = [&] {
        return std::ranges::count_if(piece.text, [](char byte) { return byte >= 'A' && byte <= 'Z'; }) > 1;
    };
    if (piece.joint != Joint::comma || match.contributors.empty() || piece.text.size() > longest || !has_capitals() ||
        !conventions_->lexicon().whole(piece.text, PhraseKind::post_nominal, language_)) {
        return false;
    }
    std::string& title = match.contributors.back().contributor.job_title;
    (title += title.empty() ? "" : ", ") += piece.text;
    return true;
}

/// "à Kiev": behind the names, or between the by-word and them ("De notre envoyée spéciale à Kiev, Claire Dumont").
bool BylineParser::add_place(const BylinePiece& piece, BylineMatch& match) const {
    if (piece.text.size() > longest_person_name || (match.contributors.empty() && !match.by_word)) {
        return false;
    }
    match.place = Span{piece.begin, piece.end()};
    const auto known =
        conventions_->lexicon().longest(piece.text, 0, {PhraseKind::place, PhraseKind::country}, language_);
    if (!match.contributors.empty() || !known) {
        return true;
    }
    BylinePiece name{.begin = piece.begin + known->end};
    name.text = trim_piece(piece.text.substr(known->end), name.begin);
    if (!is_person_name(name.text, conventions_->lexicon(), language_)) {
        return name.text.empty();
    }
    match.place->end = piece.begin + known->end;
    return add_name(name, match);
}

/// "(avec Ann Lee et Tom Ray)": more authors.
bool BylineParser::add_helpers(const BylinePiece& piece, BylineMatch& match) const {
    const auto with = conventions_->lexicon().longest(piece.text, 0, PhraseKind::with_word, language_);
    auto helpers = with && match.by_word ? parse(piece.text.substr(with->end)) : std::nullopt;
    if (!helpers || !std::ranges::all_of(helpers->contributors, [this](const ContributorMatch& helper) {
            return is_person_name(helper.contributor.name, conventions_->lexicon(), language_);
        })) {
        return false;
    }
    helpers->shift(piece.begin + with->end);
    std::ranges::move(helpers->contributors, std::back_inserter(match.contributors));
    return true;
}

/// "By Jane Doe (AP)", "(Staff Writer)", "(Nairobi)", "(she/her)": after a by-word anything short may stand there.
bool BylineParser::add_bracket(const BylinePiece& piece, BylineMatch& match) const {
    if (match.contributors.empty() || piece.text.size() > longest_person_name) {
        return false;
    }
    const Lexicon& lexicon = conventions_->lexicon();
    if (const std::size_t comma = piece.text.find(", ");
        comma != std::string_view::npos && !match.place &&
        lexicon.whole(piece.text.substr(0, comma), {PhraseKind::place, PhraseKind::country}, language_)) {
        match.place = Span{piece.begin, piece.begin + comma};  // "(Kiev, envoyée spéciale)"
        return add_bracket({piece.text.substr(comma + 2), piece.begin + comma + 2, piece.joint}, match);
    }
    if (add_agency(piece, match) || add_title(piece, match) || add_helpers(piece, match)) {
        return true;
    }
    Contributor& author = match.contributors.back().contributor;
    const auto place_word = lexicon.longest(piece.text, 0, PhraseKind::place_word, language_);
    if (place_word && place_word->phrase->language == language_ &&
        lexicon.whole(utf8::trim(piece.text.substr(place_word->end)), {PhraseKind::place, PhraseKind::country},
                      language_)) {
        match.place = Span{piece.begin + piece.text.find_first_not_of(' ', place_word->end), piece.end()};
    } else if (lexicon.whole(piece.text, {PhraseKind::place, PhraseKind::country, PhraseKind::region}, language_)) {
        match.place = Span{piece.begin, piece.end()};
    } else if (lexicon.whole(piece.text, PhraseKind::desk, language_)) {
        author.job_title = piece.text;
    } else if (!match.by_word) {
        return false;
    } else if (lexicon.whole(std::string(piece.text) + ':', PhraseKind::caption, language_) &&
               match.contributors.size() > 1) {
        match.contributors.pop_back();  // "Ann Lee (text) and Tom Ray (pictures)"
    } else if (lexicon.whole(std::string(piece.text) + ':', PhraseKind::by_word, language_)) {
        return true;
    } else if (author.affiliation.empty() && is_upper(utf8::at(piece.text, 0).code)) {
        author.affiliation = piece.text;
    }
    return true;
}

/// What can be nothing but where the last author works: "Lrt.lt", "g1", "The Harbour Times".
bool BylineParser::add_affiliation(const BylinePiece& piece, BylineMatch& match) const {
    if (match.contributors.empty()) {
        return false;
    }
    const std::size_t spaces = static_cast<std::size_t>(std::ranges::count(piece.text, ' '));
    const bool domain = spaces == 0 && piece.text.find('.') != std::string_view::npos && !piece.text.ends_with('.');
    constexpr std::size_t longest_mark = 4;  // "uol", "r7"; longer ones are words
    const bool short_mark =
        match.by_word && piece.text.size() <= longest_mark && spaces == 0 && is_lower(utf8::at(piece.text, 0).code);
    const std::string_view first_word = piece.text.substr(0, piece.text.find(' '));
    const bool figure = has_figure(first_word) && has_any_letter(piece.text);
    const bool house =
        match.by_word && figure && spaces <= 4 && piece.text.size() <= longest_person_name;  // "g1 Santos", "7 News"
    constexpr std::size_t longest_acronym = 6;
    const bool acronym = spaces == 0 && is_all_capitals(piece.text) &&
                         utf8::prefix(piece.text, 2 * longest_acronym).size() == piece.text.size();
    const bool is_mark = piece.joint == Joint::comma && (domain || short_mark || house || acronym);
    const auto names_a_paper = [&] {  // "Saltmere Times", "Capitol News Illinois"
        const std::size_t first = match.by_word ? 0 : piece.text.find(' ') + 1;
        if (spaces == 0 || piece.joint == Joint::and_word || piece.joint == Joint::affiliation ||
            piece.text.size() > longest_person_name) {
            return false;
        }
        for (std::size_t at = first; at < piece.text.size();
             at = std::min(piece.text.find(' ', at), piece.text.size() - 1) + 1) {
            if (conventions_->lexicon().whole(piece.text.substr(at, piece.text.find(' ', at) - at),
                                              PhraseKind::media_word, language_)) {
                return true;
            }
        }
        constexpr std::size_t shortest_acronym = 3;  // "ARD Berlin", "ARD-Studio Moskau", and not "JD Ray"
        return match.by_word && first_word.size() >= shortest_acronym &&
               is_all_capitals(first_word.substr(0, shortest_acronym)) && !is_all_capitals(piece.text) &&
               !is_all_capitals(match.contributors.back().contributor.name);
    };
    if (!is_mark && !names_a_paper()) {
        return false;
    }
    match.contributors.back().contributor.affiliation = piece.text;
    return true;
}

bool BylineParser::add_affiliation_of_all(const BylinePiece& piece, BylineMatch& match) {
    if (match.contributors.empty() || piece.text.size() > longest_person_name) {
        return false;
    }
    for (ContributorMatch& author : match.contributors) {
        if (author.contributor.affiliation.empty()) {
            author.contributor.affiliation = piece.text;
        }
    }
    return true;
}

}  // namespace galley::text
