#pragma once

#include "cli/console.h"
#include "cli/source_text.h"
#include "galley/found_values.h"

#include <string>
#include <vector>

namespace galley::cli {

/// The look of a kind of value, in the drawing and in the table.
[[nodiscard]] Style style_of(const FoundValue& value);

/// The source with line numbers; what was found stands in the margin of the line where it begins and is coloured in the
/// text.
[[nodiscard]] std::string draw_story(const SourceText& source, const std::vector<FoundValue>& values,
                                     const Blocks& body, const Console& console);

/// The body of a story that has no running text behind it, a paragraph a block.
[[nodiscard]] std::string draw_body(const Blocks& body, const Console& console);

}  // namespace galley::cli
