#include "converters/text/dateline_text.h"

#include "converters/text/fold.h"
#include "converters/text/line_shape.h"
#include "galley/utf8.h"

#include <cstddef>

namespace galley::text {

bool goes_on_as_text(std::string_view text) {
    std::size_t capitals = 0;
    std::size_t small = 0;
    for (std::size_t at = 0; at < text.size() && at < 60;) {
        const utf8::Character character = utf8::at(text, at);
        at += character.size;
        small += is_lower(character.code) ? 1U : 0U;
        capitals += is_upper(character.code) ? 1U : 0U;
    }
    return small > capitals || small + capitals == 0;
}

bool goes_on_in_small_letters(std::string_view text) {
    const std::size_t at = find_letter_or_digit(text);
    // "iPhone", "’s morgens": a capital follows at once, or a mark stands before the letter.
    const std::size_t next = at < text.size() ? at + utf8::at(text, at).size : at;
    return at < text.size() && is_lower(utf8::at(text, at).code) && next < text.size() &&
           !is_upper(utf8::at(text, next).code) && (at == 0 || text[at - 1] == ' ');
}

bool is_paragraph(std::string_view rest) {
    constexpr std::size_t shortest_text = 60;
    return rest.starts_with(' ') && rest.size() >= shortest_text && goes_on_as_text(rest) &&
           !goes_on_in_small_letters(rest);
}

bool has_small_letter(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); at += utf8::at(text, at).size) {
        if (is_lower(utf8::at(text, at).code)) {
            return true;
        }
    }
    return false;
}

}  // namespace galley::text
