#pragma once

#include "galley/profile.h"
#include "galley/result.h"

#include <string>
#include <vector>

namespace galley::cli {

/// The profile that `--set KEY=VALUE` options make: KEY is a key of a profile file, with a dot for a key inside another
/// ("provider.name"). VALUE is text as it stands, but one in [brackets] or {braces} is YAML.
/// Fails with `usage.bad-set`, and like `read_profile`.
[[nodiscard]] Result<Profile> profile_of_values(const std::vector<std::string>& settings);

}  // namespace galley::cli
