#pragma once

#include "converters/pdf/pdf_options.h"
#include "galley/document.h"

#include <chrono>
#include <string>
#include <utility>
#include <vector>

namespace galley::pdf {

/// What a file says about itself, once for its XMP packet and its document information dictionary.
struct Description {
    std::string title;                  ///< `document_title`; never empty
    std::vector<std::string> creators;  ///< who wrote the story
    std::string summary;
    std::vector<std::string> keywords;
    std::string rights;
    std::string publisher;
    std::string identifier;           ///< the story's guid
    std::string story_date;           ///< ISO 8601, as far as it is known
    std::string language;             ///< BCP 47, "und" where it is not known
    std::string producer;             ///< of the file: Galley
    std::chrono::sys_seconds made{};  ///< when the file was made: the host's clock. The story's own date is dc:date
    std::string file_identifier;      ///< 16 bytes that come from the content
};

/// Gathers it from `document`, without `file_identifier`.
[[nodiscard]] Description describe(const Document& document, std::string_view language, std::chrono::sys_seconds made);

/// The XMP packet (ISO 16684-1, ISO 19005-3, 6.6.2), with the claim to `standard` and, where it is made, to PDF/UA-1
/// with the extension schema that describes it.
[[nodiscard]] std::string xmp_packet(const Description& description, Standard standard);

/// The entries of the document information dictionary; each says what the XMP packet says.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> information(const Description& description);

}  // namespace galley::pdf
