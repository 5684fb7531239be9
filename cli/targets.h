#pragma once

#include "cli/arguments.h"
#include "cli/job.h"
#include "galley/convert.h"
#include "galley/result.h"

#include <string>
#include <vector>

namespace galley::cli {

/// The formats that --to names, or that the extension of -o stands for when there is no --to, without their writers.
/// Fails with `format.unknown`, `format.cannot-write`, `usage.no-target` or `usage.unclear-extension`.
[[nodiscard]] Result<std::vector<const Format*>> chosen_formats(const Arguments& arguments, const Registry& registry);

/// Makes the writers. Fails as `Target::create`.
[[nodiscard]] Result<std::vector<Target>> make_targets(const std::vector<const Format*>& formats, const Job& job);

}  // namespace galley::cli
