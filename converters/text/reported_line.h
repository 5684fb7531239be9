#pragma once

#include "converters/text/byline_parser.h"
#include "converters/text/conventions.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace galley::text {

/// Who reports from where, as Chinese papers set it on a line of its own: "記者王小明、李華／台北報導",
/// "王小明／綜合報導", "【記者王小明台北報導】". REQUIRES: valid UTF-8.
[[nodiscard]] std::optional<BylineMatch> read_reported_line(std::string_view line, const Conventions& conventions,
                                                            std::uint8_t language);

}  // namespace galley::text
