#pragma once

#include "galley/result.h"

#include <string>

namespace galley {

/// What `errno` was after a call about `path`, as `input.*` or `output.*` with advice.
[[nodiscard]] Diagnostic input_error(const std::string& path, int error);
[[nodiscard]] Diagnostic output_error(const std::string& path, int error);

}  // namespace galley
