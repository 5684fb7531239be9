#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace galley::pdf {

/// A place where a line may end. Sums run from the paragraph's start: up to the end of the line that ends here (hyphen
/// and hanging punctuation counted), and up to the start of the line after it (the space between them left out).
struct BreakCandidate {
    double end_width = 0, end_stretch = 0, end_shrink = 0;
    double next_width = 0, next_stretch = 0, next_shrink = 0;
    std::int32_t penalty = 0;
    bool hyphen = false;
    bool spare = false;   ///< passed over unless `BreakSettings::with_spare`
    bool forced = false;  ///< the line ends here, and its last space is not stretched; the last candidate is forced
};

struct BreakSettings {
    double first_width = 0;   ///< room of the first line
    double width = 0;         ///< room of every other line
    double tolerance = 1;     ///< how much of its stretch a line may use, 1: all of it
    double line_stretch = 0;  ///< stretch that every line has by itself: for text that is not justified
    bool with_spare = false;
    bool last_resort = false;  ///< lines too wide or too loose rather than none
};

/// Chooses the candidates where lines end so that the whole paragraph looks even (Knuth and Plass: Breaking paragraphs
/// into lines, 1981): no hyphen before the last line, few hyphens in a row, no tight line beside a loose one. False
/// when no way keeps the tolerance; always true with `last_resort`.
[[nodiscard]] bool break_lines(std::span<const BreakCandidate> candidates, const BreakSettings& settings,
                               std::vector<std::uint32_t>& chosen);

/// How far the sums up to a line's start may fall back from one candidate to a later one: they grow, but for
/// punctuation that hangs.
struct FallBack {
    double width = 0, stretch = 0;
};
[[nodiscard]] FallBack fall_back_of(std::span<const BreakCandidate> candidates);

/// The same for candidates of which that is known: who tries several settings finds it once.
[[nodiscard]] bool break_lines(std::span<const BreakCandidate> candidates, const FallBack& fall_back,
                               const BreakSettings& settings, std::vector<std::uint32_t>& chosen);

}  // namespace galley::pdf
