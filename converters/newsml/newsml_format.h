#pragma once

#include "galley/format.h"

namespace galley {

/// NewsML-G2 (IPTC, 2.35): news items and news messages.
const Format& newsml_format();

/// NITF 3.x (IPTC), standing alone.
const Format& nitf_format();

/// NewsML 1.x (IPTC), only read.
const Format& newsml1_format();

}  // namespace galley
