#pragma once

#include "converters/text/byline_parser.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace galley::text {

/// Korean reporters, whose title stands behind the last of them and is that of all: "박준석·김영희 기자", "세종=박준석
/// 기자, 김영희 특파원 외 1명", "한국일보 이철수 선임기자 lee@news.example". Nothing when a part of `line` can be
/// neither place, paper, name nor title. REQUIRES: valid UTF-8.
[[nodiscard]] std::optional<BylineMatch> read_hangul_byline(std::string_view line, const Conventions& conventions,
                                                            std::uint8_t language);

}  // namespace galley::text
