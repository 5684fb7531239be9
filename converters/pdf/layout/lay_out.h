#pragma once

#include "converters/pdf/font/font_set.h"
#include "converters/pdf/layout/layout_options.h"
#include "converters/pdf/layout/placed_document.h"
#include "galley/context.h"
#include "galley/document.h"
#include "galley/result.h"

namespace galley::pdf {

/// Sets `document` on pages. Pure in its arguments: no clock, locale or memory of earlier calls shows in the result,
/// whose faces belong to `fonts` and must not outlive it.
///
/// Thread-safe. Says `pdf.figure-without-picture` for a figure whose picture is not at hand or of no known kind (its
/// caption is set), and `pdf.substituted-glyph` under `options.substitute`. Fails with `pdf.missing-glyph` when no font
/// has a character, `pdf.unknown-theme`, `limit.pages`, `limit.depth`, and when `context` was asked to stop.
[[nodiscard]] Result<PlacedDocument> lay_out(const Document& document, const LayoutOptions& options,
                                             const FontSet& fonts, Context& context);

}  // namespace galley::pdf
