#pragma once

#include "converters/text/story_text.h"

namespace galley::text {

/// "Ann Lee", "Politics Editor", "Harbour Wire March 2, 2026" on lines of their own: the name on the date's line is
/// that of the agency or paper the author above it works for, and becomes an affiliation. Only near the top, and where
/// a title or an agency proves it.
void settle_paper_below_author(StoryText& story);

/// "by Harbour Times March 2, 2026", a deck, "Ann Lee/Tom Ray": the page files the story under the paper's own name,
/// and names who wrote it on a line of its own, set apart right above the text.
void settle_paper_above_author(StoryText& story);

}  // namespace galley::text
