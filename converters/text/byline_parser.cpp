#include "converters/text/byline_parser.h"

#include "converters/text/fold.h"
#include "converters/text/scanner.h"
#include "galley/utf8.h"

#include <algorithm>
#include <string>

namespace galley::text {
namespace {

constexpr std::size_t longest_byline = 400;
constexpr std::size_t longest_name = 60;
constexpr std::size_t longest_unproven = 200;   ///< bytes of a line that no by-word proves

/// How a piece of a name list came to be.
enum class Joint : std::uint8_t { first, comma, and_word, with_word, bar, dash, slash, affiliation, place };

/// Small words that stand inside names.
bool is_particle(std::string_view word) {
    static constexpr std::string_view particles[] = {
        "af", "al", "am", "an", "av", "bin", "bint", "ben", "d", "da", "dal", "das", "de", "del", "della", "den", "der", "di", "do",
        "dos", "du", "e", "el", "ibn", "la", "las", "le", "los", "ould", "san", "st", "ten", "ter", "und", "van", "vom", "von", "y", "zu", "zum", "zur", "al-", "’t", "'t"};
    return std::ranges::find(particles, word) != std::end(particles);
}

/// A stop after a word of some length, with several words before it.
bool reads_as_sentence(std::string_view text) {
    if (!text.ends_with('.') || std::ranges::count(text, ' ') < 4) {
        return false;
    }
    const std::size_t space = text.rfind(' ');
    return text.size() - space > 4;
}

std::string_view trimmed(std::string_view text, std::size_t& begin) {
    while (!text.empty()) {
        const utf8::Character character = utf8::at(text, 0);
        if (!utf8::is_space(character.code) && character.code != ',' && character.code != ';' && character.code != ':') {
            break;
        }
        text.remove_prefix(character.size);
        begin += character.size;
    }
    while (!text.empty()) {
        const utf8::Character character = utf8::before(text, text.size());
        if (!utf8::is_space(character.code) && character.code != ',' && character.code != ';' && character.code != ':' &&
            character.code != 0xB7 && character.code != '|') {
            break;
        }
        text.remove_suffix(character.size);
    }
    return text;
}

}  // namespace

struct BylineParser::Piece {
    std::string_view text;
    std::size_t begin = 0;
    Joint joint = Joint::first;

    [[nodiscard]] std::size_t end() const { return begin + text.size(); }
};

bool BylineParser::is_name(std::string_view text) const {
    if (text.empty() || text.size() > longest_name) {
        return false;
    }
    std::size_t words = 0;
    std::size_t capitals = 0;
    std::size_t letters_in_word = 0;
    std::size_t caseless = 0;
    std::size_t characters = 0;
    std::size_t word_begin = 0;
    bool capital_word = false;
    const auto end_word = [&](std::size_t at) {
        const std::string_view word = text.substr(word_begin, at - word_begin);
        if (word.empty()) {
            return true;
        }
        ++words;
        capitals += capital_word ? 1U : 0U;
        return capital_word || caseless > 0 || is_particle(word);
    };
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Character character = utf8::at(text, at);
        const char32_t code = character.code;
        if (utf8::is_space(code)) {
            if (!end_word(at)) {
                return false;
            }
            word_begin = at + character.size;
            letters_in_word = 0;
            capital_word = false;
        } else if (is_letter(code)) {
            capital_word = capital_word || (is_upper(code) && letters_in_word < 3);
            caseless += !is_upper(code) && !is_lower(code) ? 1U : 0U;
            ++letters_in_word;
            ++characters;
        } else if (code != '.' && code != '-' && code != '\'' && code != 0x2019 && code != 0x2010 && code != 0x2011 && fold(code) != 0 &&
                   code != 0x30FB) {
            return false;
        }
        at += character.size;
    }
    if (!end_word(text.size())) {
        return false;
    }
    const bool east_asian = is_ideograph(utf8::at(text, 0).code);
    if (east_asian) {
        return characters >= 2 && characters <= 8 && words <= 2;
    }
    if (caseless > 0) {
        return words >= 2 && words <= 5;
    }
    return words >= 2 && words <= 5 && capitals >= 2;
}

bool BylineParser::has_job_title(std::string_view text) const {
    for (std::size_t at = 0; at < text.size();) {
        if (is_word_end(text, at) && conventions_->lexicon().longest(text, at, PhraseKind::job_title, language_)) {
            return true;
        }
        at += utf8::at(text, at).size;
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

std::vector<BylineParser::Piece> BylineParser::split(std::string_view text, std::size_t from) const {
    std::vector<Piece> pieces;
    std::size_t begin = from;
    Joint joint = Joint::first;
    const auto close = [&](std::size_t end, std::size_t next, Joint then) {
        std::size_t piece_begin = begin;
        const std::string_view piece = trimmed(text.substr(begin, end - begin), piece_begin);
        if (!piece.empty()) {
            pieces.push_back({piece, piece_begin, joint});
        }
        begin = next;
        joint = then;
    };
    bool word_start = true;
    for (std::size_t at = from; at < text.size();) {
        const utf8::Character character = utf8::at(text, at);
        const char32_t code = character.code;
        const std::size_t next = at + character.size;
        const bool spaces_around = at > 0 && text[at - 1] == ' ' && next < text.size() && text[next] == ' ';
        if (code == ',' || code == ';' || code == 0x3001 || code == 0x060C || code == 0xFF0C) {
            close(at, next, Joint::comma);
        } else if (code == '|' || code == 0x2022 || code == 0xB7 || code == 0xFF5C || code == 0x2502 || code == 0x01C0 || code == 0xA6) {
            close(at, next, Joint::bar);
        } else if (code == '/' && !(at > from && next < text.size() && is_upper(utf8::at(text, next).code) && text.size() - from < 8)) {
            close(at, next, Joint::slash);
        } else if (is_dash(code) && spaces_around) {
            close(at, next, Joint::dash);
        } else if (code == '@') {
            const std::size_t space = std::min(text.find(' ', at), text.size());
            close(at, space, Joint::bar);
            at = space;
            word_start = true;
            continue;
        } else if (word_start && at > from) {
            Scanner scanner{*conventions_, language_, text, at};
            if (auto joined = scanner.take_phrase({PhraseKind::and_word, PhraseKind::and_others, PhraseKind::with_word});
                joined && joined->phrase->kind != PhraseKind::and_others && (scanner.at_end() || scanner.peek() == ' ')) {
                close(at, joined->end, joined->phrase->kind == PhraseKind::and_word ? Joint::and_word : Joint::with_word);
                at = joined->end;
                continue;
            }
            if (scanner.take_word("for") || scanner.take_word("special to")) {
                close(at, scanner.at(), Joint::affiliation);
                at = scanner.at();
                continue;
            }
            if (text.substr(at, 3) == "in " || text.substr(at, 5) == "from ") {
                const std::size_t size = text[at] == 'i' ? 3 : 5;
                close(at, at + size, Joint::place);
                at += size;
                continue;
            }
        }
        word_start = utf8::is_space(code);
        at = next;
    }
    close(text.size(), text.size(), Joint::first);
    return pieces;
}

bool BylineParser::add_agency(const Piece& piece, BylineMatch& match) const {
    const auto hit = conventions_->lexicon().longest(piece.text, 0, PhraseKind::agency, language_);
    if (!hit) {
        return false;
    }
    std::string_view printed = piece.text.substr(0, hit->end);
    for (const std::string_view article : {"The ", "the ", "THE "}) {
        printed.remove_prefix(printed.starts_with(article) ? article.size() : 0);
    }
    const std::string agency{printed};
    std::size_t rest_begin = piece.begin + hit->end;
    std::string_view rest = trimmed(piece.text.substr(hit->end), rest_begin);
    if (rest == ".") {
        rest = {};
    }
    if (!rest.empty() && (std::ranges::count(rest, ' ') > 5 || !has_job_title(rest))) {
        return false;
    }
    const bool has_author = !match.contributors.empty() && piece.joint != Joint::and_word;
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
    ContributorMatch author{{.kind = ContributorKind::agency, .name = std::string(piece.text.substr(0, hit->end)), .affiliation = agency},
                            piece.begin, piece.begin + hit->end};
    match.contributors.push_back(std::move(author));
    return true;
}

bool BylineParser::add_title(const Piece& piece, BylineMatch& match) const {
    if (match.contributors.empty() || piece.text.size() > 120 || std::ranges::count(piece.text, ' ') > 12 ||
        !has_job_title(piece.text)) {
        return false;
    }
    Contributor& author = match.contributors.back().contributor;
    if (author.job_title.empty()) {
        author.job_title = piece.text;
    }
    return true;
}

bool BylineParser::add_piece(const Piece& piece, BylineMatch& match) const {
    const Lexicon& lexicon = conventions_->lexicon();
    if (lexicon.whole(piece.text, PhraseKind::and_others, language_)) {
        match.and_others = true;
        return !match.contributors.empty();
    }
    if (piece.joint == Joint::place) {
        match.place = Span{piece.begin, piece.end()};
        return !match.contributors.empty() && piece.text.size() <= longest_name;
    }
    if (lexicon.whole(piece.text, PhraseKind::furniture, language_)) {
        return !match.contributors.empty();
    }
    if (add_agency(piece, match)) {
        return true;
    }
    if (lexicon.whole(piece.text, PhraseKind::desk, language_)) {
        if (match.contributors.empty() || piece.joint == Joint::and_word) {
            match.contributors.push_back({{.kind = ContributorKind::desk, .name = std::string(piece.text)}, piece.begin, piece.end()});
        } else {
            match.contributors.back().contributor.job_title = piece.text;
        }
        return true;
    }
    if (add_title(piece, match)) {
        return true;
    }
    if (piece.joint != Joint::first && piece.joint != Joint::and_word &&
        lexicon.whole(piece.text, {PhraseKind::place, PhraseKind::country, PhraseKind::region}, language_)) {
        match.place = Span{piece.begin, piece.end()};
        return true;
    }
    const bool domain = std::ranges::count(piece.text, ' ') == 0 && piece.text.find('.') != std::string_view::npos && !piece.text.ends_with('.');
    const bool short_mark = match.by_word && piece.text.size() <= 12 && std::ranges::count(piece.text, ' ') == 0 && is_lower(utf8::at(piece.text, 0).code);
    if (piece.joint == Joint::comma && !match.contributors.empty() && (domain || short_mark)) {
        match.contributors.back().contributor.affiliation = piece.text;     // "Lrt.lt", "g1"
        return true;
    }
    const std::size_t last_space = piece.text.rfind(' ');
    const bool names_a_paper = last_space != std::string_view::npos && lexicon.whole(piece.text.substr(last_space + 1), PhraseKind::media_word, language_);
    if (names_a_paper && !match.contributors.empty() && piece.joint != Joint::and_word && piece.text.size() <= longest_name) {
        match.contributors.back().contributor.affiliation = piece.text;
        return true;
    }
    if (piece.joint == Joint::affiliation || ((piece.joint == Joint::bar || piece.joint == Joint::slash || piece.joint == Joint::dash) &&
                                              !match.contributors.empty() && !is_name(piece.text))) {
        if (match.contributors.empty() || piece.text.size() > longest_name) {
            return false;
        }
        for (ContributorMatch& author : match.contributors) {
            if (author.contributor.affiliation.empty()) {
                author.contributor.affiliation = piece.text;
            }
        }
        return true;
    }
    // A name, perhaps with an agency or a title after it: "Samya Kullab The Associated Press", "Ulrich ExnerKorrespondent".
    std::string_view name = piece.text;
    while (name.size() > 4 && name.back() >= '0' && name.back() <= '9' && name[name.size() - 2] != ' ') {
        name.remove_suffix(1);      // a counter glued to the name
    }
    for (std::size_t at = name.empty() ? 0 : utf8::at(piece.text, 0).size; at < piece.text.size(); at += utf8::at(piece.text, at).size) {
        const bool starts = piece.text[at - 1] == ' ' || (is_word_end(piece.text, at) && is_letter(utf8::at(piece.text, at).code));
        if (!starts) {
            continue;
        }
        const std::string_view tail = piece.text.substr(at);
        std::size_t name_begin = 0;
        const std::string_view head = trimmed(piece.text.substr(0, at), name_begin);
        if (!is_name(head)) {
            if (head.size() > longest_name) {
                break;
            }
            continue;
        }
        const bool agency_tail = lexicon.whole(tail, PhraseKind::agency, language_).has_value();
        const bool title_tail = std::ranges::count(tail, ' ') < 5 && lexicon.longest(tail, 0, {PhraseKind::job_title, PhraseKind::after_by_word}, language_).has_value();
        const bool glued = piece.text[at - 1] != ' ';
        if (glued && lexicon.whole(tail, PhraseKind::place, language_)) {
            match.contributors.push_back({{.name = std::string(head)}, piece.begin, piece.begin + head.size()});
            match.place = Span{piece.begin + at, piece.end()};      // "Luna GonzálezMadrid"
            return true;
        }
        const bool furniture_tail = lexicon.whole(tail, PhraseKind::furniture, language_) || lexicon.whole(tail, PhraseKind::day_word, language_);
        if (agency_tail || title_tail || furniture_tail) {
            ContributorMatch author{{.name = std::string(head)}, piece.begin, piece.begin + head.size()};
            if (agency_tail) {
                author.contributor.affiliation = conventions_->agency(lexicon.whole(tail, PhraseKind::agency, language_)->phrase->value);
            } else if (title_tail) {
                author.contributor.job_title = tail;
            }
            match.contributors.push_back(std::move(author));
            return true;
        }
    }
    const bool plausible = is_name(name) || (match.by_word && name.size() <= longest_name);
    if (!plausible) {
        return false;
    }
    if (match.by_word && !is_name(name)) {
        // After a by-word one word will do, and so will names of papers, as long as they begin with a capital.
        const char32_t first = utf8::at(name, 0).code;
        const bool capital = is_upper(first) || (is_letter(first) && !is_lower(first)) || first == 0xAB || first == '"';
        const bool sentence = std::ranges::count(name, ' ') > 5 || name.ends_with('.') || name.find(": ") != std::string_view::npos ||
                              name.find_first_of("?!()0123456789") != std::string_view::npos;
        if (!capital || sentence) {
            return false;
        }
        if (piece.joint == Joint::comma && !match.contributors.empty()) {
            match.contributors.back().contributor.affiliation = name;   // one word after a name: where he works
            return true;
        }
    }
    match.contributors.push_back({{.name = std::string(name)}, piece.begin, piece.begin + name.size()});
    return true;
}

std::optional<BylineMatch> BylineParser::parse(std::string_view text) const {
    if (text.empty() || text.size() > longest_byline) {
        return std::nullopt;
    }
    BylineMatch match;
    const std::size_t names = by_word_size(text);
    match.by_word = names > 0;
    if (!match.by_word && (text.size() > longest_unproven || std::ranges::count(text, ' ') > 14 || reads_as_sentence(text))) {
        return std::nullopt;
    }
    const std::vector<Piece> pieces = split(text, names);
    if (pieces.empty() || pieces.size() > 40) {
        return std::nullopt;
    }
    for (const Piece& piece : pieces) {
        if (!add_piece(piece, match)) {
            return std::nullopt;
        }
    }
    if (match.contributors.empty()) {
        return std::nullopt;
    }
    match.begin = match.by_word ? 0 : pieces.front().begin;
    match.end = pieces.back().end();
    return match;
}

}  // namespace galley::text
