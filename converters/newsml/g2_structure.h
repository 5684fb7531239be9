#pragma once

#include "converters/newsml/child_order.h"

#include <span>
#include <string_view>

namespace galley::newsml {

/// What the schema allows in an element, in its order (NewsML-G2 2.35). Empty for elements whose content is not tabled.
[[nodiscard]] std::span<const AllowedChild> children_of(std::string_view element);

}  // namespace galley::newsml
