#pragma once

#include "converters/newsml/child_order.h"

#include <span>
#include <string_view>
#include <vector>

namespace galley::newsml {

/// What the schema allows in an element, in its order (NewsML-G2 2.35). Empty for elements whose content is not tabled.
[[nodiscard]] std::span<const AllowedChild> children_of(std::string_view element);

/// Puts `children` below `parent` in the schema's order. Comments and instructions stay behind what they followed, elements
/// of other namespaces go to the end.
void set_children_in_order(XmlNode& parent, const std::vector<XmlNode*>& children);

}  // namespace galley::newsml
