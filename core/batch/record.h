#pragma once

#include "core/batch/story_result.h"
#include "core/edge/json/json_value.h"
#include "galley/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace galley::batch {

/// One output as the journal tells of it.
struct RecordedOutput {
    std::string path;
    std::string role;
    std::uint64_t bytes = 0;
    std::string sha256;
    std::string sha512;
};

/// A record of the journal, as far as the program itself goes by it.
struct Record {
    std::uint64_t item = 0;
    std::string name{};
    std::uint64_t story = 1;
    bool last = true;
    Outcome outcome = Outcome::done;
    bool warned = false;
    std::uint8_t least_confidence = 100;  ///< of the values that were found
    std::vector<RecordedOutput> outputs{};
    std::optional<TarRange> range{};
};

/// Reads a line of the journal that is no header or end. Fails with `batch.bad-journal`.
[[nodiscard]] Result<Record> read_record(const JsonValue& line, const std::string& journal, std::uint64_t line_number);

}  // namespace galley::batch
