#pragma once

#include "converters/text/conventions.h"
#include "galley/metadata.h"

#include <cstdint>
#include <string_view>

namespace galley::text {

/// Whether `line` says until when a story must not be published. Words that begin headlines as well ("Embargo on …")
/// say so only with a date, a time or nothing right behind them. REQUIRES: valid UTF-8.
[[nodiscard]] bool is_embargo_line(std::string_view line, const Conventions& conventions, std::uint8_t language);

/// Until when, as far as `line` tells: the time may stand before the day or behind it.
[[nodiscard]] Embargo read_embargo(std::string_view line, const Conventions& conventions, std::uint8_t language);

}  // namespace galley::text
