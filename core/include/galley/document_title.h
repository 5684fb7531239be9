#pragma once

#include "galley/document.h"
#include "galley/export.h"
#include "galley/found.h"

#include <string>

namespace GALLEY_API galley {

/// A name for `document` in windows, lists and file properties: its title, else its main headline, else (inferred) the
/// first sentence of its text after the dateline, cut at a word to at most 80 characters, else (inferred) the source's
/// name, else "Untitled". Never to be set as a headline.
[[nodiscard]] Found<std::string> document_title(const Document& document);

}  // namespace galley
