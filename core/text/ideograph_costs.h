#pragma once

#include "core/text/letter_costs.h"

#include <string_view>

namespace galley {

/// What `text` (UTF-8) costs as East Asian text in `language` ("ja", "ko", "zh-Hans", "zh-Hant"), or in any language of
/// the world when that is empty; U+FFFD stands for a byte that is not of the encoding. Comparable to LetterCosts over
/// the same bytes: words in ASCII alone cost nothing.
[[nodiscard]] Cost ideograph_cost(std::string_view text, std::string_view language);

}  // namespace galley
