#pragma once

#include "galley/result.h"

#include <chrono>
#include <string_view>

namespace galley::cli {

/// The instant that `--timestamp` names: ISO 8601 date, or date and time (UTC unless it has an offset), or seconds
/// since 1970. Fails with `usage.bad-timestamp`.
[[nodiscard]] Result<std::chrono::sys_seconds> read_timestamp(std::string_view text);

}  // namespace galley::cli
