#pragma once

#include "galley/registry.h"
#include "galley/result.h"

namespace galley::cli {

/// Fills `registry` with every format of the program. Fails like `Registry::add`.
[[nodiscard]] Result<> register_formats(Registry& registry);

}  // namespace galley::cli
