#pragma once

#include "core/batch/append_file.h"
#include "core/batch/store.h"
#include "core/batch/story_result.h"
#include "core/batch/text_log.h"
#include "galley/batch.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace galley::batch {

/// Brings results to the destination and then into the journal, a group at a time. Used by one thread.
class Committer {
public:
    /// Goes on behind what `summary` counts. `records_per_frame`: the journal ends at a multiple of it until the run is
    /// complete.
    Committer(std::unique_ptr<Store> store, AppendFile journal, AppendFile timings, TextLog texts, BatchSummary summary,
              std::uint32_t records_per_frame, bool durable);

    /// Takes a result, and commits the group once it is large or old. Fails with `output.*`.
    [[nodiscard]] Result<> take(StoryResult&& result);

    /// True when something waits to be committed and is old enough not to wait any longer.
    [[nodiscard]] bool is_due() const;
    /// Commits what may be committed now.
    [[nodiscard]] Result<> commit();

    /// Commits the rest and marks the run complete.
    [[nodiscard]] Result<> finish();

    /// Thread-safe as far as it says.
    [[nodiscard]] const TextLog& texts() const { return texts_; }

    /// What is in the journal.
    [[nodiscard]] const BatchSummary& summary() const { return committed_; }
    /// What was taken.
    [[nodiscard]] const BatchSummary& taken() const { return taken_; }

private:
    [[nodiscard]] bool at_frame_end() const { return taken_.records % records_per_frame_ == 0; }
    Result<> commit_all();
    Result<> write_timings();

    std::unique_ptr<Store> store_;
    AppendFile journal_;
    AppendFile timings_;
    TextLog texts_;
    BatchSummary taken_;
    BatchSummary committed_;
    std::uint32_t records_per_frame_;
    bool durable_;
    std::string lines_;  ///< of the group
    std::uint64_t group_bytes_ = 0;
    std::vector<std::uint32_t> microseconds_;
    std::chrono::steady_clock::time_point begun_;  ///< the run
    std::chrono::steady_clock::time_point group_begun_{};
};

}  // namespace galley::batch
