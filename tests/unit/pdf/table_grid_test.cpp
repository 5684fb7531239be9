#include "converters/pdf/emit/table_grid.h"

#include <catch2/catch.hpp>

#include <string_view>

using namespace galley::pdf;

namespace {

/// "h" and "d" are header and data cells, a digit before them their columns, "/" starts a row.
std::vector<StructureElement> table(std::string_view cells) {
    std::vector<StructureElement> elements;
    const auto add = [&](StructureType type, std::int32_t parent) {
        elements.push_back(
            {.type = type, .parent = parent, .language = {}, .alternative = {}, .actual_text = {}, .title = {}});
        return static_cast<std::int32_t>(elements.size()) - 1;
    };
    const auto root = add(StructureType::table, -1);
    auto row = add(StructureType::table_row, root);
    std::uint16_t columns = 1;
    for (const char c : cells) {
        if (c == '/') {
            row = add(StructureType::table_row, root);
        } else if (c >= '1' && c <= '9') {
            columns = static_cast<std::uint16_t>(c - '0');
        } else {
            add(c == 'h' ? StructureType::table_header : StructureType::table_cell, row);
            elements.back().columns = columns;
            columns = 1;
        }
    }
    return elements;
}

}  // namespace

TEST_CASE("short rows get empty cells") {
    auto elements = table("ddd/d/2d");
    const std::size_t before = elements.size();
    make_tables_regular(elements);
    REQUIRE(elements.size() == before + 3);
    CHECK(elements[before].parent == elements[before + 1].parent);
    CHECK(elements[before].type == StructureType::table_cell);
}

TEST_CASE("a regular table stays as it is") {
    auto elements = table("hh/dd/2d");
    const std::size_t before = elements.size();
    make_tables_regular(elements);
    CHECK(elements.size() == before);
}

TEST_CASE("spans end with the table and before other cells") {
    auto elements = table("dd/2d/d");
    elements[2].rows = 9;  // the first cell of the first row reaches below the table
    make_tables_regular(elements);
    CHECK(elements[2].rows == 3);
    std::size_t added = 0;
    for (const auto& element : elements) {
        added += element.type == StructureType::table_cell ? 1 : 0;
    }
    CHECK(added == 4 + 2);  // columns 1 to 3: row one lacks one, row three lacks one
}

TEST_CASE("header cells of the first row head columns, others rows") {
    const auto elements = table("hh/hd");
    const auto columns = heads_columns(elements);
    CHECK(columns[2]);
    CHECK(columns[3]);
    CHECK_FALSE(columns[5]);
}
