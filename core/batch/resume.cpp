#include "core/batch/resume.h"

#include "core/batch/journal_reader.h"
#include "galley/try.h"

namespace galley::batch {

namespace {

/// What differs between the run that is there and the one that was asked for, in words.
std::string difference(const RunHeader& there, const RunHeader& asked) {
    if (there.version != asked.version) {
        return "it was made by version " + there.version;
    }
    if (there.form != asked.form || there.layout != asked.layout ||
        there.records_per_frame != asked.records_per_frame) {
        return "it has another form";
    }
    if (there.formats != asked.formats) {
        return "it has other formats";
    }
    if (there.clock != asked.clock) {
        return "it stands under another clock";
    }
    if (there.shard != asked.shard || there.shards != asked.shards) {
        return "it is another shard";
    }
    return "it stands under other settings";
}

}  // namespace

Result<EarlierPart> read_earlier_part(const StateFolder& state, const RunHeader& header) {
    EarlierPart earlier;
    GALLEY_TRY(const auto reader, JournalReader::open(state.journal()));
    if (!reader) {
        return earlier;
    }
    if (!is_same_run(reader->header(), header)) {
        return fail(
            {.cause = Cause::usage,
             .code = "batch.other-run",
             .message = "'" + state.journal() + "' belongs to another run: " + difference(reader->header(), header),
             .where = {.source = state.journal()},
             .hints = {"resume it with the options it was begun with, or choose another destination"}});
    }
    earlier.configuration = reader->header().configuration;
    earlier.extent.size = reader->position();
    BatchSummary read = earlier.summary;
    std::vector<std::pair<NameKey, bool>> since;  // what was read behind the last place to go on from
    while (true) {
        GALLEY_TRY(const auto record, reader->next());
        if (!record) {
            break;
        }
        count(*record, read);
        since.emplace_back(name_key(record->name), record->last);
        if (read.records % header.records_per_frame != 0) {
            continue;
        }
        for (const auto& [key, last] : since) {
            earlier.done.add(key, last);
        }
        since.clear();
        earlier.summary = read;
        earlier.extent = {
            .size = reader->position(), .records = read.records, .tar_end = record->range ? record->range->end : 0};
    }
    earlier.summary.resumed = earlier.summary.records;
    return earlier;
}

}  // namespace galley::batch
