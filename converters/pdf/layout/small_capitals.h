#pragma once

#include "converters/pdf/font/font_set.h"
#include "converters/pdf/layout/paragraph_text.h"

namespace galley::pdf {

/// Where small capitals are asked for and the face has none, sets capitals at the height that small ones would have:
/// about that of the small letters. What is read from the page stays as it was written. Text whose letters know no
/// capitals, or whose capitals the face lacks, is left as it is.
void set_small_capitals(ParagraphText& paragraph, const FontSet& fonts);

}  // namespace galley::pdf
