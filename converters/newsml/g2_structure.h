#pragma once

#include "core/edge/libxml2/xml_tree.h"

#include <vector>

namespace galley::newsml {

/// Puts `children` below `parent` in the schema's order. Comments and instructions stay behind what they followed, elements
/// of other namespaces go to the end.
void set_children_in_order(XmlNode& parent, const std::vector<XmlNode*>& children);

}  // namespace galley::newsml
