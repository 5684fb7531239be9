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
    std::string configuration{};  ///< as in the journal's header
};

/// Reads the journal in `state` up to where a run under `header` can go on. An empty result where there is none.
/// Fails with `batch.other-run` and `batch.bad-journal`.
[[nodiscard]] Result<EarlierPart> read_earlier_part(const StateFolder& state, const RunHeader& header);

}  // namespace galley::batch
