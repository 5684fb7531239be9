#pragma once

#include "galley/result.h"

#include <string>
#include <string_view>

namespace galley::cli {

/// Writes a report to `path`, whole or not at all, in the place of what was there: unlike a story, a report can be made
/// again. Fails with `output.*`.
[[nodiscard]] Result<> write_report(const std::string& path, std::string_view text);

}  // namespace galley::cli
