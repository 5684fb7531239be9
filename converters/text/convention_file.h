#pragma once

#include "galley/result.h"

#include <string_view>

namespace galley::text {

class ConventionBuilder;

/// Reads a conventions file (YAML; its keys are in CONFORMANCE.md) into `builder`. Fails as
/// `ConventionBuilder::add_file` says.
[[nodiscard]] Result<> read_convention_file(std::string_view name, std::string_view yaml, ConventionBuilder& builder);

}  // namespace galley::text
