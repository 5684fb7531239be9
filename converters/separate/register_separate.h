#pragma once

#include "galley/registry.h"
#include "galley/result.h"

namespace galley {

/// Adds every format of the SEPARATE converters (see galley_converter in core/cmake/GalleyTargets.cmake) to `registry`,
/// as descriptors: their libraries are loaded when a reader, writer or validator of theirs is asked for, and not
/// before.
///
/// For programs of this tree: link galley_separate. An embedder links galley::NAME and adds NAME_format() himself.
/// Fails like `Registry::add`.
[[nodiscard]] Result<> register_separate(Registry& registry);

}  // namespace galley
