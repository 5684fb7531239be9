#pragma once

#include "core/edge/libxml2/xml_tree.h"
#include "galley/document.h"

namespace galley::newsml {

/// What the model holds of a NewsItem of NewsML 1.x, whichever of its components says it; the first one wins. Its text
/// is that of the content item with the most words: the others are the same text for other uses, captions and style
/// sheets.
[[nodiscard]] Document read_newsml1_item(const XmlNode& item);

}  // namespace galley::newsml
