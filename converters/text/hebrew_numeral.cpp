#include "converters/text/hebrew_numeral.h"

#include "galley/utf8.h"

#include <array>

namespace galley::text {
namespace {

constexpr char32_t alef = 0x05D0;
constexpr char32_t tav = 0x05EA;
constexpr std::size_t most_letters = 5;

/// Of the letters from alef to tav; forms at a word's end count as the others.
constexpr std::array<std::int32_t, tav - alef + 1> values{1,  2,  3,  4,  5,  6,  7,  8,  9,  10,  20,  20,  30, 40,
                                                          40, 50, 50, 60, 70, 80, 80, 90, 90, 100, 200, 300, 400};

constexpr bool is_hebrew_letter(char32_t code) { return code >= alef && code <= tav; }

/// Geresh or gershayim, or what is typed for them.
constexpr bool is_mark(char32_t code) {
    return code == 0x05F3 || code == 0x05F4 || code == '\'' || code == '"' || code == 0x2019 || code == 0x201D;
}

}  // namespace

bool begins_marked_letters(std::string_view line, std::size_t at) {
    for (std::size_t letters = 0; at < line.size() && letters <= most_letters; ++letters) {
        const utf8::Character character = utf8::at(line, at);
        if (!is_hebrew_letter(character.code)) {
            return letters > 0 && is_mark(character.code);
        }
        at += character.size;
    }
    return false;
}

std::optional<std::int32_t> take_hebrew_numeral(Scanner& scanner) {
    const std::string_view line = scanner.line();
    std::size_t at = scanner.at();
    std::int32_t value = 0;
    std::size_t letters = 0;
    bool marked = false;
    for (; at < line.size() && letters <= most_letters; at += utf8::at(line, at).size) {
        const char32_t code = utf8::at(line, at).code;
        if (is_hebrew_letter(code)) {
            value += values[code - alef];
            ++letters;
        } else if (is_mark(code) && letters > 0) {
            const std::size_t next = at + utf8::at(line, at).size;
            const bool thousands = letters == 1 && !marked && code != '"' && code != 0x05F4 && next < line.size() &&
                                   is_hebrew_letter(utf8::at(line, next).code);
            value *= thousands ? 1000 : 1;
            marked = true;
        } else {
            break;
        }
    }
    if (!marked) {
        return std::nullopt;
    }
    scanner.move_to(at);
    return value;
}

}  // namespace galley::text
