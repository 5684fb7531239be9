#pragma once

#include "converters/newsml/newsml_options.h"
#include "core/edge/libxml2/xml_tree.h"
#include "galley/context.h"
#include "galley/document.h"
#include "galley/result.h"

namespace galley::newsml {

/// Sees to what the standard demands of `item`, which `document` was read from, and is not in it: guid, item class,
/// provider, the date of its version. `made` has those the run could give; with `NewsmlOptions::repair` they are taken,
/// and `newsml.repaired` tells of each. Fails with `newsml.missing-value` without it, for nothing is made up, and for a
/// provider that nobody named.
[[nodiscard]] Result<> complete_item(XmlTree& tree, XmlNode& item, XmlNode& made, const Document& document,
                                     const NewsmlOptions& options, Context& context);

}  // namespace galley::newsml
