#pragma once

#include "converters/text/asked_datelines.h"
#include "converters/text/head_line.h"
#include "converters/text/story_text.h"

namespace galley::text {

/// Lines of authors and dates inside a wrapped chunk above the text become chunks of their own.
void split_head_chunks(StoryText& story, const HeadLineParser& head_lines, AskedDatelines& datelines);

}  // namespace galley::text
