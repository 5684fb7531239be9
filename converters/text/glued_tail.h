#pragma once

#include "converters/text/conventions.h"
#include "converters/text/date_parser.h"
#include "converters/text/line.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace galley::text {

/// Cuts what belongs on a line of its own off the last lines of `lines`: an end mark, an agency, initials or a date
/// that stand behind the last sentence ("… ashore. Enditem", "… she said. PTI TGB ROH",
/// "…運ばれた。（2026/11/22-14:10）"). It becomes a line behind its own.
void cut_glued_tail(std::string_view text, std::vector<Line>& lines, const Conventions& conventions,
                    std::uint8_t language, const DateParser& dates);

}  // namespace galley::text
