#pragma once

#include "converters/text/story_text.h"

namespace galley::text {

/// "Ferry with 84 aboard runs aground" and right below it "off the coast of the island": whether `below` begins small,
/// says a few words and has a blank line behind it, so that the headline `above` goes on in it.
[[nodiscard]] bool is_second_headline_line(const StoryText& story, const StoryChunk& above, const StoryChunk& below);

}  // namespace galley::text
