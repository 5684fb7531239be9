#pragma once

#include "core/edge/libxml2/xml_tree.h"

#include <cstddef>

namespace galley::newsml {

/// Takes out of a newsItem, packageItem or nitf what breaks the schema, as little as possible: attributes and elements
/// that have no place or no sound value, a rendition of the text with a fault in it. What only stands in the wrong
/// place is moved, a date whose form alone is wrong is written in the right one. What is missing stays missing in the
/// element itself, in itemMeta and body.
///
/// Returns how many faults were mended. The tree must be the caller's to change.
std::size_t mend_item(XmlTree& tree, XmlNode& item);

}  // namespace galley::newsml
