#include "converters/text/sign_off.h"

namespace galley::text {

bool is_sign_off(std::string_view line, const Lexicon& lexicon, std::uint8_t language) {
    constexpr std::size_t longest_sign_off = 40;
    if (line.starts_with('(') && line.ends_with(')')) {
        line = line.substr(1, line.size() - 2);
    }
    if (line.size() < 3 || line.size() > longest_sign_off) {
        return false;
    }
    const auto agency = lexicon.longest(line, 0, PhraseKind::agency, language);
    const std::string_view initials = agency ? line.substr(agency->end) : line;
    std::size_t strokes = 0;
    std::size_t in_word = 0;
    std::size_t words = 0;
    for (const char byte : initials) {
        const bool letter = (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
        if (!letter && byte != ' ' && byte != '/' && byte != '\\') {
            return false;
        }
        strokes += byte == '/' ? 1U : 0U;
        words += letter && in_word == 0 ? 1U : 0U;
        in_word = letter ? in_word + 1 : 0;
        if (in_word > 5) {
            return false;
        }
    }
    return words > 0 && (agency ? words <= 8 : strokes == 1 && words == 2 && line.find(' ') == std::string_view::npos && line.size() <= 9);
}

}  // namespace galley::text
