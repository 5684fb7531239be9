#pragma once

#include "core/edge/libxml2/xml_tree.h"
#include "galley/context.h"
#include "galley/document.h"
#include "galley/result.h"

namespace galley::newsml {

/// Where a NITF text stands: inside an item that has the identifiers, rights and notes, or alone with its own.
enum class NitfUse : bool { inside, alone };

/// The `nitf` element (NITF 3.6) of `document`, which must outlive the tree's use. Fails with `limit.depth` when blocks
/// nest deeper than the context's limits allow.
[[nodiscard]] Result<XmlNode*> make_nitf(XmlTree& tree, const Document& document, Context& context,
                                         NitfUse use = NitfUse::inside);

}  // namespace galley::newsml
