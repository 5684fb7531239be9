#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace galley::cli {

/// Columns that `utf8` takes on a terminal: two for wide East Asian characters and emoji, none for combining marks.
[[nodiscard]] std::size_t columns(std::string_view utf8);

/// `utf8` with spaces behind it up to `width` columns.
[[nodiscard]] std::string padded(std::string_view utf8, std::size_t width);

/// `utf8` cut to at most `width` columns; an ellipsis stands for what is missing.
[[nodiscard]] std::string shortened(std::string_view utf8, std::size_t width);

/// Lines of `text` no wider than `width` columns, broken at spaces (which stay at the end of the line before), or
/// inside a word that is too long. The lines view `text` and cover all of it.
[[nodiscard]] std::vector<std::string_view> wrapped(std::string_view text, std::size_t width);

/// `text` broken to lines that start with `indent` spaces, each with a line end.
[[nodiscard]] std::string paragraph(std::string_view text, std::size_t indent, std::size_t width);

}  // namespace galley::cli
