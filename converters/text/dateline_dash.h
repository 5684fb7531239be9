#pragma once

#include "converters/text/scanner.h"

namespace galley::text {

/// Takes white space and a dash ("—", "--", "_", ".-"); with no space on either side only where the dash is a long one,
/// or a space follows and `after_date`.
[[nodiscard]] bool take_dash(Scanner& scanner, bool after_date = false);

}  // namespace galley::text
