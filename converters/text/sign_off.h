#pragma once

#include "converters/text/lexicon.h"

#include <cstdint>
#include <string_view>

namespace galley::text {

/// Whether `line` is who wrote and edited a story: "dpa wsz jln npr", "gr/bp". Initials, after an agency or with a stroke between them.
[[nodiscard]] bool is_sign_off(std::string_view line, const Lexicon& lexicon, std::uint8_t language);

}  // namespace galley::text
