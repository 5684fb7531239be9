#pragma once

#include <string>

namespace galley::cli {

/// galley(1) in roff's man macros, made of the same tables as the help.
[[nodiscard]] std::string man_page();

}  // namespace galley::cli
