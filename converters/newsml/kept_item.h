#pragma once

#include "converters/newsml/newsml_options.h"
#include "core/edge/libxml2/xml_tree.h"
#include "galley/context.h"
#include "galley/document.h"
#include "galley/result.h"

#include <string_view>

namespace galley::newsml {

struct RestoredItem {
    XmlNode* root = nullptr;
    std::string_view markup{};  ///< its own, when nothing in it has to change; lives as long as document and tree
    bool used_made = false;     ///< parts of `made` were taken out of it
};

/// The kept item brought up to date: what the document still says as it was read stands as it stood, the rest is
/// `made`'s, without what the item's version of the standard does not have.
///
/// Where the kept item breaks the schema, as little of it as possible is put right or left out (`newsml.rewritten`). No
/// root when no item was kept. Fails as `complete_item` does.
[[nodiscard]] Result<RestoredItem> restore_item(XmlTree& tree, XmlNode& made, const Document& document,
                                                const NewsmlOptions& options, Context& context);

}  // namespace galley::newsml
