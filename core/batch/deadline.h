#pragma once

#include "galley/result.h"

#include <chrono>
#include <string>

namespace galley::batch {

/// The time one story may take, looked at between its stages.
class Deadline {
public:
    using Clock = std::chrono::steady_clock;

    explicit Deadline(std::chrono::seconds allowed) : allowed_(allowed), begun_(Clock::now()) {}

    /// Fails with `limit.time` when it is over for the story of `item`.
    [[nodiscard]] Result<> check(const std::string& item) const;

    /// Begins anew, for the next story; gives the microseconds since the last beginning.
    std::uint32_t restart();

private:
    std::chrono::seconds allowed_;
    Clock::time_point begun_;
};

}  // namespace galley::batch
