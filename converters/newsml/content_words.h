#pragma once

#include "core/edge/libxml2/xml_tree.h"

#include <cstddef>
#include <string_view>

namespace galley::newsml {

struct WordCounts {
    std::size_t words = 0;   ///< separated by white space and by the ends of blocks, as `galley/plain_text.h` counts
    std::size_t spoken = 0;  ///< without those that are only punctuation, a lone dash
};

/// Of what is in `root`; a picture's credit is not counted.
[[nodiscard]] WordCounts count_words_in(const XmlNode& root);

/// Of a story's own text: NITF's body.content, XHTML's body, all of anything else.
[[nodiscard]] WordCounts count_content_words(const XmlNode& root);

/// Of plain text.
[[nodiscard]] WordCounts count_text_words(std::string_view text);

}  // namespace galley::newsml
