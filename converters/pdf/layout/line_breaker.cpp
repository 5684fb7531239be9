#include "converters/pdf/layout/line_breaker.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace galley::pdf {

namespace {

constexpr std::size_t fitness_classes = 4;      // tight, decent, loose, very loose
constexpr double line_penalty = 10;
constexpr double hyphens_in_a_row = 10'000;
constexpr double hyphen_into_last_line = 100'000'000;
constexpr double unlike_neighbours = 10'000;
constexpr double short_last_line = 40'000;
constexpr double short_last_ragged_line = 600'000;      // lines before it may be shorter without harm
constexpr double short_share = 0.12;            // of the measure
constexpr double overfull = 1e9;
constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

struct Node {
    std::uint32_t candidate = none;     // none: the paragraph's start
    std::uint32_t before = none;        // node of the line before
    std::uint8_t fitness = 1;
    double demerits = 0;
};

struct Fit {
    double ratio = 0;
    double demerits = 0;
    std::uint8_t fitness = 1;
};

class LineBreaker {
public:
    LineBreaker(std::span<const BreakCandidate> candidates, const BreakSettings& settings)
        : candidates_(candidates), settings_(settings) {
        nodes_.reserve(candidates.size() + 1);
        nodes_.push_back({});
        active_.push_back(0);
    }

    bool run(std::vector<std::uint32_t>& chosen) {
        for (std::uint32_t i = 0; i < candidates_.size(); ++i) {
            if (!consider(i)) {
                return false;
            }
        }
        std::uint32_t best = active_.front();
        for (const std::uint32_t node : active_) {
            best = nodes_[node].demerits < nodes_[best].demerits ? node : best;
        }
        chosen.clear();
        for (; best != 0; best = nodes_[best].before) {
            chosen.push_back(nodes_[best].candidate);
        }
        std::ranges::reverse(chosen);
        return true;
    }

private:
    struct Best {
        double demerits = std::numeric_limits<double>::infinity();
        std::uint32_t node = none;
    };

    [[nodiscard]] double room_after(const Node& node) const {
        return node.candidate == none ? settings_.first_width : settings_.width;
    }

    /// The gap between what the line from `node` to `end` holds and its room, as a part of its stretch or shrink.
    [[nodiscard]] double ratio_of(const Node& node, const BreakCandidate& end) const {
        double width = end.end_width, stretch = end.end_stretch, shrink = end.end_shrink;
        if (node.candidate != none) {
            const BreakCandidate& start = candidates_[node.candidate];
            width -= start.next_width;
            stretch -= start.next_stretch;
            shrink -= start.next_shrink;
        }
        if (settings_.line_stretch != 0) {
            stretch = settings_.line_stretch;
            shrink = 0;
        }
        const double gap = room_after(node) - width;
        if (gap >= 0) {
            if (end.forced) {
                return 0;
            }
            return stretch > 0 ? gap / stretch : (gap < 0.01 ? 0.0 : 1e6);
        }
        if (gap > -0.01) {
            return 0;
        }
        return shrink > 0 ? gap / shrink : -1e6;
    }

    [[nodiscard]] Fit fit(const Node& node, const BreakCandidate& end, double ratio) const {
        Fit result{.ratio = ratio};
        result.fitness = ratio < -0.5 ? 0 : ratio <= 0.5 ? 1 : ratio <= 1 ? 2 : 3;
        const double size = std::min(std::abs(ratio), 50.0);
        const double badness = 100 * size * size * size;
        const double cost = line_penalty + badness;
        result.demerits = cost * cost;
        if (!end.forced && end.penalty > 0) {
            result.demerits += static_cast<double>(end.penalty) * end.penalty;
        }
        const bool from_hyphen = node.candidate != none && candidates_[node.candidate].hyphen;
        if (from_hyphen && end.hyphen) {
            result.demerits += hyphens_in_a_row;
        }
        if (end.forced && node.candidate != none) {
            const double width = end.end_width - candidates_[node.candidate].next_width;
            result.demerits += from_hyphen ? hyphen_into_last_line : 0.0;
            const double too_short = settings_.line_stretch != 0 ? short_last_ragged_line : short_last_line;
            result.demerits += width < short_share * settings_.width ? too_short : 0.0;
        }
        if (std::abs(result.fitness - node.fitness) > 1) {
            result.demerits += unlike_neighbours;
        }
        return result;
    }

    [[nodiscard]] static bool starts_later(const Node& one, const Node& other) {
        return one.candidate != none && (other.candidate == none || one.candidate > other.candidate);
    }

    /// Tries every active node against candidate `i`; false when no line can end at or before it.
    bool consider(std::uint32_t i) {
        const BreakCandidate& end = candidates_[i];
        std::array<Best, fitness_classes> best;
        std::size_t kept = 0;
        std::uint32_t dropped = none;
        for (const std::uint32_t index : active_) {
            const Node& node = nodes_[index];
            const double ratio = ratio_of(node, end);
            // The end of a word does not make a last line.
            const bool into_last = end.forced && node.candidate != none && candidates_[node.candidate].hyphen;
            if (ratio >= -1 && ratio <= settings_.tolerance && (!into_last || settings_.last_resort)) {
                const Fit line = fit(node, end, ratio);
                Best& place = best[line.fitness];
                if (node.demerits + line.demerits < place.demerits) {
                    place = {node.demerits + line.demerits, index};
                }
            }
            if (ratio >= -1 && !end.forced) {
                active_[kept++] = index;
            } else if (dropped == none || starts_later(nodes_[index], nodes_[dropped])) {
                dropped = index;        // should no line fit, the shortest one sticks out least
            }
        }
        active_.resize(kept);
        bool added = false;
        for (std::uint8_t fitness = 0; fitness < fitness_classes; ++fitness) {
            if (best[fitness].node != none) {
                add({i, best[fitness].node, fitness, best[fitness].demerits});
                added = true;
            }
        }
        if (active_.empty() && !added) {
            if (!settings_.last_resort) {
                return false;
            }
            add({i, dropped, 1, nodes_[dropped].demerits + overfull});
        }
        return true;
    }

    void add(const Node& node) {
        nodes_.push_back(node);
        active_.push_back(static_cast<std::uint32_t>(nodes_.size() - 1));
    }

    std::span<const BreakCandidate> candidates_;
    const BreakSettings& settings_;
    std::vector<Node> nodes_;
    std::vector<std::uint32_t> active_;
};

}  // namespace

bool break_lines(std::span<const BreakCandidate> candidates, const BreakSettings& settings, std::vector<std::uint32_t>& chosen) {
    chosen.clear();
    return candidates.empty() || LineBreaker{candidates, settings}.run(chosen);
}

}  // namespace galley::pdf
