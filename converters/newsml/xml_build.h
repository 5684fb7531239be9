#pragma once

#include "core/edge/libxml2/xml_tree.h"
#include "galley/context.h"
#include "galley/found.h"

#include <string>
#include <string_view>

namespace galley::newsml {

/// Adds elements of one namespace to a tree. Views handed in must live as long as the tree, or go through `tree.keep`.
struct XmlBuild {
    XmlTree& tree;
    std::string_view name_space;

    XmlNode& add(XmlNode& parent, std::string_view name) const { return tree.element(&parent, name_space, name); }
    XmlNode& add_text(XmlNode& parent, std::string_view name, std::string_view text) const;

    /// Nothing is written for an empty value.
    void set(XmlNode& element, std::string_view name, std::string_view value) const;
    void set_language(XmlNode& element, std::string_view tag) const;
};

/// `text` on one line without white space at its ends: what XSD calls a label. A view of `text` where nothing had to
/// change.
std::string_view label(XmlTree& tree, std::string_view text);

/// `text` as an IRI reference (RFC 3987): what may not stand in one is percent-encoded.
std::string_view iri(XmlTree& tree, std::string_view text);

/// Scheme alias, colon, code, without white space (NewsML-G2's QCodeType), and no URI of a usual scheme.
bool is_qcode(std::string_view text);

/// BCP 47's form, as XML Schema's `language` checks it.
bool is_language_tag(std::string_view text);

/// Sets `name` to a QCode, or `name` + "uri" to a URI. Another word becomes a URI of ours below `urn:x-galley:` +
/// `list`.
void set_term(const XmlBuild& build, XmlNode& element, std::string_view name, std::string_view term,
              std::string_view list);

}  // namespace galley::newsml
