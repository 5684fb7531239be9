// Codes, and the schemes that their aliases stand for (Guide, chapter 14).

#include "converters/newsml/child_order.h"
#include "converters/newsml/g2_lint.h"

#include <algorithm>
#include <string>

namespace galley::newsml {

void G2Lint::qcode(const XmlNode& node, const XmlAttribute& attribute, std::string_view value) {
    // In header, timestamp/@role is a plain string.
    if (node.name == "timestamp" && attribute.name == "role") {
        return;
    }
    const std::size_t colon = value.find(':');
    if (colon == std::string_view::npos || value.find_first_of(" \t\r\n") != std::string_view::npos) {
        return;
    }
    const std::string_view alias = value.substr(0, colon);
    const auto own = std::ranges::lower_bound(item_.schemes, alias, {}, &Scheme::alias);
    if (own != item_.schemes.end() && own->alias == alias) {
        if (!own->retired.empty()) {
            say(G2Rule::retired_scheme, node,
                "the scheme '" + std::string(alias) + "' is retired since " + std::string(own->retired),
                attribute.name);
        }
        return;
    }
    const Scheme* scheme = find_iptc_scheme(alias);
    if (scheme == nullptr || !item_.has_iptc_catalog) {
        if (!item_.has_other_catalog) {
            say(G2Rule::qcode_unresolved, node,
                "'" + path_of(node) + "' has " + quoted(value) + ", whose alias no catalog of the item declares",
                attribute.name);
        }
        return;
    }
    if (scheme->since > item_.iptc_catalog && item_.iptc_catalog != 0 && !item_.has_other_catalog) {
        say(G2Rule::qcode_unresolved, node,
            "'" + path_of(node) + "' has " + quoted(value) + ", whose alias came with IPTC's catalog " +
                std::to_string(scheme->since) + "; the item names catalog " + std::to_string(item_.iptc_catalog),
            attribute.name);
        return;
    }
    if (!scheme->retired.empty()) {
        say(G2Rule::retired_scheme, node,
            "the scheme '" + std::string(alias) + "' is retired since " + std::string(scheme->retired), attribute.name);
    }
    if (!scheme->uri.ends_with('/') && !scheme->uri.ends_with('#')) {
        say(G2Rule::scheme_slash, node,
            "the scheme '" + std::string(alias) + "' makes no sound URI of " + quoted(value), attribute.name);
    }
    if (is_retired_code(value)) {
        say(G2Rule::retired_code, node, quoted(value) + " is retired", attribute.name);
    }
}

// Guide, 14.11 and 14.12.
void G2Lint::identifiers(const XmlNode& node) {
    const bool has_qcode = node.attribute("qcode") != nullptr;
    const bool has_uri = node.attribute("uri") != nullptr;
    if (has_qcode && has_uri) {
        say(G2Rule::qcode_and_uri, node, "'" + path_of(node) + "' has both qcode and uri", "uri");
    }
    if (node.attribute("literal") != nullptr && (has_qcode || has_uri)) {
        say(G2Rule::literal_exclusive, node,
            "'" + path_of(node) + "' has a literal beside " + (has_qcode ? "a QCode" : "a URI"), "literal");
    }
}

}  // namespace galley::newsml
