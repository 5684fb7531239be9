#pragma once

#include "core/batch/record_line.h"
#include "galley/diagnostic.h"
#include "galley/digest.h"
#include "galley/found_values.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace galley::batch {

/// What became of a story; the names stand in the journal.
enum class Outcome : std::uint8_t {
    done,
    failed,
    invalid,  ///< refused by the writers' own checks
    skipped   ///< no story by rule
};
[[nodiscard]] std::string_view name_of(Outcome outcome);
[[nodiscard]] std::optional<Outcome> outcome_called(std::string_view name);

/// True when somebody should look at a story: it failed, or a value that was found in it may be wrong.
[[nodiscard]] bool is_doubtful(Outcome outcome, std::uint8_t least_confidence);

/// One output of a story.
struct Output {
    std::string path;  ///< relative to the destination's outputs
    std::string bytes;
    std::string_view role;    ///< "rendition", "original" or "metadata"
    std::string_view format;  ///< of a rendition or metadata
    std::string_view media_type;
    std::string_view pronom;
    Digest sha256{};
    std::optional<std::array<std::uint8_t, 64>> sha512{};
};

/// What the journal says of where a story came from.
struct StorySource {
    std::uint64_t bytes = 0;
    std::optional<Digest> sha256{};
    std::string format{};
    int confidence = -1;  ///< of the detection; -1 when the format was given or not found
    std::string encoding{};
    int encoding_confidence = -1;
    std::string language{};                 ///< BCP 47
    std::optional<std::uint64_t> offset{};  ///< in an item that holds several stories
};

/// One story with its outputs, on its way to the destination and the journal.
struct StoryResult {
    std::uint64_t item = 0;
    std::string name{};
    std::uint64_t story = 1;  ///< in the item, from 1; what failed counts
    bool last = true;         ///< of the item
    Outcome outcome = Outcome::done;
    StorySource source{};
    std::vector<Output> outputs{};
    Diagnostics diagnostics{};
    std::vector<FoundValue> found{};
    std::string text{};  ///< its line for texts.jsonl, if any
    std::uint32_t microseconds = 0;
    bool warned = false;    ///< `record` tells of a warning
    bool doubtful = false;  ///< what `is_doubtful` said when `record` was written
    RecordLine record{};

    [[nodiscard]] std::uint64_t output_bytes() const;

    [[nodiscard]] bool is_doubtful() const;

    /// Writes `record` and drops what only it needed: the rest is for the committer, which should have little to free.
    void write_record();
};

}  // namespace galley::batch
