#pragma once

#include "core/batch/committer.h"
#include "core/batch/resume.h"

#include <memory>

namespace galley::batch {

/// A destination that is ready to take results, behind what an earlier part of the run left.
struct OpenRun {
    EarlierPart earlier{};
    std::unique_ptr<Committer> committer{};
};

/// Begins the run under `header` in `state`, or goes on with it: the journal has its first line, what has no record is
/// gone. Fails with `batch.other-run`, `batch.bad-journal`, `batch.damaged-target` and `output.*`.
[[nodiscard]] Result<OpenRun> open_run(const BatchDestination& destination, const RunHeader& header,
                                       const StateFolder& state, bool durable);

}  // namespace galley::batch
