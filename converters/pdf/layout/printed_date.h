#pragma once

#include "galley/document.h"

#include <string>
#include <string_view>

namespace galley::pdf {

/// The story's date as its reader expects it: as it was printed, or, where only a machine's form is there, as
/// newspapers in `language` write it, in the digits the story uses. Empty when the story has none.
[[nodiscard]] std::string printed_date(const Document& story, std::string_view language);

}  // namespace galley::pdf
