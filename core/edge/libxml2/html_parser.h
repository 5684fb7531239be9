#pragma once

#include "core/edge/libxml2/xml_tree.h"
#include "galley/export.h"
#include "galley/limits.h"
#include "galley/result.h"

#include <string_view>

namespace GALLEY_API galley {

/// Parses `text`, HTML as people write it and in UTF-8, into `tree`: elements in XHTML's namespace, their attributes
/// and text, below a `div` that is returned. What is not closed, or not declared, is mended as browsers of HTML 4 do;
/// nothing is fetched.
///
/// Fails with `limit.depth`, `limit.elements` and `limit.attributes`, where going on could take long.
[[nodiscard]] Result<XmlNode*> parse_html(std::string_view text, XmlTree& tree, const Limits& limits);

}  // namespace galley
