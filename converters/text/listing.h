#pragma once

#include "converters/text/page_shapes.h"
#include "converters/text/story_text.h"

#include <cstddef>

namespace galley::text {

/// Marks as listed what is text by its one shape, though nothing introduces it: four lines or more side by side that
/// all begin with a day
/// ("June 9 – West Palm Beach") or all have a name and a colon ("England (Group A): 10th appearance"), and lines
/// numbered one after the other ("1) …", "2) …", "3) …") unless a page's label stands above them: pages number what is
/// most read.
void keep_listings(const StoryText& story, PageShapes& page, std::size_t from);

}  // namespace galley::text
