#pragma once

#include "galley/diagnostic.h"
#include "galley/document.h"
#include "galley/export.h"
#include "galley/feature.h"

#include <string_view>

namespace GALLEY_API galley {

/// True when `document` has a block or inline that `features` lacks.
[[nodiscard]] bool needs_lowering(const Document& document, Feature features);

/// `document` with everything that `features` lacks rewritten to what they have, and a `lower.*` warning for each kind
/// of thing lost: a figure becomes its caption, a table its rows as preformatted text, a list paragraphs with marks, a
/// heading a paragraph, emphasis its text. `target` names the format in messages. Text is never lost.
[[nodiscard]] Document lower(const Document& document, Feature features, std::string_view target,
                             Diagnostics& diagnostics);

}  // namespace galley
