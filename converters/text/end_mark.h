#pragma once

#include "converters/text/story_text.h"

#include <cstddef>

namespace galley::text {

/// An end mark, a sign-off or what was cut off it on the last line of a wrapped paragraph becomes a chunk of its own.
void split_end_mark(StoryText& story);

/// True for a line, not the first, that was cut off the one before it (`cut_glued_tail`).
[[nodiscard]] bool is_cut_off(const StoryText& story, std::size_t line);

}  // namespace galley::text
