#pragma once

#include "converters/text/story_text.h"

namespace galley::text {

/// Settles the end of the story: nothing after an end mark is text, and an end mark in the middle is none.
void settle_tail(StoryText& story);

}  // namespace galley::text
