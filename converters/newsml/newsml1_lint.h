#pragma once

#include "core/edge/libxml2/xml_text.h"
#include "core/edge/libxml2/xml_tree.h"
#include "galley/diagnostic.h"

namespace galley::newsml {

/// Checks NewsML 1.x, with or without its namespace, by the rules of data/newsml1_rules.inc. `text` is what `root` was
/// parsed from.
void lint_newsml1(const XmlNode& root, const XmlText& text, Diagnostics& found);

}  // namespace galley::newsml
