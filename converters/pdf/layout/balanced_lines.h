#pragma once

#include "converters/pdf/layout/line_breaker.h"

#include <cstdint>
#include <span>
#include <vector>

namespace galley::pdf {

/// Chooses anew the candidates where lines end, as many as `chosen` has, so that lines are about equally long and no phrase is
/// torn for it: for headlines and other short texts that are not justified. Longer ones stay as they are.
void balance_lines(std::span<const BreakCandidate> candidates, const BreakSettings& settings, std::vector<std::uint32_t>& chosen);

}  // namespace galley::pdf
