#pragma once

#include "converters/pdf/qpdf_edge.h"
#include "galley/result.h"

#include <string>
#include <string_view>

namespace galley::pdf {

/// Reads all objects of the PDF in `bytes`, those in object streams, too. Nothing is repaired. Safe on hostile input:
/// the time is bounded by the file's size, objects are at most two million, and the library inflates nothing:
/// compressed cross-references are taken apart before it sees the file (references/plain_copy.h). Thread-safe. Fails
/// with `pdf.unreadable`, `pdf.encrypted` and as `plain_copy`.
[[nodiscard]] Result<ReadPdf> read_pdf(const std::string& name, std::string_view bytes);

}  // namespace galley::pdf
