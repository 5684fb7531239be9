#pragma once

#include "galley/host.h"

#include <memory>
#include <string>

namespace galley {

/// A sink that publishes `path` by rename: bytes go to a file beside it that carries a name of its own until `commit`.
/// "-" is standard output, where nothing is written before `commit`.
[[nodiscard]] Result<std::unique_ptr<Sink>> open_file_sink(const std::string& path, SinkOptions options);

}  // namespace galley
