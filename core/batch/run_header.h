#pragma once

#include "core/edge/json/json_value.h"
#include "galley/batch.h"

#include <cstdint>
#include <optional>
#include <string>

namespace galley::batch {

/// The first line of a journal: what the whole run stands under.
struct RunHeader {
    std::string version{};   ///< of the program
    std::string settings{};  ///< digest of all that outputs depend on, but for the clock and the shard
    std::int64_t clock = 0;  ///< seconds since 1970
    BatchForm form = BatchForm::folder;
    BatchLayout layout = BatchLayout::mirror;
    std::uint32_t records_per_frame = 0;
    std::uint32_t shard = 1;
    std::uint32_t shards = 1;
    std::vector<std::string> formats{};
    std::vector<std::pair<std::string, std::string>> bag_info{};

    std::string
        configuration{};  ///< digest of the file that describes the run, if one does; tells, and decides nothing
};

/// True when both are of one run: everything is the same that outputs and their names depend on.
[[nodiscard]] bool is_same_run(const RunHeader& one, const RunHeader& other);

[[nodiscard]] RunHeader header_of(const BatchSettings& settings, const Host& host);

/// The header as a line, with its line end.
[[nodiscard]] std::string line_of(const RunHeader& header);

/// Nothing when `line` is no header.
[[nodiscard]] std::optional<RunHeader> read_header(const JsonValue& line);

/// The last line of a journal whose run is complete.
[[nodiscard]] std::string end_line(const BatchSummary& summary);

}  // namespace galley::batch
