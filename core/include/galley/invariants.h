#pragma once

#include "galley/diagnostic.h"
#include "galley/document.h"
#include "galley/export.h"
#include "galley/limits.h"

#include <string_view>

namespace GALLEY_API galley {

/// Every rule of the model that `document` breaks, as `invariant.*` errors: text that is not UTF-8, spans beyond the
/// source or reversed, dates that do not exist, figures without a resource, headings out of range, kept bytes that are
/// not the source's. Empty for a sound document. Tests, fuzzers and `validate` call it.
[[nodiscard]] Diagnostics check_invariants(const Document& document, const Limits& limits = {});

/// The bytes of `source` that no span of `document` covers, white space aside, as `invariant.uncovered` errors: for
/// readers of running text, where blocks, found values and furniture together must account for everything.
[[nodiscard]] Diagnostics check_coverage(const Document& document, std::string_view source);

}  // namespace galley
