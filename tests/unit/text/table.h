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

}  // namespace galley::test
