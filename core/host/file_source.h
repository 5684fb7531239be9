#pragma once

#include "galley/byte_source.h"

#include <memory>
#include <string>

namespace galley {

/// A file read piece by piece; "-" is standard input. Small files are read at once.
[[nodiscard]] Result<std::unique_ptr<ByteSource>> open_file_source(const std::string& path);

}  // namespace galley
