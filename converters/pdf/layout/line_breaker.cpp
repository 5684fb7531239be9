#include "converters/pdf/layout/line_breaker.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <memory_resource>

namespace galley::pdf {

namespace {

constexpr std::size_t fitness_classes = 4;  // tight, decent, loose, very loose
constexpr double line_penalty = 10;
constexpr double hyphens_in_a_row = 10'000;
constexpr double hyphen_into_last_line = 100'000'000;
constexpr double unlike_neighbours = 10'000;
constexpr double short_last_line = 40'000;
constexpr double short_last_ragged_line = 600'000;  // lines before it may be shorter without harm
constexpr double short_share = 0.12;                // of the measure
constexpr double overfull = 1e9;
constexpr double rigid = 1e6;     // ratio of a line that has to change and cannot
constexpr double surely = 1.001;  // saves most divisions, and leaves those at the edge exact
constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

struct Node {
    std::uint32_t candidate = none;  // none: the paragraph's start
    std::uint32_t before = none;     // node of the line before
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
    LineBreaker(std::span<const BreakCandidate> candidates, const FallBack& fall_back, const BreakSettings& settings)
        : candidates_(candidates),
          settings_(settings),
          width_slack_(fall_back.width + std::abs(settings.width - settings.first_width)),
          stretch_slack_(settings.line_stretch != 0 ? 0 : fall_back.stretch) {
        constexpr std::size_t usual_starts = 64;
        nodes_.reserve(candidates.size() + 1);
        active_.reserve(usual_starts);
        add({});
    }

    bool run(std::vector<std::uint32_t>& chosen) {
        for (std::uint32_t i = 0; i < candidates_.size(); ++i) {
            if (!consider(i)) {
                return false;
            }
        }
        std::uint32_t best = active_[first_].node;
        for (std::size_t at = first_; at < active_.size(); ++at) {
            const Start& start = active_[at];
            best = nodes_[start.node].demerits < nodes_[best].demerits ? start.node : best;
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

    /// A node that lines may still begin at, with what its lines' fit depends on.
    struct Start {
        std::uint32_t node = 0;
        double width = 0, stretch = 0, shrink = 0;  ///< sums up to the start of its line
        double room = 0;
        bool is_over = false;
    };

    /// True when a line from `start` to `end` is so short that those from all later starts are too short as well.
    [[nodiscard]] bool is_far_too_short(const Start& start, const BreakCandidate& end) const {
        const double stretch = settings_.line_stretch != 0 ? settings_.line_stretch : end.end_stretch - start.stretch;
        const double gap = start.room - (end.end_width - start.width);
        return gap - width_slack_ > (std::max(stretch, 0.0) + stretch_slack_) * settings_.tolerance * surely;
    }

    /// The gap between what the line from `start` to `end` holds and its room, as a part of its stretch or shrink;
    /// infinite where that is sure to be beyond the tolerance.
    [[nodiscard]] double ratio_of(const Start& start, const BreakCandidate& end) const {
        const bool has_own_stretch = settings_.line_stretch != 0;
        const double stretch = has_own_stretch ? settings_.line_stretch : end.end_stretch - start.stretch;
        const double gap = start.room - (end.end_width - start.width);
        if (gap >= 0) {
            if (end.forced) {
                return 0;
            }
            if (stretch > 0 && gap > stretch * settings_.tolerance * surely) {
                return std::numeric_limits<double>::infinity();
            }
            return stretch > 0 ? gap / stretch : (gap < 0.01 ? 0.0 : rigid);
        }
        if (gap > -0.01) {
            return 0;
        }
        const double shrink = has_own_stretch ? 0 : end.end_shrink - start.shrink;
        return shrink > 0 ? gap / shrink : -rigid;
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
        if (end.spare && !settings_.with_spare) {
            return true;
        }
        // From all of them: most places to break are in the middle of any line there may be.
        if (!end.forced && settings_.tolerance < rigid && is_far_too_short(active_[first_], end)) {
            return true;
        }
        std::array<Best, fitness_classes> best;
        std::uint32_t dropped = none;
        std::size_t over = first_;  // behind the last one that is
        for (std::size_t at = first_; at < active_.size(); ++at) {
            Start& start = active_[at];
            const double ratio = ratio_of(start, end);
            if (ratio >= -1 && ratio <= settings_.tolerance) {
                const Node& node = nodes_[start.node];
                // The end of a word does not make a last line.
                const bool into_last = end.forced && node.candidate != none && candidates_[node.candidate].hyphen;
                const Fit line = fit(node, end, ratio);
                Best& place = best[line.fitness];
                if (node.demerits + line.demerits < place.demerits && (!into_last || settings_.last_resort)) {
                    place = {node.demerits + line.demerits, start.node};
                }
            }
            if (ratio < -1 || end.forced) {
                if (dropped == none || starts_later(nodes_[start.node], nodes_[dropped])) {
                    dropped = start.node;  // should no line fit, the shortest one sticks out least
                }
                start.is_over = true;
                over = at + 1;
            } else if (is_far_too_short(start, end)) {
                break;
            }
        }
        drop_what_is_over(over);
        bool added = false;
        for (std::uint8_t fitness = 0; fitness < fitness_classes; ++fitness) {
            if (best[fitness].node != none) {
                add({i, best[fitness].node, fitness, best[fitness].demerits});
                added = true;
            }
        }
        if (first_ == active_.size() && !added) {
            if (!settings_.last_resort) {
                return false;
            }
            add({i, dropped, 1, nodes_[dropped].demerits + overfull});
        }
        return true;
    }

    /// Starts that are over stand at the front, nearly always. The others before `end` close up to what follows.
    void drop_what_is_over(std::size_t end) {
        std::size_t to = end;
        for (std::size_t at = end; at-- > first_;) {
            if (!active_[at].is_over) {
                active_[--to] = active_[at];
            }
        }
        first_ = to;
    }

    void add(const Node& node) {
        Start start{.node = static_cast<std::uint32_t>(nodes_.size()), .room = settings_.first_width};
        if (node.candidate != none) {
            const BreakCandidate& begin = candidates_[node.candidate];
            start = {.node = start.node,
                     .width = begin.next_width,
                     .stretch = begin.next_stretch,
                     .shrink = begin.next_shrink,
                     .room = settings_.width};
        }
        nodes_.push_back(node);
        active_.push_back(start);
    }

    std::span<const BreakCandidate> candidates_;
    const BreakSettings& settings_;
    double width_slack_, stretch_slack_;  ///< how far sums may fall back
    std::array<std::byte, 8192> room_;    ///< of most paragraphs' nodes and starts
    std::pmr::monotonic_buffer_resource memory_{room_.data(), room_.size()};
    std::pmr::vector<Node> nodes_{&memory_};
    std::pmr::vector<Start> active_{&memory_};  ///< in the order of their candidates
    std::size_t first_ = 0;                     ///< of them; those before are over
};

}  // namespace

FallBack fall_back_of(std::span<const BreakCandidate> candidates) {
    FallBack most;
    double widest = 0, most_stretch = 0;
    for (const BreakCandidate& candidate : candidates) {
        widest = std::max(widest, candidate.next_width);
        most_stretch = std::max(most_stretch, candidate.next_stretch);
        most.width = std::max(most.width, widest - candidate.next_width);
        most.stretch = std::max(most.stretch, most_stretch - candidate.next_stretch);
    }
    return most;
}

bool break_lines(std::span<const BreakCandidate> candidates, const FallBack& fall_back, const BreakSettings& settings,
                 std::vector<std::uint32_t>& chosen) {
    chosen.clear();
    return candidates.empty() || LineBreaker{candidates, fall_back, settings}.run(chosen);
}

bool break_lines(std::span<const BreakCandidate> candidates, const BreakSettings& settings,
                 std::vector<std::uint32_t>& chosen) {
    return break_lines(candidates, fall_back_of(candidates), settings, chosen);
}

}  // namespace galley::pdf
