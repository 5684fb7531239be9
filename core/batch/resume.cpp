#include "core/batch/resume.h"

#include "core/batch/journal_reader.h"
#include "galley/try.h"

#include <filesystem>

namespace galley::batch {

namespace {

namespace fs = std::filesystem;

/// What differs between the run that is there and the one that was asked for, in words.
std::string difference(const RunHeader& there, const RunHeader& asked) {
    if (there.version != asked.version) {
        return "it was made by version " + there.version;
    }
    if (there.form != asked.form || there.layout != asked.layout || there.records_per_frame != asked.records_per_frame) {
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

bool is_empty_folder(const fs::path& path) {
    std::error_code error;
    const fs::directory_iterator first(path, error);
    return !error && first == fs::directory_iterator();
}

/// True when nothing but a state folder, whose journal never began, is in a folder.
bool is_untouched(const fs::path& path) {
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(path, error)) {
        if (entry.path().filename() != ".galley") {
            return false;
        }
    }
    return !error;
}

bool is_below(const fs::path& path, const fs::path& folder) {
    const auto [end, rest] = std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
    return end == folder.end() || (std::next(end) == folder.end() && end->empty());
}

}  // namespace

Result<EarlierPart> read_earlier_part(const StateFolder& state, const RunHeader& header) {
    EarlierPart earlier;
    GALLEY_TRY(const auto reader, JournalReader::open(state.journal()));
    if (!reader) {
        return earlier;
    }
    if (reader->header() != header) {
        return fail({.cause = Cause::usage,
                     .code = "batch.other-run",
                     .message = "'" + state.journal() + "' belongs to another run: " + difference(reader->header(), header),
                     .where = {.source = state.journal()},
                     .hints = {"resume it with the options it was begun with, or choose another destination"}});
    }
    earlier.extent.size = reader->position();
    BatchSummary read = earlier.summary;
    std::vector<std::pair<NameKey, bool>> since;    // what was read behind the last place to go on from
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
        earlier.extent = {.size = reader->position(), .records = read.records, .tar_end = record->range ? record->range->end : 0};
    }
    earlier.summary.resumed = earlier.summary.records;
    return earlier;
}

Result<> check_destination(const BatchDestination& destination, bool resume) {
    const auto exists = [&](const char* what, const char* hint) {
        return fail({.cause = Cause::output,
                     .code = "batch.exists",
                     .message = "'" + destination.path + "' " + what,
                     .where = {.source = destination.path},
                     .hints = {hint}});
    };
    GALLEY_TRY(const auto journal, JournalReader::open(StateFolder::path_for(destination) + "/journal.jsonl"));
    if (journal) {
        return resume ? Result<>() : exists("holds a run already", "go on with it with --resume, or choose another destination");
    }
    std::error_code error;
    const bool is_file = destination.form == BatchForm::tar || destination.form == BatchForm::tar_zstd;
    if (!fs::exists(destination.path, error)) {
        return {};
    }
    const bool free = is_file ? fs::is_regular_file(destination.path, error) && fs::file_size(destination.path, error) == 0
                              : fs::is_directory(destination.path, error) &&
                                    (is_empty_folder(destination.path) || is_untouched(destination.path));
    return free ? Result<>() : exists("is there already and is no run of this program", "choose another destination, or empty it");
}

Result<> check_apart(const BatchSource& source, const BatchDestination& destination) {
    std::error_code error;
    const fs::path target = fs::weakly_canonical(destination.path, error);
    for (const std::string& path : source.paths) {
        if (path == "-" || !fs::is_directory(path, error) || !is_below(target, fs::canonical(path, error))) {
            continue;
        }
        return fail({.cause = Cause::usage,
                     .code = "batch.target-in-source",
                     .message = "'" + destination.path + "' lies in the source '" + path + "', which would be read while it is written",
                     .where = {.source = destination.path},
                     .hints = {"write beside the source, not into it"}});
    }
    return {};
}

}  // namespace galley::batch
