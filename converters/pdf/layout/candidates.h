#pragma once

#include "converters/pdf/layout/line_breaker.h"
#include "converters/pdf/layout/pieces.h"

#include <cstdint>
#include <vector>

namespace galley::pdf {

/// Where a candidate lies: behind a piece (`offset` 0; a space stays at its line's end), or `offset` bytes inside one.
struct Cut {
    std::uint32_t piece = 0;
    std::uint32_t offset = 0;
};

/// What may be broken besides spaces.
struct CandidateSettings {
    bool hyphens = false;  ///< words where their language's patterns allow it, as spare ones; soft hyphens count always
    bool emergency = false;  ///< words that are wider than half a line, anywhere
    bool hanging = false;    ///< signs at the edges hang into the margin
    float room = 0;          ///< width of a line
};

/// Finds the candidates of a paragraph, and the cut of each, in order. The last one is its end.
void find_candidates(const ParagraphText& paragraph, const std::vector<Piece>& pieces,
                     const CandidateSettings& settings, const FontSet& fonts, WordCache& cache,
                     std::vector<BreakCandidate>& candidates, std::vector<Cut>& cuts);

/// What `piece` is shaped with.
[[nodiscard]] WordStyle style_of(const ParagraphText& paragraph, const Piece& piece, WordCache& cache);

}  // namespace galley::pdf
