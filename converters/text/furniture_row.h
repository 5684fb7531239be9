#pragma once

#include "converters/text/lexicon.h"

#include <cstdint>
#include <string_view>

namespace galley::text {

/// "Share Tweet", "facebook twitter whatsapp": several of a page's buttons side by side, and nothing else. REQUIRES:
/// valid UTF-8.
[[nodiscard]] bool is_row_of_buttons(std::string_view line, const Lexicon& lexicon, std::uint8_t language);

}  // namespace galley::text
