#pragma once

#include "converters/text/story_text.h"

#include <cstddef>
#include <optional>

namespace galley::text {

/// The first chunk that may still be text; the number of chunks when there is none.
[[nodiscard]] std::size_t first_text(const StoryText& story);

/// Finds the headline, marks it and the kicker, keywords and notes above it; returns the index of the chunk after it.
/// Nothing when the story has none, or none is looked for.
[[nodiscard]] std::optional<std::size_t> settle_headline(StoryText& story);

}  // namespace galley::text
