#pragma once

#include <sys/resource.h>
#include <unistd.h>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

namespace galley::bench {

/// What a piece of work took.
struct Cost {
    double processor = 0;  ///< seconds, user and system, all threads of this process
    double clock = 0;      ///< seconds
};

inline double processor_seconds() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

inline double clock_seconds() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

template <class Work>
Cost cost_of(const Work& work) {
    const double processor = processor_seconds();
    const double clock = clock_seconds();
    work();
    return {processor_seconds() - processor, clock_seconds() - clock};
}

/// How much of the machine others used between two moments: whoever reads a ratio wants to know.
class OthersLoad {
public:
    OthersLoad() : begun_(read()), own_(processor_seconds()), clock_(clock_seconds()) {}

    /// In percent of all processors, the time that the hypervisor kept for others included.
    [[nodiscard]] double percent() const {
        const double all =
            (clock_seconds() - clock_) * static_cast<double>(std::max(1L, ::sysconf(_SC_NPROCESSORS_ONLN)));
        const double used =
            (read() - begun_) / static_cast<double>(::sysconf(_SC_CLK_TCK)) - (processor_seconds() - own_);
        return all <= 0 ? 0 : std::max(0.0, 100 * used / all);
    }

private:
    /// Ticks that were not idle: user, nice, system, interrupts and steal of the first line of /proc/stat.
    static double read() {
        std::ifstream stat("/proc/stat");
        std::string name;
        double fields[8] = {};
        stat >> name;
        for (double& field : fields) {
            stat >> field;
        }
        constexpr int idle = 3;
        constexpr int waiting = 4;
        double busy = 0;
        for (int at = 0; at < 8; ++at) {
            busy += at == idle || at == waiting ? 0 : fields[at];
        }
        return busy;
    }

    double begun_;
    double own_;
    double clock_;
};

/// Ratios of two quantities that were taken in turn. Whatever else runs only makes work slower, so two figures are
/// honest: the median of the pairs, and the ratio of the best each side ever reached.
class PairedCosts {
public:
    void add(double numerator, double denominator) {
        numerators_.push_back(numerator);
        denominators_.push_back(denominator);
        ratios_.push_back(numerator / denominator);
    }

    void print(const char* what) const {
        std::vector<double> ratios = ratios_;
        std::ranges::sort(ratios);
        const std::size_t quarter = ratios.size() / 4;
        std::printf("%-44s %.3f  (middle half %.3f to %.3f of %zu pairs)  best by best %.3f\n", what,
                    ratios[ratios.size() / 2], ratios[quarter], ratios[ratios.size() - 1 - quarter], ratios.size(),
                    best());
        std::fflush(stdout);
    }

    /// The least numerator by the least denominator.
    [[nodiscard]] double best() const { return std::ranges::min(numerators_) / std::ranges::min(denominators_); }

private:
    std::vector<double> numerators_;
    std::vector<double> denominators_;
    std::vector<double> ratios_;
};

}  // namespace galley::bench
