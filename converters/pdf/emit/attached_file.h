#pragma once

#include "converters/pdf/pdf_options.h"
#include "galley/context.h"
#include "galley/document.h"
#include "galley/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace galley::pdf {

/// A file that the PDF carries (ISO 32000-1, 7.11.4; ISO 19005-3, 6.8).
struct AttachedFile {
    std::string name;
    std::string media_type;         ///< without parameters
    std::string_view relationship;  ///< "Source", "Alternative", "Data"
    std::string_view description;
    std::string bytes;
};

/// The files that `options` ask for, made of `document` by the registry's formats. Says `pdf.attachment-absent` for a
/// format that the registry lacks, `pdf.source-not-kept` when the source's bytes are not at hand, and
/// `pdf.attachments-left-out` when the standard allows none. Fails as the formats do.
[[nodiscard]] Result<std::vector<AttachedFile>> attached_files(const Document& document, const PdfOptions& options,
                                                               Context& context);

}  // namespace galley::pdf
