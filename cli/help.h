#pragma once

#include "cli/command.h"

#include <string>

namespace galley::cli {

/// What `galley --help` prints: what the program is, its commands, the exit codes.
[[nodiscard]] std::string overview();

/// What `galley help COMMAND` prints.
[[nodiscard]] std::string help_for(const Command& command);

}  // namespace galley::cli
