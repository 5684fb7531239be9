#pragma once

#include "core/edge/libxml2/xml_tree.h"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace galley::newsml {

/// A child that a schema allows. Children stand in the order of their `place`; those of one place in any order.
struct AllowedChild {
    std::string_view name;
    std::uint8_t place;
    bool required = false;
    bool once = false;
};

enum class ChildFault : std::uint8_t { order, missing, unknown, repeated };

using OnChildFault = std::function<void(ChildFault, const XmlNode& at, std::string message)>;

/// Compares the children of `node` that are in its own namespace with `allowed`, which has at most 64 entries.
void check_children(const XmlNode& node, std::span<const AllowedChild> allowed, const OnChildFault& on_fault);

/// Names from below the root to `node`, with "/" between.
[[nodiscard]] std::string path_of(const XmlNode& node);

}  // namespace galley::newsml
