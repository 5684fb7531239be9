#include "converters/text/bracketed_names.h"

#include "converters/text/fold.h"
#include "converters/text/ideograph_name.h"
#include "galley/utf8.h"

#include <string>

namespace galley::text {
namespace {

constexpr std::size_t longest_line = 120;  ///< bytes
constexpr std::size_t shortest_name = 3;   ///< characters; two are a word more often: "文化"
constexpr std::size_t longest_name = 7;

bool opens(char32_t code) { return code == U'【' || code == U'(' || code == U'[' || code == U'（' || code == U'［'; }
bool closes(char32_t code) { return code == U'】' || code == U')' || code == U']' || code == U'）' || code == U'］'; }
bool separates(char32_t code) {
    return code == U'、' || code == U'，' || code == U',' || code == U'・' || code == U'/' || code == U'／' ||
           code == U' ' || code == U'　';
}

/// "石川県": a family name, and what towns and offices end in.
bool ends_like_place(std::string_view name, const Lexicon& lexicon) {
    return lexicon.has_any(name, name.size() - utf8::before(name, name.size()).size, PhraseKind::place_ending);
}

/// "島津健吾", "関ひろ": behind a family name of one character no more than two follow, else it begins a word
/// ("関連情報").
bool is_name(std::string_view part, const Lexicon& lexicon, std::uint8_t language) {
    const std::size_t characters = utf8::count_characters(part);
    const auto surname = lexicon.longest(part, 0, PhraseKind::surname, language);
    const bool short_surname = surname && surname->end == utf8::at(part, 0).size;
    return surname && characters >= shortest_name && characters <= (short_surname ? shortest_name : longest_name) &&
           !ends_like_place(part, lexicon) && is_name_of_ideographs(part, lexicon, language) &&
           !lexicon.has_any(part, 0, {PhraseKind::furniture, PhraseKind::section});
}

bool is_house(std::string_view part, const Lexicon& lexicon, std::uint8_t language) {
    return is_upper(utf8::at(part, 0).code) || ends_in_media_word(part, lexicon, language) ||
           lexicon.whole(part, {PhraseKind::agency, PhraseKind::desk}, language);
}

}  // namespace

std::optional<BylineMatch> read_bracketed_names(std::string_view line, const Conventions& conventions,
                                                std::uint8_t language, bool above_text) {
    if (line.size() < 3 || line.size() > longest_line || !opens(utf8::at(line, 0).code) ||
        !closes(utf8::before(line, line.size()).code) || (!above_text && fold(utf8::at(line, 0).code) == '(') ||
        conventions.language_tag(language) != "ja") {
        return std::nullopt;
    }
    const Lexicon& lexicon = conventions.lexicon();
    const std::size_t end = line.size() - utf8::before(line, line.size()).size;
    BylineMatch match{.end = line.size(), .by_word = true};
    for (std::size_t at = utf8::at(line, 0).size; at < end;) {
        std::size_t next = at;
        while (next < end && !separates(utf8::at(line, next).code)) {
            next += utf8::at(line, next).size;
        }
        const std::string_view part = line.substr(at, next - at);
        if (part.empty()) {
            next = at;
        } else if (is_name(part, lexicon, language)) {
            match.contributors.push_back({{.kind = ContributorKind::person, .name = std::string(part)}, at, next});
        } else if (match.contributors.empty()) {
            return std::nullopt;
        } else if (lexicon.whole(part, {PhraseKind::job_title, PhraseKind::after_by_word}, language)) {
            match.contributors.back().contributor.job_title = part;
        } else if (is_house(part, lexicon, language)) {
            match.contributors.back().contributor.affiliation = part;
        } else {
            return std::nullopt;
        }
        at = next < end ? next + utf8::at(line, next).size : end;
    }
    return match.contributors.empty() ? std::nullopt : std::optional(std::move(match));
}

}  // namespace galley::text
