#pragma once

#include "galley/document.h"
#include "galley/found_values.h"

#include <vector>

namespace galley::batch {

/// What the journal keeps of the values of `story`: all that were read out of text or concluded; of those that the
/// source states, the headline, byline, dateline and date. Neither furniture nor what the run's own profile gave. Long
/// values are cut, and there is an end to their number: a record stays small whatever the story holds.
[[nodiscard]] std::vector<FoundValue> journaled_values(const Document& story);

/// The least confidence of `values`; 100 when nothing was read.
[[nodiscard]] std::uint8_t least_confidence(const std::vector<FoundValue>& values);

}  // namespace galley::batch
