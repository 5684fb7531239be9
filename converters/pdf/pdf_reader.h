#pragma once

#include "galley/host.h"
#include "galley/option.h"
#include "galley/reader.h"
#include "galley/result.h"

#include <memory>

namespace galley::pdf {

/// Reads a PDF back by what it carries: its YAML, else its NewsML-G2 item, else its source, whichever a format of the
/// registry reads. Safe on hostile files. Reading fails with `pdf.no-attachment` when it carries none of them,
/// `limit.story-bytes`, `limit.expansion`, and as `read_pdf` and the format that reads what is inside.
[[nodiscard]] Result<std::unique_ptr<Reader>> make_pdf_reader(const OptionValues& options, const Host& host);

}  // namespace galley::pdf
