#pragma once

#include <functional>
#include <string>

namespace galley::test {

/// Calls `on_row` with the three fields of each row of a table of the project, which tabs part; lines that begin with
/// "#" are comments.
void each_row(const std::string& path,
              const std::function<void(const std::string&, const std::string&, const std::string&)>& on_row);

/// A field with "\n" in it as what it stands for.
[[nodiscard]] std::string with_line_breaks(const std::string& field);

/// `text` with its spaces, or the last one, as pages print them that no line may break at (U+00A0), and back.
[[nodiscard]] std::string with_no_break_spaces(std::string text);
[[nodiscard]] std::string with_last_space_no_break(std::string text);

/// `text` with two spaces behind the first stop or bracket that ends a word of several small letters or capitals, as
/// typists set them: "HAMBURG.  Eine", not "St. Louis".
[[nodiscard]] std::string with_two_spaces(std::string text);
[[nodiscard]] std::string with_plain_spaces(std::string text);

}  // namespace galley::test
