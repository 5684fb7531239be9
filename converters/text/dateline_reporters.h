#pragma once

#include "converters/text/dateline_context.h"
#include "converters/text/dateline_match.h"

#include <cstddef>
#include <string_view>

namespace galley::text {

/// Reporters that datelines in ideographs name, without a space between names and places. All take what lies in [begin,
/// end) of `head`.

/// "山田太郎、佐藤花子"
void add_reporters(std::string_view head, std::size_t begin, std::size_t end, DatelineMatch& match);

/// "張三、陳小華華盛頓": names, the last with the place behind it: known, or what follows three characters.
void take_reporters_and_place(std::string_view head, std::size_t begin, std::size_t end, const DatelineContext& context,
                              DatelineMatch& match);

/// "陳小華／台北", "陳小華華盛頓22日": reporters up to a stroke, a figure or a word that ends datelines, with no stroke
/// the last has the place behind it. Gives where they end.
[[nodiscard]] std::size_t take_named_reporters(std::string_view head, std::size_t begin, std::size_t end,
                                               const DatelineContext& context, DatelineMatch& match);

/// Where the word that says how the story came ends, "電" or "综合报道", when one stands at `at`; `at` where none does.
[[nodiscard]] std::size_t end_of_dateline_word(std::string_view head, std::size_t at, const DatelineContext& context);

}  // namespace galley::text
