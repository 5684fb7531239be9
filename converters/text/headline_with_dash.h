#pragma once

#include "converters/text/story_text.h"

#include <cstddef>

namespace galley::text {

/// "London - Paris trains stopped": whether the chunk, which begins as a dateline does that names neither a day nor an
/// agency, is rather the story's headline: the first line of all, short and no sentence, with sentences below it.
[[nodiscard]] bool is_headline_with_dash(const StoryText& story, std::size_t index);

}  // namespace galley::text
