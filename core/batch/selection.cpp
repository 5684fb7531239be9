#include "core/batch/selection.h"

#include "core/edge/libarchive/archive_reader.h"
#include "galley/try.h"

#include <sys/stat.h>
#include <algorithm>
#include <array>
#include <filesystem>

namespace galley::batch {

namespace {

constexpr std::size_t archive_head = 512;
constexpr std::size_t longest_listed_name = 64 * 1024;

std::string last_component(std::string_view path) {
    while (path.ends_with('/')) {
        path.remove_suffix(1);
    }
    return std::string(path.substr(path.find_last_of('/') + 1));
}

Result<bool> is_archive(const std::string& path, const Host& host) {
    GALLEY_TRY(const auto file, host.open_source(path));
    GALLEY_TRY(const std::string_view head, file->peek(archive_head));
    return ArchiveReader::recognises(head);
}

/// A list by NUL bytes that is read by line ends: the system would open what stands before the first NUL.
Diagnostic nul_in_name(const std::string& path) {
    return {.cause = Cause::usage,
            .code = "batch.bad-list",
            .message = "a name in the list of files holds a NUL byte",
            .where = {.source = item_name(path)},
            .hints = {"read lists that find -print0 made with -0"}};
}

Result<> check(const BatchSource& source) {
    if (source.paths.empty() && !source.list) {
        return fail({.cause = Cause::usage,
                     .code = "batch.no-source",
                     .message = "no source was named",
                     .hints = {"name folders, archives or files, or give a list of files"}});
    }
    if (source.shards == 0 || source.shard == 0 || source.shard > source.shards) {
        return fail(
            {.cause = Cause::usage,
             .code = "batch.bad-shard",
             .message = "there is no share " + std::to_string(source.shard) + " of " + std::to_string(source.shards),
             .hints = {"shares count from 1, as in 1/8 to 8/8"}});
    }
    const bool twice = source.list && source.list_path == "-" && std::ranges::count(source.paths, "-") > 0;
    if (twice || std::ranges::count(source.paths, "-") > 1) {
        return fail({.cause = Cause::usage,
                     .code = "batch.no-source",
                     .message = "standard input can be only one source",
                     .hints = {"give it either a tar or a list of files"}});
    }
    return {};
}

}  // namespace

Selection::Selection(const BatchSource& source, const Host& host, DoneItems done)
    : source_(source),
      host_(host),
      done_(std::move(done)) {
    for (const std::string& pattern : source_.include) {
        include_.emplace_back(pattern);
    }
    for (const std::string& pattern : source_.exclude) {
        exclude_.emplace_back(pattern);
    }
}

Result<std::unique_ptr<Selection>> Selection::create(const BatchSource& source, const Limits& limits, const Host& host,
                                                     DoneItems done) {
    GALLEY_CHECK(check(source));
    std::unique_ptr<Selection> selection(new Selection(source, host, std::move(done)));
    selection->member_limit_ = limits.story_bytes;
    for (const std::string& path : source.paths) {
        selection->places_.push_back(place_of(path).value_or(Place()));
    }
    if (source.list) {
        GALLEY_TRY(selection->list_, host.open_source(source.list_path));
    }
    // Only folders that are not named twice hold no name twice.
    selection->names_may_repeat_ =
        source.paths.size() > 1 || source.list || !std::filesystem::is_directory(source.paths.front());
    return selection;
}

std::optional<Selection::Place> Selection::place_of(const std::string& path) {
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0 ? std::optional(Place{status.st_dev, status.st_ino}) : std::nullopt;
}

Result<> Selection::check_source() const {
    for (std::size_t at = 0; at < source_.paths.size(); ++at) {
        const std::string& path = source_.paths[at];
        if (path != "-" && place_of(path) != places_[at]) {
            return fail({.cause = Cause::missing_input,
                         .code = "batch.source-gone",
                         .message = "'" + path + "' is there no more",
                         .where = {.source = path},
                         .hints = {"bring it back, then resume the run"}});
        }
    }
    return {};
}

std::optional<double> Selection::fraction() const {
    const double share = fraction_.load(std::memory_order_relaxed);
    return share < 0 ? std::nullopt : std::optional(share);
}

/// Opens the next path or file of the list; false when there is none.
Result<bool> Selection::open_next() {
    if (opened_ == source_.paths.size()) {
        return source_.list ? next_of_list() : Result<bool>(false);
    }
    const std::string& path = source_.paths[opened_++];
    const bool alone = source_.paths.size() == 1 && !source_.list;
    prefix_ = alone ? "" : path;
    if (path == "-") {
        open_archive(path);
        return true;
    }
    std::error_code error;
    if (std::filesystem::is_directory(path, error)) {
        current_ = folder_source(path);
        return true;
    }
    GALLEY_TRY(const bool archive, is_archive(path, host_));
    if (archive) {
        open_archive(path);
        return true;
    }
    prefix_.clear();
    current_ = file_source(path, alone ? last_component(path) : path);
    return true;
}

/// An archive that cannot be opened is one failure; the other sources go on.
void Selection::open_archive(const std::string& path) {
    auto archive = archive_source(path, member_limit_);
    current_ = archive ? std::move(*archive) : refused_source(last_component(path), archive.error());
}

Result<bool> Selection::next_of_list() {
    while (true) {
        const std::size_t end = list_ahead_.find(source_.list_separator);
        if (end != std::string::npos || (list_ended_ && !list_ahead_.empty())) {
            const std::string path = list_ahead_.substr(0, end);
            list_ahead_.erase(0, end == std::string::npos ? end : end + 1);
            if (path.empty()) {
                continue;
            }
            prefix_.clear();
            current_ = path.find('\0') == std::string::npos ? file_source(path, path)
                                                            : refused_source(path, nul_in_name(path));
            return true;
        }
        if (list_ended_) {
            return false;
        }
        if (list_ahead_.size() > longest_listed_name) {
            return fail({.cause = Cause::usage,
                         .code = "batch.bad-list",
                         .message = "the list of files has a name of more than " + std::to_string(longest_listed_name) +
                                    " bytes",
                         .hints = {"separate names by line ends, or by NUL bytes with -0"}});
        }
        std::array<char, 16 * 1024> piece;
        GALLEY_TRY(const std::size_t count, list_->read(piece));
        list_ahead_.append(piece.data(), count);
        list_ended_ = count == 0;
    }
}

bool Selection::is_wanted(std::string_view name) const {
    const auto matches = [&](const Glob& pattern) { return pattern.matches(name); };
    return (include_.empty() || std::ranges::any_of(include_, matches)) && std::ranges::none_of(exclude_, matches);
}

Result<bool> Selection::next(Item& item) {
    while (true) {
        if (!current_) {
            GALLEY_TRY(const bool any, open_next());
            if (!any) {
                return false;
            }
        }
        const auto more = current_->next(item);
        if (!more) {
            GALLEY_CHECK(check_source());
            return std::unexpected(more.error());
        }
        if (!*more) {
            current_.reset();
            continue;
        }
        if (const auto share = current_->fraction()) {
            fraction_.store((static_cast<double>(opened_ - 1) + *share) / static_cast<double>(source_.paths.size()),
                            std::memory_order_relaxed);
        }
        if (!is_wanted(item.name)) {
            continue;
        }
        item.number = passed_.fetch_add(1, std::memory_order_relaxed) + 1;
        item.name = prefix_.empty() ? item_name(item.name) : item_name(prefix_) + "/" + item_name(item.name);
        NameKey key = name_key(item.name);
        if (names_may_repeat_) {
            names_.take(item.name, item.number, key);
        }
        if (!in_shard(key, source_.shard, source_.shards)) {
            continue;
        }
        const auto done = done_.find(key);
        if (done && done->last) {
            continue;
        }
        item.journaled = done ? done->results : 0;
        GALLEY_CHECK(current_->load(item));
        return true;
    }
}

}  // namespace galley::batch
