#pragma once

#include "core/edge/libxml2/xml_tree.h"
#include "galley/context.h"
#include "galley/document.h"
#include "galley/result.h"

namespace galley::newsml {

/// The `html` element (XHTML, WHATWG's XML syntax) of `document`, which must outlive the tree's use. Fails like
/// `make_nitf`.
[[nodiscard]] Result<XmlNode*> make_xhtml(XmlTree& tree, const Document& document, Context& context);

}  // namespace galley::newsml
