#include "converters/newsml/child_order.h"

namespace galley::newsml {

std::string path_of(const XmlNode& node) {
    std::string path(node.name);
    for (const XmlNode* up = node.parent; up != nullptr && up->parent != nullptr; up = up->parent) {
        path.insert(0, std::string(up->name) + "/");
    }
    return path;
}

void check_children(const XmlNode& node, std::span<const AllowedChild> allowed, const OnChildFault& on_fault) {
    std::uint64_t seen = 0;
    std::size_t latest = 0;
    for (const XmlNode* child = node.first; child != nullptr; child = child->next) {
        if (child->kind != XmlKind::element || child->name_space != node.name_space) {
            continue;
        }
        // Children mostly come in order, so the search starts where the last one was found.
        std::size_t index = latest;
        for (std::size_t tried = 0; tried < allowed.size() && allowed[index].name != child->name; ++tried) {
            index = index + 1 == allowed.size() ? 0 : index + 1;
        }
        const AllowedChild& known = allowed[index];
        if (known.name != child->name) {
            on_fault(ChildFault::unknown, *child, "'" + path_of(*child) + "' has no place here");
            continue;
        }
        const std::uint64_t bit = std::uint64_t{1} << index;
        if (known.place < allowed[latest].place) {
            on_fault(ChildFault::order, *child,
                     "'" + path_of(*child) + "' stands after '" + std::string(allowed[latest].name) + "'");
        } else {
            latest = index;
        }
        if ((seen & bit) != 0 && known.once) {
            on_fault(ChildFault::repeated, *child, "'" + path_of(*child) + "' stands more than once");
        }
        seen |= bit;
    }
    for (std::size_t index = 0; index < allowed.size(); ++index) {
        if (allowed[index].required && (seen & (std::uint64_t{1} << index)) == 0) {
            on_fault(ChildFault::missing, node,
                     "'" + path_of(node) + "' has no '" + std::string(allowed[index].name) + "'");
        }
    }
}

}  // namespace galley::newsml
