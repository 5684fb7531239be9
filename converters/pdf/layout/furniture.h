#pragma once

#include "converters/pdf/layout/setting.h"

namespace galley::pdf {

/// Adds what is the page's and not the story's, as artifacts: the rules at the head, the running head, "2 of 3" at the
/// foot. REQUIRES: the pages are filled.
[[nodiscard]] Result<> add_furniture(Setting& setting);

/// "2 of 3" in `language`; "2 / 3" where we do not know how it says that.
[[nodiscard]] std::string page_label(std::string_view language, std::size_t page, std::size_t pages);

}  // namespace galley::pdf
