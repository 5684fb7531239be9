#pragma once

#include "cli/arguments.h"
#include "cli/command.h"
#include "cli/job.h"
#include "galley/batch.h"
#include "galley/digest.h"
#include "galley/result.h"

#include <optional>

namespace galley::cli {

/// Adds to `arguments` what the file of --config says and the command line does not: a YAML mapping of the command's
/// option names to values, lists for options that may be repeated, true for flags, and `sources`. Gives the digest of
/// the file, if there is one. Fails with `batch.bad-config` and as reading the file does.
[[nodiscard]] Result<std::optional<Digest>> take_batch_config(const Command& command, Arguments& arguments);

/// The destination that --output-dir, --tar or --bag names. Fails with `usage.no-destination` and `usage.bad-value`.
[[nodiscard]] Result<BatchDestination> batch_destination(const Arguments& arguments);

/// Everything else. Fails with `usage.*` and as `Target::create`.
[[nodiscard]] Result<BatchSettings> batch_settings(const Arguments& arguments, const BatchDestination& destination,
                                                   const Job& job);

}  // namespace galley::cli
