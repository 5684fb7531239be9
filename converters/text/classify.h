#pragma once

#include "converters/text/story_text.h"

namespace galley::text {

/// Gives every chunk of `story` the role that its own words speak for. Near the top all of them are looked at closely,
/// further down only short ones. Splits lines of authors and dates off wrapped chunks there.
void classify(StoryText& story, const HeadLineParser& head_lines, const DatelineParser& datelines);

}  // namespace galley::text
