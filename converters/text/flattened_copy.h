#pragma once

#include "converters/text/dateline_parser.h"
#include "converters/text/head_line.h"
#include "converters/text/line.h"

#include <span>
#include <string_view>
#include <vector>

namespace galley::text {

/// The lines that a story had before something put all of it on one: cut at gaps of three spaces or more, and where a
/// dateline, or an author with a date, shows that headline and byline are over. Empty when `lines` are several, or when
/// nothing shows where to cut. Linear in the line's length.
[[nodiscard]] std::vector<Line> unflatten(std::string_view text, std::span<const Line> lines,
                                          const Conventions& conventions, std::uint8_t language,
                                          const HeadLineParser& head_lines, const DatelineParser& datelines);

}  // namespace galley::text
