#pragma once

#include "core/edge/libxml2/xml_tree.h"
#include "galley/document.h"

namespace galley::newsml {

/// Gives `item`, which was kept, the text of `made`, another item or null: renditions that are no text stay where
/// `document` still refers to them.
void renew_content(XmlTree& tree, XmlNode& item, const XmlNode* made, const Document& document);

}  // namespace galley::newsml
