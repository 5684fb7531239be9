#pragma once

#include "converters/text/dateline_context.h"
#include "converters/text/dateline_match.h"

#include <optional>
#include <string_view>

namespace galley::text {

/// The datelines that `head`, the start of a paragraph, has as Chinese newsrooms set them.

/// "新华社北京1月2日电（记者张三）", "据法新社巴黎22日报道", "本报北京1月2日讯", and without a day "央视网消息：".
[[nodiscard]] std::optional<DatelineMatch> read_chinese_dateline(std::string_view head, const DatelineContext& context);

/// "（中央社記者陳小華澎湖22日電）"
[[nodiscard]] std::optional<DatelineMatch> read_bracketed_chinese_dateline(std::string_view head,
                                                                           const DatelineContext& context);

/// "記者陳小華／台北報導 一艘…": who reports from where, with a space behind it.
[[nodiscard]] std::optional<DatelineMatch> read_reporter_in_front(std::string_view head,
                                                                  const DatelineContext& context);

}  // namespace galley::text
