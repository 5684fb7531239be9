#include "converters/newsml/g2_structure.h"

#include "converters/newsml/namespaces.h"
#include "converters/newsml/schema/schema_check.h"

#include <algorithm>
#include <utility>

namespace galley::newsml {

void set_children_in_order(XmlNode& parent, const std::vector<XmlNode*>& children) {
    constexpr std::size_t last = 255;
    const SchemaType* type = type_of(parent);
    std::vector<std::pair<std::size_t, XmlNode*>> placed;
    placed.reserve(children.size());
    std::size_t place = 0;
    for (XmlNode* child : children) {
        if (child->kind == XmlKind::element) {
            const ChildUse* known = type != nullptr && child->name_space == nar
                                        ? find_entry(children_of(*type), schema_name(child->name))
                                        : nullptr;
            place = known != nullptr ? known->place : last;
        }
        placed.emplace_back(place, child);
    }
    std::ranges::stable_sort(placed, {}, &std::pair<std::size_t, XmlNode*>::first);
    parent.first = parent.last = nullptr;
    for (const auto& [_, child] : placed) {
        child->next = nullptr;
        XmlTree::append(parent, *child);
    }
}

}  // namespace galley::newsml
