#pragma once

#include "converters/text/story_text.h"

namespace galley::text {

/// Takes what web pages set between and beside paragraphs out of the text of `story`: menus, lists of other stories,
/// captions. REQUIRES: `settle_head` has run.
void settle_web_page(StoryText& story);

}  // namespace galley::text
