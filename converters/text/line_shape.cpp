#include "converters/text/line_shape.h"

#include "converters/text/fold.h"
#include "converters/text/line.h"
#include "galley/utf8.h"

#include <algorithm>

namespace galley::text {

bool is_address(std::string_view line) {
    if (line.contains(' ') || line.contains("\u00A0") || line.starts_with('(')) {
        return false;
    }
    const std::size_t at = line.find('@');
    return line.starts_with("http://") || line.starts_with("https://") || line.starts_with("www.") ||
           (at != std::string_view::npos && at > 0 && line.find('.', at) != std::string_view::npos);
}

bool is_handle(std::string_view line) {
    constexpr std::size_t longest = 31;
    return line.size() > 2 && line.size() <= longest && line.front() == '@' && line.find(' ') == std::string_view::npos;
}

bool is_desk_contact(std::string_view line) { return line.starts_with("((") && line.ends_with("))"); }

bool is_list_point(std::string_view line) {
    for (const std::string_view mark :
         {"* ", "- ", "\u2022 ", "\u2013 ", "\u25CF ", "\u25AA ", "\u25A0 ", "\u00B7 ", "\u30FB"}) {
        if (line.starts_with(mark)) {
            return true;
        }
    }
    return false;
}

bool is_break(std::string_view line) {
    if (line.size() > 200) {
        return false;
    }
    std::size_t marks = 0;
    for (const char byte : line) {
        if (byte != '_' && byte != '*' && byte != '-' && byte != '=' && byte != ' ' && byte != '~') {
            return false;
        }
        marks += byte != ' ' ? 1 : 0;
    }
    return marks >= 3;
}

bool has_letter(std::string_view line) {
    return std::ranges::any_of(
        line, [](char byte) { return static_cast<unsigned char>(byte) >= 0x80 || (byte >= 'a' && byte <= 'z'); });
}

bool has_figure(std::string_view line) {
    unsigned char found = 0;  // every byte without a branch, many at a time
    for (const char byte : line) {
        found |= static_cast<unsigned char>((byte >= '0') & (byte <= '9'));
    }
    return found != 0;
}

bool has_any_letter(std::string_view line) {
    for (std::size_t at = 0; at < line.size(); at += utf8::at(line, at).size) {
        if (is_letter(utf8::at(line, at).code)) {
            return true;
        }
    }
    return false;
}

std::size_t find_letter_or_digit(std::string_view line, std::size_t at) {
    while (at < line.size()) {
        const utf8::Character character = utf8::at(line, at);
        if (is_letter(character.code) || digit_value(character.code) >= 0) {
            break;
        }
        at += character.size;
    }
    return at;
}

bool has_letter_or_digit(std::string_view line) { return find_letter_or_digit(line) < line.size(); }

std::string_view without_anpa_marks(std::string_view line) {
    if (line.starts_with('^')) {
        line.remove_prefix(1);
        if (line.ends_with('<') || line.ends_with('=')) {
            line.remove_suffix(1);
        }
    }
    return line;
}

std::string_view without_pictograph(std::string_view line) {
    constexpr char32_t first_pictograph =
        0x2190;  // arrows, signs; letters and marks of all modern scripts stand below or between
    const std::size_t space = line.size() > 3 && static_cast<unsigned char>(line.front()) >= 0xE2
                                  ? line.substr(0, 16).find(' ')
                                  : std::string_view::npos;
    for (std::size_t at = 0; space != std::string_view::npos && at < space; at += utf8::at(line, at).size) {
        const char32_t code = utf8::at(line, at).code;
        if (code < 0x200D || (code > 0x200D && code < first_pictograph) || is_letter(code) || digit_value(code) >= 0) {
            return line;
        }
    }
    return space == std::string_view::npos ? line : line.substr(space + 1);
}

bool is_clock(std::string_view line) {
    constexpr std::size_t longest = 8;
    const std::size_t colon = line.find(':');
    return line.size() <= longest && (colon == 1 || colon == 2) && line.size() >= colon + 3 &&
           (line.size() - colon) % 3 == 0 &&
           std::ranges::all_of(line, [](char byte) { return byte == ':' || (byte >= '0' && byte <= '9'); });
}

bool is_credit_with_sign(std::string_view line) {
    constexpr std::size_t longest = 60;
    return line.starts_with("©") && line.size() <= longest &&
           std::ranges::none_of(line, [](char byte) { return byte >= '0' && byte <= '9'; });
}

bool is_invisible(std::string_view line) {
    for (std::size_t at = 0; at < line.size();) {
        const utf8::Character character = utf8::at(line, at);
        if (fold(character.code) != 0 && !is_space(character.code)) {
            return false;
        }
        at += character.size;
    }
    return true;
}

bool ends_sentence(std::string_view text) {
    for (std::size_t end = text.size(); end > 0;) {
        const utf8::Character last = utf8::before(text, end);
        switch (last.code) {
            case '.':
            case '!':
            case '?':
            case 0x3002:
            case 0xFF01:
            case 0xFF1F:
            case 0x0964:
            case 0x061F:
            case 0x06D4:
            case 0xFF0E:
            case 0x0589:
            case 0x1362:
            case 0x17D4:
            case 0x104B:  // Armenian, Ethiopic, Khmer, Burmese
                return true;
            case '"':
            case '\'':
            case 0x201D:
            case 0x2019:
            case 0xBB:
            case ')':
            case 0x300D:
            case 0xAB:
            case 0x201C:
            case 0x203A:
            case 0x300F:
            case 0xFF09:
                end -= last.size;  // a closing mark after the stop
                break;
            default: return false;
        }
    }
    return false;
}

bool ends_paragraph(std::string_view text) {
    constexpr std::size_t longest_signature = 24;
    constexpr std::size_t longest_initials = 8;
    if (ends_sentence(text)) {
        return true;
    }
    const bool bracket = text.ends_with(')');
    const std::size_t space = bracket ? text.rfind(" (") : text.rfind(' ');
    if (space == std::string_view::npos || text.size() - space > (bracket ? longest_signature : longest_initials)) {
        return false;
    }
    return (bracket || is_all_capitals(text.substr(space + 1))) && ends_sentence(text.substr(0, space));
}

bool reads_as_prose(std::string_view text) {
    constexpr std::size_t prose_columns = 100;
    if (text.size() > 4 * prose_columns) {
        return true;
    }
    const std::size_t width = columns(text, prose_columns);
    const bool dense =
        is_ideograph(utf8::at(text, 0).code) || is_ideograph(utf8::at(text, utf8::at(text, 0).size % text.size()).code);
    return dense ? width >= 70 || (ends_sentence(text) && width >= 40)
                 : width >= prose_columns || (ends_paragraph(text) && width >= 60);
}

bool is_all_capitals(std::string_view text) {
    bool any = false;
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Character character = utf8::at(text, at);
        const bool upper = is_upper(character.code);
        if (!upper && is_letter(character.code)) {
            return false;
        }
        any = any || upper;
        at += character.size;
    }
    return any;
}

}  // namespace galley::text
