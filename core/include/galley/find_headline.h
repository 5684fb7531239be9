#pragma once

#include "galley/document.h"
#include "galley/export.h"
#include "galley/headline.h"

namespace GALLEY_API galley {

/// The first headline of `document` with `role`, or null.
[[nodiscard]] const Found<Headline>* find_headline(const Document& document, HeadlineRole role);

}  // namespace galley
