#pragma once

#include "converters/text/story_text.h"

namespace galley::text {

/// "More on this", "Town to rebuild its wall", "By Ann Lee": behind the story's own author and what a page has for its
/// links, an author right below a line that is no sentence is that of another story, and becomes navigation.
void drop_authors_of_links(StoryText& story);

}  // namespace galley::text
