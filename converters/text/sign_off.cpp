#include "converters/text/sign_off.h"

#include <algorithm>

namespace galley::text {
namespace {

bool is_small_or_figure(char byte) { return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9'); }

/// Short words in small letters, set apart by spaces and strokes: "wsz jln npr", "so yyon z2 a3 vni/dmo".
bool are_initials(std::string_view text, std::size_t fewest, std::size_t most) {
    constexpr std::size_t longest = 5;
    std::size_t in_word = 0;
    std::size_t words = 0;
    for (const char byte : text) {
        if (!is_small_or_figure(byte) && byte != ' ' && byte != '/' && byte != '\\') {
            return false;
        }
        words += is_small_or_figure(byte) && in_word == 0 ? 1U : 0U;
        in_word = is_small_or_figure(byte) ? in_word + 1 : 0;
        if (in_word > longest) {
            return false;
        }
    }
    return words >= fewest && words <= most;
}

/// "gr/bp", "cd/lp/abc", "abc/ def/"; "ABC // DEF", "ABC (DEF) // GHI" with a double stroke. Nothing but strokes and brackets stands between.
bool are_initials_between_strokes(std::string_view line) {
    constexpr std::size_t longest = 4;
    const bool capitals = line.find(" // ") != std::string_view::npos;
    std::size_t in_word = 0;
    std::size_t words = 0;
    char before = '/';
    for (const char byte : line) {
        const bool letter = capitals ? byte >= 'A' && byte <= 'Z' : byte >= 'a' && byte <= 'z';
        const bool bracket = capitals && (byte == '(' || byte == ')');
        if (!letter && !bracket && byte != '/' && byte != ' ') {
            return false;
        }
        if (letter && in_word == 0 && before != '/') {
            return false;           // two words without a stroke between them
        }
        words += letter && in_word == 0 ? 1U : 0U;
        in_word = letter ? in_word + 1 : 0;
        before = byte == ' ' ? before : bracket ? '/' : byte;
        if (in_word > longest) {
            return false;
        }
    }
    return words >= 2 && words <= 4;
}

}  // namespace

bool is_sign_off(std::string_view line, const Lexicon& lexicon, std::uint8_t language) {
    constexpr std::size_t longest_sign_off = 40;
    if (line.starts_with('(') && line.ends_with(')')) {
        line = line.substr(1, line.size() - 2);
    }
    if (line.size() < 3 || line.size() > longest_sign_off) {
        return false;
    }
    const auto agency = lexicon.longest(line, 0, PhraseKind::agency, language);
    return agency ? are_initials(line.substr(agency->end), 1, 8) : line.find('/') != std::string_view::npos && are_initials_between_strokes(line);
}

}  // namespace galley::text
