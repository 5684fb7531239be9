#pragma once

#include "core/edge/libxml2/xml_tree.h"
#include "galley/context.h"
#include "galley/document.h"

#include <string_view>

namespace galley::newsml {

/// Name of the format whose extras these are, as `Extra::format`.
inline constexpr std::string_view newsml_name = "newsml-g2";

/// Keeps the markup of the item a document was read from, so that writing it again loses nothing the model has no place
/// for.
void keep_item(const XmlNode& item, Document& document);

/// The kept item brought up to date: what the document still says as it was read stands as it stood, the rest is
/// `made`'s. Null when no item was kept, or when it breaks the schema's structure (then a `newsml.rewritten` warning
/// says that `made` stands alone).
[[nodiscard]] XmlNode* restore_item(XmlTree& tree, XmlNode& made, const Document& document, Context& context);

}  // namespace galley::newsml
