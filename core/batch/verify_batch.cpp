#include "core/batch/item_name.h"
#include "core/batch/journal_reader.h"
#include "core/batch/state_folder.h"
#include "core/batch/stored_outputs.h"
#include "galley/batch.h"
#include "galley/try.h"

#include <algorithm>
#include <filesystem>

namespace galley {

namespace {

namespace fs = std::filesystem;
using namespace batch;

/// Reports the files below a folder or bag that no record names.
class UnrecordedFiles {
public:
    void add(const std::string& path) { recorded_.push_back(name_key(path)); }

    std::uint64_t report(const BatchDestination& destination, const std::function<void(const Diagnostic&)>& say) {
        std::ranges::sort(recorded_);
        std::uint64_t count = 0;
        std::error_code error;
        const fs::path root =
            destination.form == BatchForm::bag ? fs::path(destination.path) / "data" : fs::path(destination.path);
        for (auto entry = fs::recursive_directory_iterator(root, error);
             !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
            const std::string path = entry->path().lexically_relative(destination.path).generic_string();
            if (path == ".galley") {
                entry.disable_recursion_pending();
            } else if (!entry->is_directory() && !std::ranges::binary_search(recorded_, name_key(path))) {
                ++count;
                say({.cause = Cause::output,
                     .code = "verify.unrecorded",
                     .message = "'" + path + "' has no record in the journal",
                     .where = {.source = path},
                     .hints = {"resume the run, which removes what it left half-done, or move it away"}});
            }
        }
        return count;
    }

private:
    std::vector<NameKey> recorded_;
};

bool has_journal(const BatchDestination& destination) {
    std::error_code error;
    return fs::exists(StateFolder::path_for(destination) + "/journal.jsonl", error);
}

}  // namespace

Result<BatchDestination> find_batch(const std::string& path) {
    std::string plain = path;
    while (plain.size() > 1 && plain.ends_with('/')) {
        plain.pop_back();
    }
    for (const BatchForm form : {BatchForm::folder, BatchForm::tar}) {
        BatchDestination destination{.form = form, .path = plain};
        if (!has_journal(destination)) {
            continue;
        }
        GALLEY_TRY(const auto journal, JournalReader::open(StateFolder::path_for(destination) + "/journal.jsonl"));
        if (journal) {
            const RunHeader& header = journal->header();
            destination.form = header.form;
            destination.layout = header.layout;
            destination.records_per_frame = header.records_per_frame;
            destination.bag_info = header.bag_info;
            return destination;
        }
    }
    return fail(
        {.cause = Cause::missing_input,
         .code = "batch.not-a-batch",
         .message = "there is no journal of a batch for '" + path + "'",
         .where = {.source = path},
         .hints = {
             "name the folder, bag or tar that `galley batch` made; a tar's journal stands beside it in TAR.galley"}});
}

Result<BatchCheck> verify_batch(const std::string& path, const std::function<void(const Diagnostic&)>& say,
                                std::stop_token stop) {
    GALLEY_TRY(const BatchDestination destination, find_batch(path));
    GALLEY_TRY(const auto journal, JournalReader::open(StateFolder::path_for(destination) + "/journal.jsonl"));
    GALLEY_TRY(const auto outputs, StoredOutputs::open(destination, journal->header()));
    const bool is_folder = destination.form == BatchForm::folder || destination.form == BatchForm::bag;
    BatchCheck check;
    UnrecordedFiles unrecorded;
    while (true) {
        if (stop.stop_requested()) {
            return fail(Context::stopped());
        }
        GALLEY_TRY(const auto record, journal->next());
        if (!record) {
            break;
        }
        count(*record, check.summary);
        for (std::size_t output = 0; output < record->outputs.size(); ++output) {
            ++check.checked;
            if (const auto bytes = outputs->read(*record, output); !bytes) {
                ++check.wrong;
                say(bytes.error());
            }
            if (is_folder) {
                unrecorded.add(record->outputs[output].path);
            }
        }
    }
    check.summary.complete = journal->complete();
    if (is_folder) {
        check.wrong += unrecorded.report(destination, say);
    }
    if (!check.summary.complete) {
        say({.severity = Severity::warning,
             .cause = Cause::output,
             .code = "verify.incomplete",
             .message = "the run of '" + path + "' is not complete",
             .where = {.source = path},
             .hints = {"resume it with --resume"}});
    }
    return check;
}

}  // namespace galley
