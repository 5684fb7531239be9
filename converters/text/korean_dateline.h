#pragma once

#include "converters/text/dateline_context.h"
#include "converters/text/dateline_match.h"

#include <optional>
#include <string_view>

namespace galley::text {

/// The dateline that `head`, the start of a paragraph, has as Korean newsrooms set it: "(서울=연합뉴스) 홍길동 기자 =",
/// "[런던=AP/뉴시스]".
[[nodiscard]] std::optional<DatelineMatch> read_korean_dateline(std::string_view head, const DatelineContext& context);

}  // namespace galley::text
