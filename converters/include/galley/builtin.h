#pragma once

#include "galley/export.h"
#include "galley/registry.h"

namespace GALLEY_API galley {

/// Adds every format of galley::formats to `registry`. Fails like `Registry::add`.
[[nodiscard]] Result<> register_builtin(Registry& registry);

}  // namespace galley
