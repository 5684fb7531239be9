#pragma once

#include "cli/arguments.h"
#include "cli/command.h"
#include "galley/result.h"

#include <span>
#include <string>

namespace galley::cli {

/// Reads what follows the command's name by the command's tables: GNU conventions, `--` ends the options, `-` is an
/// operand. Every command knows `--help` and `-h`, given as the flag "help"; nothing else is checked then. Fails with
/// `usage.unknown-option` (with a suggestion), `usage.missing-value`, `usage.bad-value`, `usage.too-few-operands`,
/// `usage.too-many-operands` or `usage.bad-arguments`.
[[nodiscard]] Result<Arguments> parse_command_line(const Command& command, std::span<const char* const> words);

}  // namespace galley::cli
