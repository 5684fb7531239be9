#pragma once

#include "converters/newsml/newsml_options.h"
#include "core/edge/libxml2/xml_tree.h"

#include <vector>

namespace galley::newsml {

/// Declares in an inline catalog of `item` those of `schemes` whose alias a QCode of it has and no catalog of it
/// declares (Guide, 14.3: the aliases are the item's own).
void declare_own_schemes(XmlTree& tree, XmlNode& item, const std::vector<OwnScheme>& schemes);

}  // namespace galley::newsml
