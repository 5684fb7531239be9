#pragma once

#include "converters/text/byline_parser.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace galley::text {

/// "【田中宏昌】", "（田中宏昌、山本次郎）", "[田中宏昌，ITmedia]": Japanese authors in brackets that are all of
/// `line`, and where they work behind them. Nothing for what else stands in brackets: "【石川県】", "（写真）"; nor,
/// unless `above_text`, for round ones, which are part of the text below it.
[[nodiscard]] std::optional<BylineMatch> read_bracketed_names(std::string_view line, const Conventions& conventions,
                                                              std::uint8_t language, bool above_text);

}  // namespace galley::text
