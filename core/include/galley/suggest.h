#pragma once

#include "galley/export.h"

#include <string>
#include <string_view>
#include <vector>

namespace GALLEY_API galley {

/// The one of `candidates` that `word` was most likely meant to be: at most a third of its letters wrong (edit
/// distance, case aside). Empty when none is near.
[[nodiscard]] std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates);

/// "did you mean 'NEAREST'?" as a list of hints, empty when nothing is near.
[[nodiscard]] std::vector<std::string> suggest(std::string_view word, const std::vector<std::string_view>& candidates);

}  // namespace galley
