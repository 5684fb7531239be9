#pragma once

#include "converters/text/story_text.h"

namespace galley::text {

/// Settles which chunks near the top are headline, kicker, deck, author's lines and their labels. Everything after them
/// is body.
void settle_head(StoryText& story);

}  // namespace galley::text
