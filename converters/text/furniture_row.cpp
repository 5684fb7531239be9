#include "converters/text/furniture_row.h"

#include "converters/text/fold.h"
#include "galley/furniture.h"
#include "galley/utf8.h"

#include <algorithm>
#include <cstddef>

namespace galley::text {

bool is_row_of_buttons(std::string_view line, const Lexicon& lexicon, std::uint8_t language) {
    constexpr std::size_t longest = 80;
    if (line.size() > longest) {
        return false;
    }
    std::size_t buttons = 0;
    bool acts = false;  // sharing, printing, reading aloud
    for (std::size_t at = 0; at < line.size();) {
        const auto button = lexicon.longest(line, at, PhraseKind::furniture, language);
        if (!button || (button->end < line.size() && !is_space(utf8::at(line, button->end).code))) {
            return false;
        }
        const bool share = button->phrase->value == static_cast<std::int16_t>(FurnitureKind::share_count);
        if (button->phrase->open && !share) {
            return false;
        }
        acts = acts || share || button->phrase->value == static_cast<std::int16_t>(FurnitureKind::reading_time);
        ++buttons;
        at = button->end;
        if (button->phrase->open && at < line.size()) {
            at = std::min(line.find(' ', at + 1), line.size());  // "Share on Facebook": where to is one word
        }
        while (at < line.size() && is_space(utf8::at(line, at).code)) {
            at += utf8::at(line, at).size;
        }
    }
    return acts && buttons >= 2;
}

}  // namespace galley::text
