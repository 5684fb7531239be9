#pragma once

#include "galley/export.h"

#include <string_view>

namespace GALLEY_API galley {

/// "1.2.3"
[[nodiscard]] std::string_view version();

/// What outputs name as their generator: "Galley 1.2.3".
[[nodiscard]] std::string_view generator();

}  // namespace galley
