#include "converters/text/caption.h"

#include "converters/text/fold.h"
#include "galley/utf8.h"

#include <algorithm>

namespace galley::text {
namespace {

constexpr std::size_t longest_caption = 500;
constexpr std::size_t shortest_caption = 5;
constexpr std::size_t longest_credit = 90;
constexpr std::size_t shortest_phrase = 4;     ///< "SRF" alone credits nothing

/// "Friso Gentsch/dpa", "(Robert F. Bukaty / AP)": where the agency's part begins.
std::size_t find_agency_after_stroke(std::string_view line, const Conventions& conventions, std::uint8_t language) {
    constexpr std::size_t longest_agency = 30;
    const std::size_t stroke = line.rfind('/');
    if (stroke == std::string_view::npos || line.size() - stroke > longest_agency) {
        return std::string_view::npos;
    }
    const std::size_t agency = line.find_first_not_of(' ', stroke + 1);
    return agency != std::string_view::npos && conventions.lexicon().longest(line, agency, PhraseKind::agency, language)
               ? stroke
               : std::string_view::npos;
}

}  // namespace

std::size_t find_picture_credit(std::string_view line, const Conventions& conventions, std::uint8_t language) {
    if (line.size() > longest_caption || line.size() < shortest_caption) {
        return std::string_view::npos;
    }
    const Lexicon& lexicon = conventions.lexicon();
    const std::size_t earliest = line.size() > longest_credit ? utf8::prefix(line, line.size() - longest_credit).size() : 0;
    for (std::size_t at = earliest; at < line.size(); at += utf8::at(line, at).size) {
        const bool inside_word = at > 0 && line[at] >= 'a' && line[at] <= 'z' && (line[at - 1] | ' ') >= 'a' && (line[at - 1] | ' ') <= 'z';
        if (line[at] == ' ' || inside_word) {
            continue;
        }
        const bool may_be_sign = line[at] == '(' || line[at] == '\xC2';
        if (!(may_be_sign || lexicon.may_begin(line, at).has(PhraseKind::caption)) || !is_word_end(line, at)) {
            continue;
        }
        const auto hit = lexicon.longest(line, at, PhraseKind::caption, language);
        const bool known = hit && hit->end - at >= shortest_phrase;
        const bool sign = line.substr(at).starts_with("©") || line.substr(at).starts_with("(c) ");
        if (known || sign) {
            return at;
        }
    }
    return find_agency_after_stroke(line, conventions, language);
}

}  // namespace galley::text
