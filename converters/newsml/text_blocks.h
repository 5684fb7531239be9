#pragma once

#include "galley/block.h"
#include "galley/limits.h"
#include "galley/resource.h"

#include <optional>
#include <string_view>

namespace galley::newsml {

/// The paragraphs of plain text: a blank line ends one; where there is none, each line is one.
[[nodiscard]] Blocks read_plain_text(std::string_view text);

/// The blocks of HTML that stands in an item as text; none when it exceeds a limit.
[[nodiscard]] std::optional<Blocks> read_html_text(std::string_view text, const Limits& limits, Resources& resources);

}  // namespace galley::newsml
