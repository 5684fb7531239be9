#include "converters/newsml/model_parts.h"

#include "converters/newsml/g2_structure.h"

#include <algorithm>

namespace galley::newsml {

std::vector<std::string_view> changed_parts(std::span<const ModelPart> parts, std::string_view parent, const Document& before,
                                            const Document& now) {
    std::vector<std::string_view> changed;
    for (const ModelPart& part : parts) {
        if (part.parent == parent && !part.same(before, now)) {
            changed.push_back(part.element);
        }
    }
    return changed;
}

XmlNode* child_of(XmlNode& parent, std::string_view name) {
    for (XmlNode* child = parent.first; child != nullptr; child = child->next) {
        if (child->is(parent.name_space, name)) {
            return child;
        }
    }
    return nullptr;
}

void merge_children(XmlNode& kept, XmlNode* made, const std::vector<std::string_view>& changed) {
    if (changed.empty()) {
        return;
    }
    const auto is_changed = [&](const XmlNode& node) {
        return node.name_space == kept.name_space && std::ranges::find(changed, node.name) != changed.end();
    };
    std::vector<XmlNode*> children;
    for (XmlNode* child = kept.first; child != nullptr; child = child->next) {
        if (child->kind != XmlKind::text && !is_changed(*child)) {
            children.push_back(child);
        }
    }
    for (XmlNode* child = made != nullptr ? made->first : nullptr; child != nullptr; child = child->next) {
        if (is_changed(*child)) {
            children.push_back(child);
        }
    }
    set_children_in_order(kept, children);
}

void set_attribute(XmlTree& tree, XmlNode& element, std::string_view name, std::string_view value,
                   std::string_view name_space) {
    for (XmlAttribute* at = element.first_attribute; at != nullptr; at = at->next) {
        if (at->name == name && at->name_space == name_space) {
            at->value = value;
            return;
        }
    }
    tree.attribute(element, name, value, name_space);
}

}  // namespace galley::newsml
