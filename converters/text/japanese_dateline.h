#pragma once

#include "converters/text/dateline_context.h"
#include "converters/text/dateline_match.h"

#include <optional>
#include <string_view>

namespace galley::text {

/// The dateline that `head`, the start of a paragraph, has in the brackets of Japanese papers:
/// "【ワシントン＝山田太郎】", "【北京共同】", "【6月18日 AFP】".
[[nodiscard]] std::optional<DatelineMatch> read_japanese_dateline(std::string_view head,
                                                                  const DatelineContext& context);

}  // namespace galley::text
