#include "core/batch/run_checks.h"

#include "core/batch/journal_reader.h"
#include "core/batch/state_folder.h"
#include "galley/try.h"

#include <algorithm>
#include <filesystem>
#include <set>

namespace galley::batch {

namespace {

namespace fs = std::filesystem;

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

Result<> check_targets(const BatchSettings& settings) {
    std::set<std::string_view> names;
    for (const Target& target : settings.targets) {
        names.insert(target.format->name);
    }
    if (settings.targets.empty() || names.size() != settings.targets.size()) {
        return fail(
            {.cause = Cause::usage,
             .code = "batch.bad-targets",
             .message = settings.targets.empty() ? "no format to write was named" : "a format to write was named twice",
             .hints = {"name each format once"}});
    }
    return {};
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
        return resume ? Result<>()
                      : exists("holds a run already", "go on with it with --resume, or choose another destination");
    }
    std::error_code error;
    const bool is_file = destination.form == BatchForm::tar || destination.form == BatchForm::tar_zstd;
    if (!fs::exists(destination.path, error)) {
        return {};
    }
    const bool free = is_file
                          ? fs::is_regular_file(destination.path, error) && fs::file_size(destination.path, error) == 0
                          : fs::is_directory(destination.path, error) &&
                                (is_empty_folder(destination.path) || is_untouched(destination.path));
    return free ? Result<>()
                : exists("is there already and is no run of this program", "choose another destination, or empty it");
}

Result<> check_source(const BatchSource& source, const Host& host) {
    std::error_code error;
    for (const std::string& path : source.paths) {
        if (path != "-" && !fs::is_directory(path, error)) {
            GALLEY_CHECK(host.open_source(path));
        }
    }
    return {};
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
                     .message = "'" + destination.path + "' lies in the source '" + path +
                                "', which would be read while it is written",
                     .where = {.source = destination.path},
                     .hints = {"write beside the source, not into it"}});
    }
    return {};
}

}  // namespace galley::batch
