#include "core/batch/journal_reader.h"

#include "core/host/system_error.h"
#include "galley/try.h"

#include <fcntl.h>
#include <cerrno>

namespace galley::batch {

namespace {

constexpr std::size_t piece = 256 * 1024;
constexpr std::size_t longest_line = 256 << 20;

std::unexpected<Diagnostic> bad_journal(const std::string& path, std::uint64_t line, const char* what) {
    return fail({.cause = Cause::output,
                 .code = "batch.bad-journal",
                 .message = "line " + std::to_string(line) + " of '" + path + "' " + what,
                 .where = {.source = path, .line = line},
                 .hints = {"bring back the journal from a copy, or start anew in another place"}});
}

}  // namespace

Result<std::unique_ptr<JournalReader>> JournalReader::open(const std::string& path) {
    Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file) {
        if (errno == ENOENT || errno == ENOTDIR) {
            return nullptr;
        }
        return fail(input_error(path, errno));
    }
    std::unique_ptr<JournalReader> reader(new JournalReader(path, std::move(file)));
    GALLEY_TRY(const bool any, reader->next_line());
    if (!any) {
        return nullptr;
    }
    const auto line = read_json(path, reader->line_);
    auto header = line ? read_header(*line) : std::nullopt;
    if (!header) {
        return bad_journal(path, 1, "does not begin the journal of a batch");
    }
    reader->header_ = *std::move(header);
    return reader;
}

Result<> JournalReader::fill() {
    ahead_.erase(0, used_);
    used_ = 0;
    const std::size_t before = ahead_.size();
    ahead_.resize(before + piece);
    const ssize_t count = ::read(file_.get(), ahead_.data() + before, piece);
    ahead_.resize(before + static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
    if (count < 0 && errno != EINTR) {
        return fail(input_error(path_, errno));
    }
    at_end_ = count == 0;
    return {};
}

Result<bool> JournalReader::next_line() {
    std::size_t searched = used_;
    while (true) {
        const std::size_t end = ahead_.find('\n', searched);
        // After a loss of power, blocks that never reached the disk read as zeros.
        const bool lost = used_ < ahead_.size() && ahead_[used_] == '\0';
        if (lost || (end == std::string::npos && at_end_)) {
            return false;
        }
        if (end != std::string::npos) {
            line_ = std::string_view(ahead_).substr(used_, end - used_);
            position_ += line_.size() + 1;
            used_ = end + 1;
            ++line_number_;
            return true;
        }
        searched = ahead_.size() - used_;
        if (searched > longest_line) {
            return bad_journal(path_, line_number_ + 1, "has no end");
        }
        GALLEY_CHECK(fill());
    }
}

Result<std::optional<Record>> JournalReader::next() {
    GALLEY_TRY(const auto line, next_value());
    if (!line) {
        return std::nullopt;
    }
    return read_record(*line, path_, line_number_);
}

Result<std::optional<JsonValue>> JournalReader::next_value() {
    const std::uint64_t before = position_;
    GALLEY_TRY(const bool any, complete_ ? Result<bool>(false) : next_line());
    if (!any) {
        return std::nullopt;
    }
    auto line = read_json(path_, line_);
    if (!line) {
        return bad_journal(path_, line_number_, "is not JSON");
    }
    if (line->flag("end") == true) {
        complete_ = true;
        position_ = before;
        return std::nullopt;
    }
    return *std::move(line);
}

Result<> JournalReader::go_to(std::uint64_t position) {
    if (::lseek(file_.get(), static_cast<off_t>(position), SEEK_SET) < 0) {
        return fail(input_error(path_, errno));
    }
    ahead_.clear();
    used_ = 0;
    at_end_ = false;
    position_ = position;
    return {};
}

void count(const Record& record, BatchSummary& summary) {
    ++summary.records;
    switch (record.outcome) {
        case Outcome::done: ++summary.done; break;
        case Outcome::invalid: ++summary.invalid; [[fallthrough]];
        case Outcome::failed: ++summary.failed; break;
        case Outcome::skipped: ++summary.skipped; break;
    }
    summary.warned += record.outcome == Outcome::done && record.warned ? 1 : 0;
    for (const RecordedOutput& output : record.outputs) {
        summary.output_bytes += output.bytes;
    }
}

}  // namespace galley::batch
