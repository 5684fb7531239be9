#include "core/batch/work_board.h"

namespace galley::batch {

std::optional<WorkBoard::Oldest> WorkBoard::oldest() const {
    std::optional<Oldest> oldest;
    for (const AtWork& one : at_work_) {
        const std::scoped_lock lock(one.mutex);
        const auto age = std::chrono::duration_cast<std::chrono::seconds>(Clock::now() - one.since);
        if (!one.name.empty() && (!oldest || age > oldest->age)) {
            oldest = Oldest{one.name, age};
        }
    }
    return oldest;
}

void WorkBoard::note(std::uint32_t worker, const std::string& name) {
    AtWork& own = at_work_[worker];
    const std::scoped_lock lock(own.mutex);
    own.name = name;
    own.since = Clock::now();
}

}  // namespace galley::batch
