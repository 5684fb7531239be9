#pragma once

#include "core/batch/listed_stories.h"
#include "core/batch/run_header.h"
#include "core/edge/json/json_value.h"
#include "galley/batch.h"
#include "galley/diagnostic.h"

#include <array>
#include <cstdint>
#include <map>
#include <stop_token>
#include <string>
#include <vector>

namespace galley::batch {

/// How often a confidence lay between each ten of a hundred.
using ConfidenceHistogram = std::array<std::uint64_t, 10>;

/// What was said under one code.
struct CodeTotal {
    std::string severity{};
    std::uint64_t times = 0;
    std::uint64_t stories = 0;
    std::string example{};  ///< the first message
};

/// Renditions in one format.
struct RenditionTotal {
    std::uint64_t outputs = 0;
    std::uint64_t bytes = 0;
};

struct FailedStory {
    std::string name{};
    std::uint64_t story = 1;
    std::string status{};
    std::string code{};
    std::string message{};
};

struct SlowStory {
    std::uint64_t record = 0;  ///< in its journal, from 1
    std::uint32_t microseconds = 0;
    std::string name{};
};

/// A group of stories that were journaled together.
struct JournaledGroup {
    std::uint64_t milliseconds = 0;  ///< of work since the run began, without the pauses between its parts
    std::uint64_t stories = 0;
};

/// One run of those that are told about together.
struct ToldRun {
    std::string path{};
    std::string state{};  ///< the folder of its journal
    RunHeader header{};
    bool complete = false;
};

/// What journals amount to. Lists keep what comes first, or is slowest, up to a bound.
class RunStatistics {
public:
    static constexpr std::size_t most_failures = 5000;
    static constexpr std::size_t most_slow = 20;

    /// Adds the run at `path`. Fails with `batch.not-a-batch`, `batch.bad-journal` and `input.*`.
    [[nodiscard]] Result<> add(const std::string& path, const std::stop_token& stop);

    std::vector<ToldRun> runs{};
    BatchSummary summary{};  ///< `complete`: all of them are
    std::map<std::string, std::uint64_t> statuses{};
    std::map<std::string, std::uint64_t> source_formats{};
    std::map<std::string, std::uint64_t> languages{};
    std::map<std::string, std::uint64_t> encodings{};
    ConfidenceHistogram format_confidence{};
    ConfidenceHistogram encoding_confidence{};
    std::map<std::string, RenditionTotal> renditions{};
    std::map<std::string, CodeTotal> codes{};
    std::vector<FailedStory> failures{};
    ListedStories listed{};
    std::map<std::string, ConfidenceHistogram> found_confidence{};  ///< of what was read out of text, by kind
    std::vector<SlowStory> slowest{};                               ///< the slowest first
    std::vector<JournaledGroup> groups{};                           ///< run after run

private:
    void add_record(const JsonValue& record);
    void add_source(const JsonValue& source);
    void add_found(const JsonValue::Array& found);
    void add_diagnostics(const JsonValue::Array& diagnostics);
    Result<std::vector<SlowStory>> add_timings(const std::string& file);
};

}  // namespace galley::batch
