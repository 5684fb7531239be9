#pragma once

#include "converters/text/page_shapes.h"
#include "converters/text/story_text.h"

#include <cstddef>

namespace galley::text {

/// Makes crossheads of the short lines between the paragraphs from chunk `begin` on. Where nothing else proves `story`
/// to be a web page, of those only that are plain: alone between blank lines, and beginning with a capital.
void find_crossheads(StoryText& story, const PageShapes& shapes, std::size_t begin, bool web_page);

}  // namespace galley::text
