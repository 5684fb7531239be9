#pragma once

#include <cstddef>
#include <string_view>

namespace galley::text {

/// A mark that stands between the parts of a line of authors and dates.
[[nodiscard]] bool is_head_separator(char32_t code);

/// The first byte from `at` on that is neither white space nor such a mark.
[[nodiscard]] std::size_t skip_separators(std::string_view line, std::size_t at);

/// The same behind "Published" and the like, where a colon of full width is such a mark as well: "公開日：".
[[nodiscard]] std::size_t skip_behind_label(std::string_view line, std::size_t at);

}  // namespace galley::text
