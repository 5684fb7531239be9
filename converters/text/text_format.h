#pragma once

#include "galley/format.h"

namespace galley {

/// Plain text: newsroom copy as people write, wire and paste it.
[[nodiscard]] const Format& text_format();

}  // namespace galley
