#pragma once

#include "converters/pdf/layout/setting.h"

#include <vector>

namespace galley::pdf {

/// Sets a table: columns as wide as their text asks, rows that stay together, rules between them.
class TableSetter {
public:
    explicit TableSetter(Setting& setting) : setting_(setting) {}

    [[nodiscard]] Result<> set(const Block& block, const Table& table, const BlockFrame& frame);

private:
    struct SetCell {
        const Cell* cell = nullptr;
        std::size_t column = 0;
        std::size_t columns = 1;
        std::vector<ParagraphText> paragraphs{};
        LineSetter::Extent extent{};
        std::vector<SetLine> lines{};
    };
    using Row = std::vector<SetCell>;

    [[nodiscard]] Result<> build_rows(const Table& table, std::int32_t element, const BlockFrame& frame);
    [[nodiscard]] Result<> build_cell(SetCell& set_cell, std::int32_t row, const BlockFrame& frame);
    void find_widths(float width);
    [[nodiscard]] Result<> push_row(const Block& block, const BlockFrame& frame, std::size_t index);
    [[nodiscard]] Strip row_strip(Row& row, std::size_t first_line, std::size_t lines) const;
    void rule(Strip& strip, const BlockFrame& frame, float y, float thickness) const;

    Setting& setting_;
    std::vector<Row> rows_;
    std::size_t columns_ = 0;
    std::vector<float> widths_;
    std::vector<float> lefts_;
};

}  // namespace galley::pdf
