#pragma once

#include "galley/batch.h"
#include "galley/result.h"

namespace galley::batch {

/// Fails with `batch.bad-targets` unless there are targets, each of a format of its own.
[[nodiscard]] Result<> check_targets(const BatchSettings& settings);

/// Fails with `batch.exists` when something stands at the destination that a new run, or with `resume` a run that goes
/// on, must not touch.
[[nodiscard]] Result<> check_destination(const BatchDestination& destination, bool resume);

/// Fails as `Host::open_source` does when a path of the source is not there, before anything is made at the
/// destination.
[[nodiscard]] Result<> check_source(const BatchSource& source, const Host& host);

/// Fails with `batch.target-in-source` when the run would read what it writes.
[[nodiscard]] Result<> check_apart(const BatchSource& source, const BatchDestination& destination);

}  // namespace galley::batch
