#pragma once

#include "converters/text/lexicon.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace galley::text {

/// The agency that is all of `line`, in brackets or without: "EFE", "(AGI)", "（時事）". REQUIRES: valid UTF-8.
[[nodiscard]] std::optional<PhraseHit> find_lone_agency(std::string_view line, const Lexicon& lexicon,
                                                        std::uint8_t language);

/// `line` without the brackets around all of it, of any width; as it is where there are none. REQUIRES: valid UTF-8.
[[nodiscard]] std::string_view without_brackets(std::string_view line);

}  // namespace galley::text
