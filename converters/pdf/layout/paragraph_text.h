#pragma once

#include "converters/pdf/layout/text_style.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace galley::pdf {

/// A stretch of one style, language, structure element and link, up to byte `end` of its paragraph.
struct StyledRange {
    std::uint32_t end = 0;
    std::int32_t element = -1;
    std::int32_t link = -1;  ///< index of the link's target
    TextStyle style;
    std::string_view language;  ///< BCP 47
};

/// A paragraph before it is broken into lines: white space is one space or, at a line end the author meant, " \n".
struct ParagraphText {
    std::string_view text;                    ///< stays valid as long as the placed document
    std::vector<StyledRange> ranges;          ///< cover the text
    std::vector<std::uint32_t> soft_hyphens;  ///< bytes where the author allows a hyphen; the characters are taken out
    bool right_to_left = false;
    bool hyphenate = false;
    bool keep_phrases = false;  ///< lines end by sense, where they can: headlines
};

}  // namespace galley::pdf
