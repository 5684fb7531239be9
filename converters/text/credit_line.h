#pragma once

#include "converters/text/byline_parser.h"
#include "converters/text/conventions.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace galley::text {

/// Somebody whom a credit line names.
struct Credit {
    std::int16_t role = 0;    ///< index of the role, see `Conventions::role`
    ContributorMatch person;  ///< with offsets into the line
};

/// Who had a part in a story by a line below it: "(Reporting by Ann Lee; Editing by Tom Ray)", "Additional reporting by
/// Ann Lee in Warsaw", "Associated Press writers Ann Lee and Tom Ray contributed to this report." Empty when `line` is
/// none.
[[nodiscard]] std::vector<Credit> read_credit_line(std::string_view line, const Conventions& conventions,
                                                   std::uint8_t language);

/// True for a line in brackets that begins as credits do, whether or not its names can be told apart.
[[nodiscard]] bool is_bracketed_credit(std::string_view line, const Conventions& conventions, std::uint8_t language);

/// "（編輯：王淑芬）1151115" without the figures behind the bracket, the day by which an agency files the story.
[[nodiscard]] std::string_view without_date_code(std::string_view line);

}  // namespace galley::text
