#include "converters/text/furniture_row.h"

#include "converters/text/fold.h"
#include "galley/furniture.h"
#include "galley/utf8.h"

#include <cstddef>

namespace galley::text {

bool is_row_of_buttons(std::string_view line, const Lexicon& lexicon, std::uint8_t language) {
    constexpr std::size_t longest = 80;
    if (line.size() > longest) {
        return false;
    }
    std::size_t buttons = 0;
    for (std::size_t at = 0; at < line.size();) {
        const auto button = lexicon.longest(line, at, PhraseKind::furniture, language);
        if (!button || button->phrase->open || button->phrase->value != static_cast<std::int16_t>(FurnitureKind::share_count) ||
            (button->end < line.size() && !is_space(utf8::at(line, button->end).code))) {
            return false;
        }
        ++buttons;
        at = button->end;
        while (at < line.size() && is_space(utf8::at(line, at).code)) {
            at += utf8::at(line, at).size;
        }
    }
    return buttons >= 2;
}

}  // namespace galley::text
