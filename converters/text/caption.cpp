#include "converters/text/caption.h"

#include "converters/text/fold.h"
#include "galley/utf8.h"

#include <algorithm>
#include <string>

namespace galley::text {
namespace {

constexpr std::size_t longest_caption = 500;
constexpr std::size_t shortest_caption = 5;
constexpr std::size_t longest_credit = 90;
constexpr std::size_t shortest_phrase = 4;  ///< "SRF" alone credits nothing

bool is_small(char byte) { return byte >= 'a' && byte <= 'z'; }

/// The next place behind `at` where a phrase can begin: no small letter inside a word is one.
std::size_t next_start(std::string_view line, std::size_t at) {
    const bool in_word = is_small(static_cast<char>(line[at] | ' '));
    at += utf8::at(line, at).size;
    while (in_word && at < line.size() && is_small(line[at])) {
        ++at;
    }
    return at;
}

/// "Friso Gentsch/dpa", "(Robert F. Bukaty / AP)": where the agency's part begins.
std::size_t find_agency_after_stroke(std::string_view line, const Conventions& conventions, std::uint8_t language) {
    constexpr std::size_t longest_agency = 30;
    const std::size_t earliest = line.size() - std::min(line.size(), longest_agency);
    std::size_t stroke = line.substr(earliest).rfind('/');
    if (stroke == std::string_view::npos) {
        return std::string_view::npos;
    }
    stroke += earliest;
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
    const std::size_t earliest =
        line.size() > longest_credit ? utf8::prefix(line, line.size() - longest_credit).size() : 0;
    for (std::size_t at = earliest; at < line.size();) {
        const auto byte = static_cast<unsigned char>(line[at]);
        const bool may_be_sign = byte == '(' || byte == 0xC2;
        if (byte != ' ' && (may_be_sign || lexicon.may_begin(line, at, PhraseKind::caption).any()) &&
            is_word_end(line, at)) {
            const auto hit = lexicon.longest(line, at, PhraseKind::caption, language);
            const bool known = hit && hit->end - at >= shortest_phrase;
            const bool sign = may_be_sign && (line.substr(at).starts_with("©") || line.substr(at).starts_with("(c) "));
            if (known || sign) {
                return at;
            }
        }
        at = next_start(line, at);
    }
    return find_agency_after_stroke(line, conventions, language);
}

bool begins_as_picture_credit(std::string_view line, const Conventions& conventions, std::uint8_t language) {
    const std::size_t space = std::min(line.find(' '), line.find("\u00A0"));
    return space != std::string_view::npos &&
           conventions.lexicon().whole(std::string(line.substr(0, space)) + ':', PhraseKind::caption, language);
}

}  // namespace galley::text
