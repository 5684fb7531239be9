#pragma once

#include "converters/text/dateline_context.h"
#include "converters/text/dateline_match.h"

#include <optional>
#include <string_view>

namespace galley::text {

/// A dateline in a bracket at `head`, the start of a paragraph in Chinese or Japanese, all of which is known:
/// "［ロンドン ２２日 ロイター］", "（吉隆坡22日讯）".
[[nodiscard]] std::optional<DatelineMatch> read_ideograph_dateline(std::string_view head,
                                                                   const DatelineContext& context);

}  // namespace galley::text
