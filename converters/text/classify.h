#pragma once

#include "converters/text/story_text.h"

namespace galley::text {

/// Gives every chunk of `story` the role that its own words speak for. Near the top all of them are looked at closely, further
/// down only short ones. Splits lines of authors and dates off wrapped chunks there.
void classify(StoryText& story, const HeadLineParser& head_lines, const DatelineParser& datelines);

/// True when `text` ends as a sentence does.
[[nodiscard]] bool ends_sentence(std::string_view text);

/// True when `text` has letters and all of them are capitals.
[[nodiscard]] bool is_all_capitals(std::string_view text);

}  // namespace galley::text
