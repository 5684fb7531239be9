#pragma once

#include "core/edge/libxml2/xml_schema.h"
#include "core/edge/libxml2/xml_text.h"
#include "core/edge/libxml2/xml_tree.h"
#include "galley/context.h"
#include "galley/export.h"
#include "galley/result.h"

#include <functional>
#include <string>
#include <string_view>

namespace GALLEY_API galley {

/// What stands before the root: `<!DOCTYPE name PUBLIC "public_id" "system_id">`. It is named, never loaded.
struct XmlDoctype {
    std::string name{};
    std::string public_id{};
    std::string system_id{};
};

struct XmlParsed {
    XmlNode* root = nullptr;  ///< in the tree that was handed in
    XmlDoctype doctype{};
};

/// Takes an item as soon as its end tag is read; `root` is what the parser has of the elements around it. The item is
/// freed after the call. A failure stops the parser, which returns it.
using OnXmlItem = std::function<Result<>(const XmlNode& item, const XmlNode& root, const XmlDoctype& doctype)>;

struct XmlParseOptions {
    /// Elements right below one of this name are handed over one by one and not kept in the tree. No name: none; no
    /// namespace: any.
    std::string_view items_space{};
    std::string_view items_parent{};
    OnXmlItem on_item{};
    /// Namespace that elements without one get, when the root has none.
    std::string_view missing_space{};
    /// Where there is one, the text is checked by it on the way: `schema_faults`, which is there then, too, is told
    /// where the text breaks it (`schema.invalid` errors with their line, at most 100; `schema.more` says how many
    /// others there are).
    const XmlSchema* schema = nullptr;
    Diagnostics* schema_faults = nullptr;
};

/// Parses `text` into `tree`: elements, text (white space, too), comments and instructions. Nodes view a text that is
/// whole: the bytes it was made of must outlive the tree's use, the text itself need not.
///
/// Nothing is fetched, no DTD loaded, no entity expanded but XML's own five and characters; names of HTML are taken for
/// their characters where a DTD is named (`xml.html-entity` warning). Fails with `xml.malformed`, `xml.entity` (the
/// text declares entities and uses one), `limit.depth`, `limit.elements`, `limit.attributes`, `limit.story-bytes` (an
/// item, or what is not in one, is larger than a story may be) and what `text` and `options.on_item` fail with. Memory
/// is in proportion to the text, or to the largest item.
[[nodiscard]] Result<XmlParsed> parse_xml(XmlText& text, XmlTree& tree, const XmlParseOptions& options,
                                          Context& context);

}  // namespace galley
