#pragma once

#include "galley/rule.h"

#include <span>

namespace galley::newsml {

/// `Format::rules` of the formats of this folder: their own, and those of all XML.
[[nodiscard]] std::span<const Rule> newsml_rules();
[[nodiscard]] std::span<const Rule> nitf_rules();
[[nodiscard]] std::span<const Rule> newsml1_rules();

}  // namespace galley::newsml
