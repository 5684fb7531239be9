#pragma once

#include "converters/pdf/check/checked_file.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace galley::pdf {

/// An element of a structure tree as it was read.
struct ReadElement {
    std::uint32_t object = 0;
    std::int64_t parent = -1;  ///< index; -1 below the root
    std::string_view type;     ///< /S
    const Value* value = nullptr;
    std::vector<std::size_t> kids;  ///< elements, by index
};

/// What ISO 14289-1 asks of elements and how they may nest: 7.2 (tables, lists), 7.3 (figures), 7.4 (headings), 7.5
/// (table headers), 7.9 (notes), and of standard types (7.1). `elements` are in reading order.
void check_elements(const std::vector<ReadElement>& elements, const CheckedFile& file, Findings& findings);

}  // namespace galley::pdf
