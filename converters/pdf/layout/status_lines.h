#pragma once

#include "galley/document.h"

#include <string>
#include <string_view>
#include <vector>

namespace galley::pdf {

/// What a reader must be told of the story's standing before reading it: that it was withdrawn or withheld, is a
/// correction or an update. In the words of its notes where it has some, else in those of `language` (BCP 47).
[[nodiscard]] std::vector<std::string> status_lines(const Document& story, std::string_view language);

}  // namespace galley::pdf
