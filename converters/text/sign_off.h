#pragma once

#include "converters/text/lexicon.h"

#include <cstdint>
#include <string_view>

namespace galley::text {

/// Whether `line` is who wrote and edited a story: "dpa wsz jln npr", "gr/bp", "(Hina) xmar yduk", "(Schluss) abc/def",
/// "PTI TGB ROH". Initials, after an agency or an end mark, or with a stroke between them; as the last line of all,
/// alone: "jno kar". REQUIRES: valid UTF-8.
[[nodiscard]] bool is_sign_off(std::string_view line, const Lexicon& lexicon, std::uint8_t language, bool is_last);

}  // namespace galley::text
