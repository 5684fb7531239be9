#pragma once

#include "converters/pdf/layout/setting.h"
#include "converters/pdf/layout/table_columns.h"

#include <memory>
#include <vector>

namespace galley::pdf {

/// Sets a table: columns as wide as their text asks, rows that stay together, rules between them; its head again on
/// every page it runs over.
class TableSetter {
public:
    explicit TableSetter(Setting& setting) : setting_(setting) {}

    [[nodiscard]] Result<> set(const Block& block, const Table& table, const BlockFrame& frame);

private:
    /// A slice of a cell: a line, a picture, an item of a list. Its items are on its own baseline.
    struct PlacedStrip {
        float top = 0;  ///< below the top of the rows it belongs to
        Strip strip;
    };
    struct PlacedRule {
        float top = 0;    ///< the same
        PlacedItem item;  ///< y from the top of the rows
    };
    /// Rows that cells reach over are set as one.
    struct RowGroup {
        std::vector<float> bottoms{};       ///< of its rows, below its top
        std::vector<PlacedStrip> strips{};  ///< cell after cell
        std::vector<PlacedRule> rules{};
        [[nodiscard]] float height() const { return bottoms.empty() ? 0 : bottoms.back(); }
    };

    [[nodiscard]] Result<> set_caption(const Block& block, const Table& table, std::int32_t element,
                                       const BlockFrame& frame);
    [[nodiscard]] Result<RowGroup> set_rows(std::size_t first, std::size_t end, std::int32_t element,
                                            const BlockFrame& frame);
    [[nodiscard]] Result<std::vector<Strip>> set_cell(const TableCell& cell, std::int32_t row, const BlockFrame& frame);
    void draw_rules(RowGroup& group, std::size_t first, const BlockFrame& frame);
    void push(RowGroup group);
    [[nodiscard]] std::vector<float> cuts_of(const RowGroup& group) const;
    [[nodiscard]] std::shared_ptr<const RepeatedHead> head_from(std::size_t first) const;

    Setting& setting_;
    TableColumns columns_;
    std::shared_ptr<const RepeatedHead> head_;
};

}  // namespace galley::pdf
