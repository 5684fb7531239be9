#include "core/batch/open_run.h"

#include "galley/try.h"

#include <filesystem>

namespace galley::batch {

namespace {

Result<std::unique_ptr<Store>> open_store(const BatchDestination& destination, const RunHeader& header,
                                          const StateFolder& state, const JournalExtent& extent) {
    const bool is_tar = header.form == BatchForm::tar || header.form == BatchForm::tar_zstd;
    return is_tar ? open_tar_store(destination, header, extent) : open_folder_store(destination, state, extent);
}

/// Times of all parts stand one behind the other.
Result<AppendFile> open_timings(const StateFolder& state) {
    std::error_code unknown;
    const auto size = std::filesystem::file_size(state.file("timings.jsonl"), unknown);
    return AppendFile::open(state.file("timings.jsonl"), unknown ? 0 : size);
}

}  // namespace

Result<OpenRun> open_run(const BatchDestination& destination, const RunHeader& header, const StateFolder& state,
                         bool durable) {
    OpenRun opened;
    GALLEY_TRY(opened.earlier, read_earlier_part(state, header));
    JournalExtent& extent = opened.earlier.extent;
    GALLEY_TRY(AppendFile journal, AppendFile::open(state.journal(), extent.size));
    if (extent.size == 0) {
        GALLEY_CHECK(journal.add(line_of(header)));
        GALLEY_CHECK(journal.commit(durable));
        extent.size = journal.size();
    }
    GALLEY_TRY(auto store, open_store(destination, header, state, extent));
    GALLEY_TRY(AppendFile timings, open_timings(state));
    GALLEY_TRY(TextLog texts, TextLog::open(state.file("texts.jsonl")));
    opened.committer =
        std::make_unique<Committer>(std::move(store), std::move(journal), std::move(timings), std::move(texts),
                                    opened.earlier.summary, header.records_per_frame, durable);
    return opened;
}

}  // namespace galley::batch
