#pragma once

#include "galley/format.h"

namespace galley {

/// The lossless form of a document: every member, readable and editable by hand.
[[nodiscard]] const Format& yaml_format();

}  // namespace galley
