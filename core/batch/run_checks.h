#pragma once

#include "galley/batch.h"
#include "galley/result.h"

namespace galley::batch {

/// Fails with `batch.bad-targets` unless there are targets, each of a format of its own.
[[nodiscard]] Result<> check_targets(const BatchSettings& settings);

/// Fails with `batch.exists` when something stands at the destination that a new run, or with `resume` a run that goes on,
/// must not touch.
[[nodiscard]] Result<> check_destination(const BatchDestination& destination, bool resume);

/// Fails with `batch.target-in-source` when the run would read what it writes.
[[nodiscard]] Result<> check_apart(const BatchSource& source, const BatchDestination& destination);

}  // namespace galley::batch
