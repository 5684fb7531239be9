#pragma once

#include "core/edge/libxml2/xml_tree.h"

#include <string_view>

namespace galley::newsml {

/// Calls `work(child, its local name)` for each child element.
template <class Work>
void each_child(const XmlNode& node, const Work& work) {
    for (const XmlNode* child = node.first; child != nullptr; child = child->next) {
        if (child->kind == XmlKind::element) {
            work(*child, child->name);
        }
    }
}

/// The first child element called `name` in the namespace of `node`, or null.
inline const XmlNode* find_child(const XmlNode& node, std::string_view name) {
    return node.child(node.name_space, name);
}

}  // namespace galley::newsml
