#pragma once

#include "converters/pdf/layout/setting.h"

#include <vector>

namespace galley::pdf {

/// A cell and the columns and rows it takes up.
struct TableCell {
    const Cell* cell = nullptr;
    std::size_t column = 0, columns = 1;
    std::size_t row = 0, rows = 1;  ///< spans end where the table does
    float tail = 0;                 ///< of a figure: how wide what stands behind its whole part is
};

/// The grid of a table: where its cells stand, and how wide its columns are.
class TableColumns {
public:
    /// Fails with `limit.columns`.
    [[nodiscard]] Result<> place(const Table& table, const Setting& setting);

    /// Measures what is in the columns. Fails with `limit.depth`.
    [[nodiscard]] Result<> measure(Setting& setting, const BlockFrame& frame);

    /// What the columns need at least, the gaps between them included. REQUIRES: `measure`.
    [[nodiscard]] float least_width() const;

    /// Gives every column what its longest word needs, and a share of the rest by how much text it has. REQUIRES:
    /// `measure`.
    void share(float width);

    [[nodiscard]] const std::vector<std::vector<TableCell>>& rows() const { return rows_; }
    /// True for the rows from the first on that hold nothing but header cells.
    [[nodiscard]] bool is_head(std::size_t row) const { return row < head_rows_; }

    /// Rows from `first` on that cells reach over: where they end.
    [[nodiscard]] std::size_t group_end(std::size_t first) const;

    [[nodiscard]] float left_of(const TableCell& cell) const { return lefts_[cell.column]; }
    [[nodiscard]] float width_of(const TableCell& cell) const;

    /// How far a figure ends before its column does, so that whole parts end one below the other.
    [[nodiscard]] float inset_of(const TableCell& cell) const;

    /// Columns of figures are set to the end, where the source says nothing else.
    [[nodiscard]] Alignment alignment_of(const TableCell& cell) const;

private:
    void find_columns_of_figures();
    void measure_tails(Setting& setting, const BlockFrame& frame);
    [[nodiscard]] bool is_figure_of_column(const TableCell& cell) const;

    std::vector<std::vector<TableCell>> rows_;
    std::size_t columns_ = 0;
    std::size_t head_rows_ = 0;
    std::vector<float> least_, most_;
    std::vector<float> widths_, lefts_;
    std::vector<bool> figures_;
    std::vector<float> tails_;  ///< the widest of each column; 0 where no figure has decimals
};

}  // namespace galley::pdf
