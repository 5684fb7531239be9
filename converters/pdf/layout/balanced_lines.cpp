#include "converters/pdf/layout/balanced_lines.h"

#include <algorithm>
#include <limits>

namespace galley::pdf {

namespace {

constexpr std::size_t most_candidates = 1'000;
constexpr std::size_t most_lines = 40;
constexpr double raggedness = 100;  // of a line that is twice as long as the average, or empty
constexpr double penalty_share = 0.08;
constexpr double rounding = 0.01;

/// The best ways to end line k at a candidate, found for k = 1, 2, … from those for k - 1.
class Balance {
public:
    Balance(std::span<const BreakCandidate> candidates, const BreakSettings& settings, std::size_t lines)
        : candidates_(candidates),
          settings_(settings),
          lines_(lines),
          before_(lines * candidates.size(), none),
          cost_(candidates.size(), infinite),
          next_cost_(candidates.size()) {
        average_ = std::max(candidates.back().end_width / static_cast<double>(lines), 1.0);
    }

    void run(std::vector<std::uint32_t>& chosen) {
        for (std::size_t end = 0; end < candidates_.size(); ++end) {
            cost_[end] = line_cost(candidates_[end].end_width, settings_.first_width, end);
            if (candidates_[end].forced) {
                break;
            }
        }
        for (std::size_t line = 1; line < lines_; ++line) {
            add_line(line);
        }
        if (cost_.back() == infinite) {
            return;
        }
        chosen.resize(lines_);
        auto at = static_cast<std::uint32_t>(candidates_.size() - 1);
        for (std::size_t line = lines_; line-- > 0; at = before_[line * candidates_.size() + at]) {
            chosen[line] = at;
        }
    }

private:
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
    static constexpr double infinite = std::numeric_limits<double>::infinity();

    [[nodiscard]] double line_cost(double width, double room, std::size_t end) const {
        if (width > room + rounding) {
            return infinite;
        }
        const double away = (width - average_) / average_;
        const bool last = end + 1 == candidates_.size();
        return raggedness * away * away + (last ? 0.0 : penalty_share * candidates_[end].penalty);
    }

    void add_line(std::size_t line) {
        std::ranges::fill(next_cost_, infinite);
        for (std::size_t end = line; end < candidates_.size(); ++end) {
            for (std::size_t start = end; start-- > 0;) {
                const double width = candidates_[end].end_width - candidates_[start].next_width;
                if (width > settings_.width + rounding) {
                    break;
                }
                const double cost =
                    cost_[start] == infinite ? infinite : cost_[start] + line_cost(width, settings_.width, end);
                if (cost < next_cost_[end]) {
                    next_cost_[end] = cost;
                    before_[line * candidates_.size() + end] = static_cast<std::uint32_t>(start);
                }
                if (candidates_[start].forced) {
                    break;  // no line goes on over it
                }
            }
        }
        cost_.swap(next_cost_);
    }

    std::span<const BreakCandidate> candidates_;
    const BreakSettings& settings_;
    std::size_t lines_;
    std::vector<std::uint32_t> before_;  // by line and candidate: the candidate that ends the line before
    std::vector<double> cost_, next_cost_;
    double average_ = 1;
};

}  // namespace

void balance_lines(std::span<const BreakCandidate> candidates, const BreakSettings& settings,
                   std::vector<std::uint32_t>& chosen) {
    if (chosen.size() < 2 || chosen.size() > most_lines || candidates.size() > most_candidates) {
        return;
    }
    const auto tears = [&](const std::vector<std::uint32_t>& ends) {
        return std::ranges::any_of(ends,
                                   [&](std::uint32_t end) { return candidates[end].penalty >= torn_phrase_penalty; });
    };
    Balance{candidates, settings, chosen.size()}.run(chosen);
    if (tears(chosen)) {
        std::vector<std::uint32_t> longer;
        Balance{candidates, settings, chosen.size() + 1}.run(longer);
        if (!longer.empty() && !tears(longer)) {
            chosen = std::move(longer);
        }
    }
}

}  // namespace galley::pdf
