#pragma once

#include "core/edge/libxml2/xml_tree.h"
#include "galley/diagnostic.h"
#include "galley/document.h"
#include "galley/limits.h"

namespace galley::newsml {

/// What the model holds of a NewsItem of NewsML 1.x, whichever of its components says it; the first one wins. Texts and
/// media of its components make one story (newsml1_story.h), `diagnostics` get what is left out.
[[nodiscard]] Document read_newsml1_item(const XmlNode& item, const Limits& limits, Diagnostics& diagnostics);

}  // namespace galley::newsml
