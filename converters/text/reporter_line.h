#pragma once

#include "converters/text/byline_parser.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace galley::text {

/// A line of its own that names a Chinese paper's reporters: "本报记者 王小明", "海港晚报、盐城客户端记者李高报道", "文
/// | 《海港》记者 王小明". The paper ends in a media word, or is "本报" and the like; names have two to four
/// characters. Nothing for prose that speaks of reporters.
[[nodiscard]] std::optional<BylineMatch> read_reporter_line(std::string_view line, const Conventions& conventions,
                                                            std::uint8_t language);

}  // namespace galley::text
