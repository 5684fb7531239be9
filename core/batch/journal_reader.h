#pragma once

#include "core/batch/record.h"
#include "core/batch/run_header.h"
#include "core/host/descriptor.h"
#include "galley/result.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace galley::batch {

/// Reads a journal from its start, a record at a time, up to where it is whole: what an interrupted run wrote last may
/// be cut short, which is its end.
class JournalReader {
public:
    /// Nothing when there is no journal, or not even its first line is whole. Fails with `batch.bad-journal` and
    /// `input.*`.
    [[nodiscard]] static Result<std::unique_ptr<JournalReader>> open(const std::string& path);

    [[nodiscard]] const RunHeader& header() const { return header_; }

    /// The next record; nothing at the end. Fails like `open`.
    [[nodiscard]] Result<std::optional<Record>> next();

    /// The same, as JSON with all that stands in it.
    [[nodiscard]] Result<std::optional<JsonValue>> next_value();

    /// Goes on behind `position` bytes, where a record begins; line numbers in messages count from there.
    [[nodiscard]] Result<> go_to(std::uint64_t position);

    [[nodiscard]] std::uint64_t line_number() const { return line_number_; }

    /// Bytes of the journal up to behind what `next` gave last.
    [[nodiscard]] std::uint64_t position() const { return position_; }

    /// The line that `next` gave last, without its line end; valid until the next call.
    [[nodiscard]] std::string_view line() const { return line_; }

    /// True once `next` came to the line that ends a complete run.
    [[nodiscard]] bool complete() const { return complete_; }

private:
    JournalReader(std::string path, Descriptor file) : path_(std::move(path)), file_(std::move(file)) {}

    Result<bool> next_line();
    Result<> fill();

    std::string path_;
    Descriptor file_;
    RunHeader header_;
    std::string ahead_;
    std::size_t used_ = 0;
    bool at_end_ = false;
    std::string_view line_;
    std::uint64_t line_number_ = 0;
    std::uint64_t position_ = 0;
    bool complete_ = false;
};

/// Adds what `record` tells to `summary`.
void count(const Record& record, BatchSummary& summary);

}  // namespace galley::batch
