#pragma once

#include <chrono>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace galley::batch {

/// What each worker is at, for those who watch. Thread-safe; a worker waits for nobody but who looks at it right now.
class WorkBoard {
public:
    explicit WorkBoard(std::uint32_t workers) : at_work_(workers) {}

    void begin(std::uint32_t worker, const std::string& name) { note(worker, name); }
    void end(std::uint32_t worker) { note(worker, {}); }

    struct Oldest {
        std::string name;
        std::chrono::seconds age;
    };
    /// What has been worked on for longest; nothing while nobody works.
    [[nodiscard]] std::optional<Oldest> oldest() const;

private:
    using Clock = std::chrono::steady_clock;

    struct AtWork {
        mutable std::mutex mutex;
        std::string name;
        Clock::time_point since;
    };

    void note(std::uint32_t worker, const std::string& name);

    std::vector<AtWork> at_work_;
};

}  // namespace galley::batch
