#pragma once

#include "converters/text/story_text.h"

#include <cstddef>

namespace galley::text {

/// Whether `chunk` is furniture of a kind that web pages have.
[[nodiscard]] bool is_of_the_web(const StoryChunk& chunk);

/// The same, the names of sections aside: those are words of the text as well.
[[nodiscard]] bool is_label_of_the_web(const StoryChunk& chunk);

/// In copy that is no web page, what looks like a page's furniture between the paragraphs is text, a plain credit
/// aside; at the text's begin and end it stays furniture. `first` is the headline or the first text; `dated` says that
/// the copy has a date as pages have it.
void keep_lone_furniture(StoryText& story, std::size_t first, bool dated);

}  // namespace galley::text
