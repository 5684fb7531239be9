#pragma once

#include "galley/document.h"

#include <string>

namespace galley::cli {

/// One line of JSON with what was found in a story, without a line end: file, headline, byline (as printed), authors,
/// date (ISO 8601, as far as it is known), dateline (raw, places, agency) and paragraphs, one string a block of the
/// body; null where there is none.
[[nodiscard]] std::string inspect_record(const std::string& file, const Document& document);

}  // namespace galley::cli
