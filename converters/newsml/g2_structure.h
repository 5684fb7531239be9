#pragma once

#include "core/edge/libxml2/xml_tree.h"

#include <vector>

namespace galley::newsml {

/// Puts `children` below `parent` in the schema's order, elements of other namespaces where it has a place for them.
/// Comments and instructions stay behind what they followed.
void set_children_in_order(XmlNode& parent, const std::vector<XmlNode*>& children);

}  // namespace galley::newsml
