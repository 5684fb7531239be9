#pragma once

#include "cli/command.h"
#include "galley/result.h"

#include <span>
#include <string_view>

namespace galley::cli {

/// Every command, in the order help lists them: the one list to extend when a command is added.
[[nodiscard]] std::span<const Command* const> commands();

/// Fails with `usage.unknown-command`, with a suggestion.
[[nodiscard]] Result<const Command*> find_command(std::string_view name);

[[nodiscard]] const Command& convert_command();
[[nodiscard]] const Command& batch_command();
[[nodiscard]] const Command& merge_command();
[[nodiscard]] const Command& verify_command();
[[nodiscard]] const Command& report_command();
[[nodiscard]] const Command& inspect_command();
[[nodiscard]] const Command& validate_command();
[[nodiscard]] const Command& formats_command();
[[nodiscard]] const Command& completion_command();
[[nodiscard]] const Command& help_command();
[[nodiscard]] const Command& version_command();

}  // namespace galley::cli
