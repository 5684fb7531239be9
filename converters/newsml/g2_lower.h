#pragma once

#include "core/edge/libxml2/xml_tree.h"
#include "galley/context.h"

#include <string_view>

namespace galley::newsml {

/// Takes out of `item` what NewsML-G2 2.`minor` does not have yet, and says of each kind of property once that it was
/// left out (`newsml.lowered`). `source` names the story in messages.
void lower_to_version(XmlNode& item, unsigned minor, std::string_view source, Context& context);

}  // namespace galley::newsml
