#pragma once

#include "converters/text/story_text.h"

#include <cstddef>

namespace galley::text {

/// True when the chunk at `index` is a kicker of the headline at `next`: a few words above it, in capitals, set off
/// with it from the text, or a page's topic. REQUIRES: `next` is a chunk behind `index`.
[[nodiscard]] bool is_kicker(const StoryText& story, std::size_t index, std::size_t next);

}  // namespace galley::text
