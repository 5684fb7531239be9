#pragma once

#include "converters/pdf/layout/line_breaker.h"

#include <cstdint>
#include <span>
#include <vector>

namespace galley::pdf {

/// The penalty of a place inside a phrase.
inline constexpr std::int32_t torn_phrase_penalty = 400;

/// Chooses anew the candidates where lines end, as many as `chosen` has, so that lines are about equally long and no
/// phrase is torn for it: for headlines and other short texts that are not justified. Where phrases can be kept whole
/// on one line more, there is one more. Longer ones stay as they are.
void balance_lines(std::span<const BreakCandidate> candidates, const BreakSettings& settings,
                   std::vector<std::uint32_t>& chosen);

}  // namespace galley::pdf
