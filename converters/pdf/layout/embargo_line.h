#pragma once

#include "galley/document.h"

#include <string>
#include <string_view>

namespace galley::pdf {

/// "Embargo: 14 March 2026, 10:00 UTC−05:00", for the head of the page; "Embargo" where its end is not known, empty
/// where the story has none. Its date is as `language` writes it.
[[nodiscard]] std::string embargo_line(const Document& story, std::string_view language);

}  // namespace galley::pdf
