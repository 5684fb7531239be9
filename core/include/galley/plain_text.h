#pragma once

#include "galley/block.h"
#include "galley/document.h"
#include "galley/export.h"
#include "galley/inline.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace GALLEY_API galley {

/// The text of `content` without its marks; a line break becomes U+000A.
[[nodiscard]] std::string plain_text(const Inlines& content);
void append_plain_text(const Inlines& content, std::string& to);

/// The text of `block` without its marks: parts that stand on lines of their own (items, cells, quoted paragraphs) are
/// separated by U+000A. A figure gives its caption, a break nothing.
[[nodiscard]] std::string plain_text(const Block& block);
void append_plain_text(const Block& block, std::string& to);

/// Words separated by white space (Unicode White_Space), as word processors count: a lone dash is a word.
/// The seed article has 303.
[[nodiscard]] std::size_t count_words(std::string_view utf8);
[[nodiscard]] std::size_t count_words(const Blocks& blocks);

}  // namespace galley
