#include "converters/newsml/g2_structure.h"

#include "converters/newsml/schema/schema_check.h"

#include <algorithm>
#include <utility>

namespace galley::newsml {

namespace {

/// Where a child stands among the others. A signature comes before all.
int place_of(const XmlNode& child, const XmlNode& parent, const SchemaType* type) {
    constexpr int last = 256;
    if (child.name_space == "http://www.w3.org/2000/09/xmldsig#") {
        return -1;
    }
    if (type == nullptr) {
        return last;
    }
    if (child.name_space != parent.name_space) {
        return type->wildcard_place;
    }
    const ChildUse* known = find_entry(children_of(*type), schema_name(child.name));
    return known != nullptr ? known->place : last;
}

}  // namespace

void set_children_in_order(XmlNode& parent, const std::vector<XmlNode*>& children) {
    const SchemaType* type = type_of(parent);
    std::vector<std::pair<int, XmlNode*>> placed;
    placed.reserve(children.size());
    int place = -1;
    for (XmlNode* child : children) {
        place = child->kind == XmlKind::element ? place_of(*child, parent, type) : place;
        placed.emplace_back(place, child);
    }
    std::ranges::stable_sort(placed, {}, &std::pair<int, XmlNode*>::first);
    // What the schema puts in an order holds only elements.
    parent.mixed = false;
    parent.first = parent.last = nullptr;
    for (const auto& [_, child] : placed) {
        child->next = nullptr;
        XmlTree::append(parent, *child);
    }
}

}  // namespace galley::newsml
