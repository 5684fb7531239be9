#pragma once

#include "core/edge/libxml2/xml_tree.h"
#include "galley/context.h"
#include "galley/document.h"
#include "galley/result.h"

#include <string_view>

namespace galley::newsml {

struct RestoredNitf {
    XmlNode* root = nullptr;
    std::string_view markup{};  ///< its own, when nothing in it has to change; lives as long as document and tree
};

/// The NITF that `document` was read from, brought up to date with `made`: in NITF's namespace and sound, whatever it
/// was
/// (`nitf.rewritten`). No root when none was kept; then `made` stands. Fails as `parse_xml` does.
[[nodiscard]] Result<RestoredNitf> restore_nitf(XmlTree& tree, XmlNode& made, const Document& document,
                                                Context& context);

}  // namespace galley::newsml
