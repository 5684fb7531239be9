#pragma once

#include "converters/text/story_text.h"

namespace galley::text {

/// "Listen to the residents, mayor says": the first line of all begins as furniture does, most of it says something
/// else, and below it stands no headline, but a sentence. Makes such a line text again.
void take_back_first_line(StoryText& story);

}  // namespace galley::text
