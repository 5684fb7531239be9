#pragma once

#include "converters/pdf/emit/object_list.h"
#include "converters/pdf/layout/placed_document.h"

#include <cstdint>
#include <span>

namespace galley::pdf {

/// Writes the document outline (ISO 32000-1, 12.3.3); gives its number, 0 when there are no entries. `pages` are the
/// page objects. Entries below one of a lower level become its children, whatever levels lie between.
[[nodiscard]] std::uint32_t write_outline(std::span<const OutlineEntry> entries, std::span<const std::uint32_t> pages,
                                          ObjectList& objects);

}  // namespace galley::pdf
