#pragma once

#include "converters/newsml/newsml_options.h"
#include "converters/newsml/xml_build.h"
#include "galley/context.h"
#include "galley/document.h"
#include "galley/result.h"

#include <string>

namespace galley::newsml {

/// What the parts of a newsItem are made from. Lives while one item is made.
struct G2Scope {
    XmlTree& tree;
    XmlBuild build;  ///< in NewsML-G2's namespace
    const Document& document;
    const NewsmlOptions& options;
    Context& context;

    void warn(std::string code, std::string message, std::string hint, Cause cause = Cause::input) const;
};

struct MadeItem {
    XmlNode* root = nullptr;
    bool restored = false;      ///< it is another's item, brought up to date
    std::string_view markup{};  ///< of a restored item in which nothing changed: to be written as it is
};

/// The newsItem (conformance power) of `document`, which must outlive the tree's use; for a document read from
/// NewsML-G2 the item it came from, brought up to date. What the version of the standard does not have yet is left out
/// (`newsml.lowered`). Fails with `limit.depth` when blocks nest deeper than the context's limits allow, and with
/// `newsml.missing-value` when an item of NewsML-G2 lacks what the standard demands and is not to be repaired.
[[nodiscard]] Result<MadeItem> make_news_item(XmlTree& tree, const Document& document, const NewsmlOptions& options,
                                              Context& context);

/// True when it says who that is.
[[nodiscard]] bool names_anybody(const Provider& provider);

/// Its parts, in the schema's order.
void add_rights_info(const G2Scope& scope, XmlNode& item);
void add_item_meta(const G2Scope& scope, XmlNode& item);
void add_content_meta(const G2Scope& scope, XmlNode& item);
[[nodiscard]] Result<> add_content_set(const G2Scope& scope, XmlNode& item);

/// Says on `element` how its value came to be: `howextr:tool` when it was read out of text, `why:inferred` when the
/// source does not say it, and with `rated` its confidence (only properties with rankings have that attribute).
template <class T>
void mark_found(const G2Scope& scope, XmlNode& element, const Found<T>& found, bool rated = false) {
    if (found.method != Method::parsed && found.method != Method::inferred) {
        return;
    }
    scope.build.set(element, "how", "howextr:tool");
    if (found.method == Method::inferred) {
        scope.build.set(element, "why", "why:inferred");
    }
    if (rated) {
        scope.build.set(element, "confidence", scope.tree.keep(std::to_string(int{found.confidence})));
    }
}

/// Adds property `name` for `term`, with its name; a term without identifier is its name alone.
XmlNode& add_concept(const G2Scope& scope, XmlNode& parent, std::string_view name, const Concept& term);

/// Sets `qcode` or `uri`, QCode first: a property may not have both (Guide, 14.11).
void set_identifier(const G2Scope& scope, XmlNode& element, std::string_view qcode, std::string_view uri);

}  // namespace galley::newsml
