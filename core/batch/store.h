#pragma once

#include "core/batch/append_file.h"
#include "core/batch/run_header.h"
#include "core/batch/state_folder.h"
#include "core/batch/story_result.h"
#include "galley/result.h"

#include <cstdint>
#include <memory>
#include <string>

namespace galley::batch {

/// How far the journal reaches when a run begins or goes on.
struct JournalExtent {
    std::uint64_t size = 0;  ///< bytes
    std::uint64_t records = 0;
    std::uint64_t tar_end = 0;  ///< end of the last record's range
};

/// Where the outputs of a run go. Stories are put in the order of the source; nothing of them counts before the journal
/// has their records, which the caller writes after `commit` succeeded. Used by one thread.
class Store {
public:
    Store() = default;
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;
    virtual ~Store() = default;

    /// Takes the outputs and appends the record to `journal`. Fails with `output.*`.
    [[nodiscard]] virtual Result<> put(StoryResult&& result, std::string& journal) = 0;

    /// Brings what was put since the last call into the destination, and to the disk if asked. `journal_size` is that
    /// of the journal before the records of these stories.
    [[nodiscard]] virtual Result<> commit(std::uint64_t journal_size, bool durable) = 0;

    /// True when what `finish` makes covers the journal, whose end must be written before.
    [[nodiscard]] virtual bool journal_belongs_inside() const { return false; }

    /// Adds what a complete destination has besides its stories. The journal has all records.
    [[nodiscard]] virtual Result<> finish(bool durable) = 0;
};

/// A store for the run in `state`, with everything removed of which the journal does not tell. Fails with `output.*`
/// and `batch.damaged-target`: less is there than the journal tells.
[[nodiscard]] Result<std::unique_ptr<Store>> open_folder_store(const BatchDestination& destination,
                                                               const StateFolder& state, const JournalExtent& extent);
[[nodiscard]] Result<std::unique_ptr<Store>> open_tar_store(const BatchDestination& destination,
                                                            const RunHeader& header, const JournalExtent& extent);

/// Writes the tag files of a bag whose payload is complete: bag-info.txt, manifests by SHA-256 and SHA-512, and their
/// own.
[[nodiscard]] Result<> write_bag_tags(const BatchDestination& destination, const std::string& journal, bool durable);

}  // namespace galley::batch
