#pragma once

#include "converters/newsml/newsml_options.h"
#include "core/edge/libxml2/xml_tree.h"
#include "galley/context.h"
#include "galley/document.h"
#include "galley/result.h"

namespace galley::newsml {

/// Sees to what the standard demands of an item and `kept`, which `document` was read from, does not have: guid, item class,
/// provider, the date of its version. `made` has those the run could give; with `NewsmlOptions::repair` they stand, and
/// `newsml.repaired` tells of each. Fails with `newsml.missing-value` without it, for nothing is made up, and for a provider that
/// nobody named.
[[nodiscard]] Result<> complete_item(const XmlNode& kept, const XmlNode& made, const Document& document,
                                     const NewsmlOptions& options, Context& context);

/// Moves into `made` what of `kept` the model has no place for, as far as each property is sound by itself.
void take_extras(XmlTree& tree, XmlNode& made, XmlNode& kept);

}  // namespace galley::newsml
