#pragma once

#include "galley/dateline.h"
#include "galley/document.h"
#include "galley/export.h"

namespace GALLEY_API galley {

/// True when a block of `document` begins with `dateline`: by the spans where both have one, else by the words as
/// printed. A writer that prints datelines apart from the text leaves such a one out.
[[nodiscard]] bool stands_in_body(const Found<Dateline>& dateline, const Document& document);

}  // namespace galley
