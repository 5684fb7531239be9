#pragma once

#include "converters/text/story_text.h"

#include <cstddef>

namespace galley::text {

/// Whether chunk `index` says what the authors above it are or where they work: "Corresponsal en Atenas", "Harbour
/// Times Staff Writer", "Associated Press", "The Saltmere Courier". False behind the last chunk.
[[nodiscard]] bool is_author_title(const StoryText& story, std::size_t index);

/// Makes the chunk below the authors of chunk `index` their affiliation, or the title of the last of them.
void take_author_title(StoryText& story, std::size_t index);

}  // namespace galley::text
