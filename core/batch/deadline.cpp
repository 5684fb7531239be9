#include "core/batch/deadline.h"

namespace galley::batch {

Result<> Deadline::check(const std::string& item) const {
    if (Clock::now() - begun_ <= allowed_) {
        return {};
    }
    return fail({.code = "limit.time",
                 .message = "'" + item + "' took more than " + std::to_string(allowed_.count()) + " seconds",
                 .where = {.source = item},
                 .hints = {"raise the deadline if the story is worth it"}});
}

std::uint32_t Deadline::restart() {
    const auto now = Clock::now();
    const auto taken = std::chrono::duration_cast<std::chrono::microseconds>(now - begun_).count();
    begun_ = now;
    return static_cast<std::uint32_t>(taken);
}

}  // namespace galley::batch
