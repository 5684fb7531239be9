#pragma once

#include "converters/pdf/layout/placed_document.h"

#include <vector>

namespace galley::pdf {

/// Makes every table of `elements` regular, as ISO 14289-1, 7.2 wants it: spans end where the table or another cell
/// does, and rows that are too short get empty cells, appended behind all elements.
void make_tables_regular(std::vector<StructureElement>& elements);

/// Whether a header cell heads its column (it stands in the table's head or first row) or its row.
[[nodiscard]] std::vector<bool> heads_columns(const std::vector<StructureElement>& elements);

}  // namespace galley::pdf
