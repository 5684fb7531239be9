#pragma once

#include "galley/export.h"
#include "galley/format.h"

namespace GALLEY_API galley {

/// PDF/A-3a and PDF/UA-1. Of galley::pdf, which programs that do not want its libraries do not link.
[[nodiscard]] const Format& pdf_format();

}  // namespace galley
