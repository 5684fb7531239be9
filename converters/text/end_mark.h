#pragma once

#include "converters/text/story_text.h"

#include <cstddef>
#include <string_view>

namespace galley::text {

/// An end mark, a sign-off or what was cut off it on the last line of a wrapped paragraph becomes a chunk of its own.
void split_end_mark(StoryText& story);

/// True for a line, not the first, that was cut off the one before it (`cut_glued_tail`).
[[nodiscard]] bool is_cut_off(const StoryText& story, std::size_t line);

/// "-ENDS-", "###": a mark that is more than a word ends a story wherever it stands; a press release goes on for long
/// behind it.
[[nodiscard]] bool is_marked_off(std::string_view line);

}  // namespace galley::text
