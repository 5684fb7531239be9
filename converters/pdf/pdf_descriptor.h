#pragma once

#include "galley/format.h"

namespace galley {

/// The PDF format without its factories. Needs none of the PDF libraries: the command line links it and loads the rest
/// later.
[[nodiscard]] Format pdf_description();

}  // namespace galley
