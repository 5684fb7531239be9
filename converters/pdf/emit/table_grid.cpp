#include "converters/pdf/emit/table_grid.h"

#include <algorithm>
#include <cstddef>

namespace galley::pdf {

namespace {

bool is_cell(const StructureElement& element) {
    return element.type == StructureType::table_header || element.type == StructureType::table_cell;
}

struct Row {
    std::size_t element = 0;
    std::vector<std::size_t> cells;
};

struct TableRows {
    std::vector<Row> rows;
};

/// The table an element stands in directly or through a head or body; the number of elements when it stands in none.
std::size_t table_of(const std::vector<StructureElement>& elements, std::size_t row) {
    auto parent = elements[row].parent;
    while (parent >= 0 && (elements[static_cast<std::size_t>(parent)].type == StructureType::table_head ||
                           elements[static_cast<std::size_t>(parent)].type == StructureType::table_body)) {
        parent = elements[static_cast<std::size_t>(parent)].parent;
    }
    const bool found = parent >= 0 && elements[static_cast<std::size_t>(parent)].type == StructureType::table;
    return found ? static_cast<std::size_t>(parent) : elements.size();
}

/// The rows and cells of every table, by the table's number.
std::vector<TableRows> gather(const std::vector<StructureElement>& elements) {
    std::vector<TableRows> tables(elements.size() + 1);
    std::vector<std::pair<std::size_t, std::size_t>> row_at(elements.size());  // table and row number, by row element
    for (std::size_t i = 0; i < elements.size(); ++i) {
        if (elements[i].type == StructureType::table_row) {
            auto& rows = tables[table_of(elements, i)].rows;
            row_at[i] = {table_of(elements, i), rows.size()};
            rows.push_back({.element = i, .cells = {}});
        } else if (is_cell(elements[i]) && elements[i].parent >= 0 &&
                   elements[static_cast<std::size_t>(elements[i].parent)].type == StructureType::table_row) {
            const auto [table, row] = row_at[static_cast<std::size_t>(elements[i].parent)];
            tables[table].rows[row].cells.push_back(i);
        }
    }
    tables.pop_back();  // rows outside a table
    return tables;
}

/// Puts the cells of one table on a grid, cutting spans, and says how many columns each row fills.
void make_regular(TableRows& table, std::vector<StructureElement>& elements) {
    std::vector<std::uint32_t> busy;  // by column: how many more rows a cell from above takes
    std::vector<std::size_t> filled(table.rows.size());
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
        std::vector<std::uint32_t> next(busy);
        for (auto& left : next) {
            left -= left > 0 ? 1 : 0;
        }
        std::size_t column = 0;
        for (const std::size_t cell : table.rows[r].cells) {
            while (column < busy.size() && busy[column] > 0) {
                ++column;
            }
            auto& element = elements[cell];
            element.rows = static_cast<std::uint16_t>(std::clamp<std::size_t>(element.rows, 1, table.rows.size() - r));
            std::uint16_t columns = 1;
            const auto is_free = [&](std::size_t at) { return at >= busy.size() || busy[at] == 0; };
            while (columns < element.columns && is_free(column + columns)) {
                ++columns;
            }
            element.columns = columns;
            if (next.size() < column + columns) {
                next.resize(column + columns);
            }
            std::fill_n(next.begin() + static_cast<std::ptrdiff_t>(column), columns, element.rows - 1u);
            column += columns;
        }
        while (column < busy.size() && busy[column] > 0) {
            ++column;
        }
        filled[r] = column;
        busy = std::move(next);
    }
    const std::size_t width = filled.empty() ? 0 : *std::ranges::max_element(filled);
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
        for (std::size_t column = filled[r]; column < width; ++column) {
            elements.push_back({.type = StructureType::table_cell,
                                .parent = static_cast<std::int32_t>(table.rows[r].element),
                                .language = {},
                                .alternative = {},
                                .actual_text = {},
                                .title = {}});
        }
    }
}

}  // namespace

void make_tables_regular(std::vector<StructureElement>& elements) {
    const bool has_table =
        std::ranges::any_of(elements, [](const auto& it) { return it.type == StructureType::table; });
    if (!has_table) {
        return;
    }
    for (TableRows& table : gather(elements)) {
        make_regular(table, elements);
    }
}

std::vector<bool> heads_columns(const std::vector<StructureElement>& elements) {
    std::vector<bool> result(elements.size());
    std::vector<bool> has_rows(elements.size() + 1);
    std::vector<bool> first_row(elements.size());
    for (std::size_t i = 0; i < elements.size(); ++i) {
        const auto parent = static_cast<std::size_t>(std::max(elements[i].parent, 0));
        if (elements[i].type == StructureType::table_row) {
            const std::size_t table = table_of(elements, i);
            first_row[i] = !has_rows[table] || elements[parent].type == StructureType::table_head;
            has_rows[table] = true;
        } else if (elements[i].type == StructureType::table_header) {
            result[i] = first_row[parent];
        }
    }
    return result;
}

}  // namespace galley::pdf
