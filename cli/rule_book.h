#pragma once

#include "cli/console.h"
#include "galley/registry.h"
#include "galley/result.h"
#include "galley/rule.h"

#include <span>
#include <string_view>

namespace galley::cli {

/// The rule with diagnostic code `code`, or null.
[[nodiscard]] const Rule* find_rule(std::span<const Rule> rules, std::string_view code);

/// Prints what the formats of `registry` say of the rule `name`: a diagnostic code, or the part of one after its dot,
/// or "all". Fails with `validate.unknown-rule` and a suggestion.
[[nodiscard]] Result<> explain_rule(const Registry& registry, std::string_view name, bool as_json, Console& console);

}  // namespace galley::cli
