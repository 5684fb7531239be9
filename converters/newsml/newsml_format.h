#pragma once

#include "galley/format.h"

namespace galley {

/// NewsML-G2 (IPTC, 2.35): news items and news messages.
const Format& newsml_format();

}  // namespace galley
