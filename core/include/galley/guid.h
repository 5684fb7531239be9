#pragma once

#include "galley/diagnostic.h"
#include "galley/document.h"
#include "galley/export.h"

#include <string>

namespace GALLEY_API galley {

/// The identifier of `document` for all its versions: its own guid; else, with a provider that has a domain,
/// `urn:newsml:<domain>:<YYYYMMDD>:<16 hex digits of the source's digest>` (RFC 3085's form without a revision; the
/// story's date, or 00000000 when it has none); else `urn:uuid:` of version 5 (RFC 4122) over the digest, with a
/// `guid.no-provider` warning. Depends on nothing else: converting again gives the same.
[[nodiscard]] std::string document_guid(const Document& document, Diagnostics& diagnostics);

}  // namespace galley
