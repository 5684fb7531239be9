#pragma once

#include "converters/pdf/layout/placed_document.h"

#include <cstdint>
#include <string>

namespace galley::pdf {

/// A link annotation (ISO 32000-1, 12.5.6.5) on the page object `page`, whose key in the parent tree is `parent_key`.
/// Prints, and says where it leads (ISO 19005-3, 6.3.2; ISO 14289-1, 7.18.5). A URI is written in ASCII, as 12.6.4.7
/// asks.
[[nodiscard]] std::string link_annotation(const PlacedLink& link, std::uint32_t page, std::uint32_t parent_key);

}  // namespace galley::pdf
