#pragma once

#include "core/batch/done_items.h"
#include "core/batch/run_header.h"
#include "core/batch/state_folder.h"
#include "core/batch/store.h"
#include "galley/batch.h"

namespace galley::batch {

/// What an earlier part of a run left in its journal.
struct EarlierPart {
    JournalExtent extent{};
    BatchSummary summary{};
    DoneItems done{};
};

/// Reads the journal in `state` up to where a run under `header` can go on. An empty result where there is none.
/// Fails with `batch.other-run` and `batch.bad-journal`.
[[nodiscard]] Result<EarlierPart> read_earlier_part(const StateFolder& state, const RunHeader& header);

/// Fails with `batch.exists` when something stands at the destination that a new run, or with `resume` a run that goes on,
/// must not touch.
[[nodiscard]] Result<> check_destination(const BatchDestination& destination, bool resume);

/// Fails with `batch.target-in-source` when the run would read what it writes.
[[nodiscard]] Result<> check_apart(const BatchSource& source, const BatchDestination& destination);

}  // namespace galley::batch
