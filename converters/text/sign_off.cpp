#include "converters/text/sign_off.h"

#include "converters/text/fold.h"
#include "converters/text/person_name.h"
#include "converters/text/plain_spaces.h"
#include "galley/utf8.h"

#include <algorithm>

namespace galley::text {
namespace {

bool is_small(char byte) { return byte >= 'a' && byte <= 'z'; }
bool is_capital(char byte) { return byte >= 'A' && byte <= 'Z'; }
bool is_small_or_figure(char byte) { return is_small(byte) || (byte >= '0' && byte <= '9'); }

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

/// "gr/bp", "iv-ani/lpt/bds", "abc/ def/"; "ABC // DEF", "ABC (DEF) // GHI" with a double stroke. Nothing but strokes
/// and brackets stands between.
bool are_initials_between_strokes(std::string_view line) {
    constexpr std::size_t longest = 4;
    const bool capitals = line.find(" // ") != std::string_view::npos;
    std::size_t in_word = 0;
    std::size_t words = 0;
    char before = '/';
    for (const char byte : line) {
        const bool letter = capitals ? is_capital(byte) : is_small(byte);
        const bool bracket = (capitals && (byte == '(' || byte == ')')) || (!capitals && byte == '-' && in_word > 1);
        if (!letter && !bracket && byte != '/' && byte != ' ') {
            return false;
        }
        if (letter && in_word == 0 && before != '/') {
            return false;  // two words without a stroke between them
        }
        words += letter && in_word == 0 ? 1U : 0U;
        in_word = letter ? in_word + 1 : 0;
        before = byte == ' ' ? before : bracket ? '/' : byte;
        if (in_word > longest) {
            return false;
        }
    }
    return words >= 2 && words <= 5;
}

/// How many words `text` has, when each is two to `longest` letters of one kind; 0 when one is not.
std::size_t count_initials(std::string_view text, bool (*is_kind)(char), std::size_t longest) {
    std::size_t words = 0;
    for (std::size_t begin = text.find_first_not_of(' '); begin < text.size(); ++words) {
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        if (end - begin < 2 || end - begin > longest ||
            !std::ranges::all_of(text.substr(begin, end - begin), is_kind)) {
            return 0;
        }
        begin = text.find_first_not_of(' ', end);
    }
    return words;
}

/// " TGB ROH": one to three words of capitals, as Indian agencies set them behind their name.
bool are_capital_initials(std::string_view text) {
    const std::size_t words = text.starts_with(' ') ? count_initials(text, is_capital, 4) : 0;
    return words >= 1 && words <= 3;
}

/// " अमित नरेश": one to four short words of an Indic script, as the same agencies set them in their other languages.
bool are_indic_names(std::string_view text) {
    constexpr std::size_t longest_word = 24;  // bytes
    constexpr std::size_t most_words = 4;
    constexpr char32_t first = 0x0900;  // Devanagari to Malayalam
    constexpr char32_t last = 0x0D7F;
    constexpr char32_t danda = 0x0964;  // a full stop
    std::size_t words = 0;
    for (std::size_t at = 0; at < text.size(); ++words) {
        if (text[at] != ' ') {
            return false;
        }
        const std::size_t begin = std::min(text.find_first_not_of(' ', at), text.size());
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        if (begin == end || end - begin > longest_word) {
            return false;
        }
        for (at = begin; at < end; at += utf8::at(text, at).size) {
            const char32_t code = utf8::at(text, at).code;
            if (code < first || code > last || code == danda) {
                return false;
            }
        }
    }
    return words >= 1 && words <= most_words;
}

/// "jno kar": nothing but two or three words of initials.
bool are_bare_initials(std::string_view line) {
    const std::size_t words = count_initials(line, is_small, 3);
    return (words == 2 || words == 3) && line.find("  ") == std::string_view::npos;
}

/// "ع ب د / م ح": single letters of a script without capitals, and a stroke between them.
bool are_letters_between_strokes(std::string_view line) {
    bool letter_before = false;
    bool any = false;
    bool stroke = false;
    for (std::size_t at = 0; at < line.size();) {
        const utf8::Character character = utf8::at(line, at);
        const bool letter = character.code >= 0x80 && is_letter(character.code) && !is_upper(character.code) &&
                            !is_lower(character.code);
        if ((!letter && character.code != ' ' && character.code != '/') || (letter && letter_before)) {
            return false;
        }
        letter_before = letter;
        any = any || letter;
        stroke = stroke || character.code == '/';
        at += character.size;
    }
    return any && stroke;
}

/// "dpa", "AFP, Reuters", "dpa/AFP", "وكالات": agencies, and nothing else.
bool are_agencies(std::string_view text, const Lexicon& lexicon, std::uint8_t language) {
    constexpr std::size_t most = 4;
    for (std::size_t count = 0; count < most && !text.empty(); ++count) {
        const std::size_t mark = text.find_first_of("/,+");
        const std::string_view name = utf8::trim(text.substr(0, mark));
        if (name.empty() || !lexicon.whole(name, {PhraseKind::agency, PhraseKind::agencies_word}, language)) {
            return false;
        }
        text = mark == std::string_view::npos ? std::string_view{} : text.substr(mark + 1);
    }
    return text.empty();
}

/// "spravodajkyňa TASR Jana Horváthová": a word of it is an agency.
bool names_agency(std::string_view text, const Lexicon& lexicon, std::uint8_t language) {
    for (std::size_t at = 0; at != std::string_view::npos && at < text.size();
         at = text.find_first_not_of(' ', text.find(' ', at))) {
        if (lexicon.longest(text, at, PhraseKind::agency, language)) {
            return true;
        }
    }
    return false;
}

/// "[Pavel Dvořák] ČTK mal": a reporter in square brackets, behind whom agency and initials stand.
bool is_reporter_and_initials(std::string_view line, const Lexicon& lexicon, std::uint8_t language) {
    const std::size_t close = line.starts_with('[') ? line.find("] ") : std::string_view::npos;
    const auto agency =
        close == std::string_view::npos ? std::nullopt : lexicon.longest(line, close + 2, PhraseKind::agency, language);
    return agency && is_person_name(line.substr(1, close - 1), lexicon, language) &&
           are_initials(line.substr(agency->end), 0, 8);
}

/// What follows an agency or an end mark in brackets at the head of `line`: "(Hina) xmar yduk", "(Schluss) abc/def";
/// empty without one.
std::string_view behind_bracket(std::string_view line, const Lexicon& lexicon, std::uint8_t language) {
    const std::size_t close = line.starts_with('(') ? line.find(") ") : std::string_view::npos;
    if (close == std::string_view::npos) {
        return {};
    }
    const std::string_view inside = line.substr(1, close - 1);
    const bool known = lexicon.whole(inside, {PhraseKind::agency, PhraseKind::end_mark}, language) ||
                       lexicon.whole(line.substr(0, close + 1), PhraseKind::end_mark, language) ||
                       names_agency(inside, lexicon, language);
    return known ? line.substr(close + 2) : std::string_view{};
}

}  // namespace

bool is_sign_off(std::string_view line, const Lexicon& lexicon, std::uint8_t language, bool is_last) {
    constexpr std::size_t longest_sign_off = 60;
    if (line.size() <= 2 * longest_sign_off && PlainSpaces::are_missing_in(line)) {
        return is_sign_off(PlainSpaces{line}.text(), lexicon, language, is_last);
    }
    if (is_last && are_bare_initials(line)) {
        return true;
    }
    const bool bracketed = line.starts_with('(') && line.ends_with(')');
    if (bracketed) {
        line = line.substr(1, line.size() - 2);
    }
    constexpr std::size_t longest_agencies = 60;
    if ((bracketed || is_last) && line.size() <= longest_agencies && are_agencies(line, lexicon, language)) {
        return true;
    }
    const bool beyond_ascii = !line.empty() && static_cast<unsigned char>(line.back()) >= 0x80;
    if (const auto agency = beyond_ascii ? lexicon.longest(line, 0, PhraseKind::agency, language) : std::nullopt;
        agency && are_indic_names(line.substr(agency->end))) {
        return true;
    }
    if (line.size() < 3 || line.size() > longest_sign_off) {
        return false;
    }
    if (const std::string_view rest = behind_bracket(line, lexicon, language); !rest.empty()) {
        return are_initials(rest, 1, 8);
    }
    if (are_letters_between_strokes(line) || is_reporter_and_initials(line, lexicon, language)) {
        return true;
    }
    const auto agency = lexicon.longest(line, 0, PhraseKind::agency, language);
    if (agency) {
        return are_initials(line.substr(agency->end), 1, 8) || are_capital_initials(line.substr(agency->end));
    }
    return line.find('/') != std::string_view::npos && are_initials_between_strokes(line);
}

}  // namespace galley::text
