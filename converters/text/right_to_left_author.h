#pragma once

#include "converters/text/author_place.h"
#include "converters/text/story_text.h"

#include <cstddef>

namespace galley::text {

/// A letter of Hebrew, Arabic and their neighbours.
[[nodiscard]] constexpr bool is_right_to_left_letter(char32_t code) {
    return (code >= 0x0590 && code <= 0x08FF) || (code >= 0xFB1D && code <= 0xFDFF);
}

/// In scripts without capitals the line between headline and text is the author's, when it is short and no sentence.
/// Makes chunk `index` one where it is such a line, and says whether it did.
bool settle_right_to_left_author(StoryText& story, std::size_t index, const AuthorPlace& place);

}  // namespace galley::text
