#include "converters/newsml/own_schemes.h"

#include "converters/newsml/g2_vocabulary.h"
#include "converters/newsml/namespaces.h"
#include "converters/newsml/xml_build.h"

#include <set>
#include <string_view>

namespace galley::newsml {

namespace {

using Aliases = std::set<std::string_view>;

void gather_used(const XmlNode& node, Aliases& used) {
    for (const XmlAttribute* at = node.first_attribute; at != nullptr; at = at->next) {
        const G2Attribute kind = at->name_space.empty() ? attribute_kind(at->name) : G2Attribute::plain;
        if (kind != G2Attribute::qcode && kind != G2Attribute::qcodes && kind != G2Attribute::power_qcode) {
            continue;
        }
        for (std::size_t begin = 0; begin < at->value.size();) {
            const std::size_t end = std::min(at->value.find(' ', begin), at->value.size());
            const std::string_view code = at->value.substr(begin, end - begin);
            used.insert(code.substr(0, std::min(code.find(':'), code.size())));
            begin = end + 1;
        }
    }
    for (const XmlNode* child = node.first; child != nullptr; child = child->next) {
        if (child->kind == XmlKind::element && child->name_space == nar) {
            gather_used(*child, used);
        }
    }
}

void take_out_declared(const XmlNode& item, Aliases& used) {
    for (const XmlNode* catalog = item.first; catalog != nullptr; catalog = catalog->next) {
        if (!catalog->is(nar, "catalog")) {
            continue;
        }
        for (const XmlNode* scheme = catalog->first; scheme != nullptr; scheme = scheme->next) {
            used.erase(scheme->value_of("alias"));
        }
    }
}

/// Catalogs come before all else, in any order among themselves.
void insert_first(XmlNode& item, XmlNode& catalog) {
    catalog.parent = &item;
    catalog.next = item.first;
    item.first = &catalog;
    item.last = item.last == nullptr ? &catalog : item.last;
}

}  // namespace

void declare_own_schemes(XmlTree& tree, XmlNode& item, const std::vector<OwnScheme>& schemes) {
    if (schemes.empty()) {
        return;
    }
    Aliases used;
    gather_used(item, used);
    take_out_declared(item, used);
    XmlNode* catalog = nullptr;
    for (const OwnScheme& scheme : schemes) {
        if (used.erase(scheme.alias) == 0) {
            continue;
        }
        if (catalog == nullptr) {
            catalog = &tree.element(nullptr, nar, "catalog");
            insert_first(item, *catalog);
        }
        const XmlBuild build{tree, nar};
        XmlNode& made = build.add(*catalog, "scheme");
        build.set(made, "alias", scheme.alias);
        build.set(made, "uri", iri(tree, scheme.uri));
    }
}

}  // namespace galley::newsml
