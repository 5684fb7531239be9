#pragma once

#include "converters/pdf/emit/attached_file.h"
#include "converters/pdf/emit/object_list.h"
#include "converters/pdf/layout/placed_document.h"
#include "converters/pdf/pdf_options.h"
#include "galley/context.h"
#include "galley/document.h"
#include "galley/result.h"

#include <vector>

namespace galley::pdf {

/// Everything a file needs, from what layout placed: pages, fonts, pictures, structure, outline, metadata, output
/// intent, attachments. Pure in its arguments and the host's clock; nothing is remembered between calls. Thread-safe.
///
/// Fails with `pdf.notdef-glyph`, `pdf.too-many-glyphs`, `pdf.unusable-font`, `pdf.unusable-picture`, `pdf.internal`,
/// and when `context` was asked to stop.
[[nodiscard]] Result<ObjectList> emit_pdf(const PlacedDocument& placed, const Document& document,
                                          std::vector<AttachedFile> files, const PdfOptions& options, Context& context);

}  // namespace galley::pdf
