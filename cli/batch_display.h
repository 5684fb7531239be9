#pragma once

#include "cli/console.h"
#include "galley/batch.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace galley::cli {

enum class LogFormat { text, json };

/// Shows how far a batch is while it lives: a line that is written over on a terminal, a JSON object a second in a JSON
/// log, and nothing elsewhere. It also is the watchdog: a story stuck at twice its deadline is given up, and the
/// process ends.
class BatchDisplay {
public:
    /// `run` and `console` must outlive it.
    BatchDisplay(BatchRun& run, LogFormat log, std::chrono::seconds deadline, Console& console);
    ~BatchDisplay();
    BatchDisplay(const BatchDisplay&) = delete;
    BatchDisplay& operator=(const BatchDisplay&) = delete;

private:
    void show();
    void watch();
    [[nodiscard]] std::string line(const BatchProgress& progress) const;

    BatchRun& run_;
    LogFormat log_;
    std::chrono::seconds deadline_;
    Console& console_;
    bool terminal_;
    std::chrono::steady_clock::time_point begun_;
    std::mutex mutex_;
    std::condition_variable_any changed_;
    std::jthread thread_;  // last: it uses all the others
};

/// What a batch came to, as a sentence or a JSON object.
[[nodiscard]] std::string describe(const BatchSummary& summary, LogFormat log);

/// A diagnostic as a line of a JSON log.
[[nodiscard]] std::string log_line(const Diagnostic& diagnostic);

}  // namespace galley::cli
