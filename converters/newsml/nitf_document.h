#pragma once

#include "core/edge/libxml2/xml_tree.h"
#include "galley/context.h"
#include "galley/document.h"
#include "galley/result.h"

namespace galley::newsml {

/// The `nitf` element (NITF 3.6) of `document`, which must outlive the tree's use. Fails with `limit.depth` when blocks nest
/// deeper than the context's limits allow.
[[nodiscard]] Result<XmlNode*> make_nitf(XmlTree& tree, const Document& document, Context& context);

}  // namespace galley::newsml
