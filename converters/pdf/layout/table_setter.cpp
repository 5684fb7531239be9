#include "converters/pdf/layout/table_setter.h"

#include "galley/overloaded.h"
#include "galley/plain_text.h"
#include "galley/try.h"

#include <algorithm>
#include <numeric>

namespace galley::pdf {

namespace {

constexpr std::size_t most_columns = 256;
constexpr float gutter = 9;                 // points between columns
constexpr float padding = 2.5F;             // above and below a row's text
constexpr std::size_t most_lines_together = 24;
constexpr float heavy_rule = 0.9F;
constexpr Colour row_rule{0.72F, 0.72F, 0.72F};

Alignment alignment_of(const Cell& cell) {
    switch (cell.alignment) {
        case CellAlignment::start: return Alignment::start;
        case CellAlignment::centre: return Alignment::centre;
        case CellAlignment::end: return Alignment::end;
    }
    return Alignment::start;
}

}  // namespace

Result<> TableSetter::set(const Block& block, const Table& table, const BlockFrame& frame) {
    const StyleSpec& spec = setting_.theme.style(StyleName::table);
    const std::int32_t element = setting_.structure.add(StructureType::table, frame.parent);
    setting_.space(spec.before);
    if (!table.caption.empty()) {
        const StyleSpec& head = setting_.theme.style(StyleName::table_header);
        ParagraphBuilder from = setting_.builder();
        from.begin(setting_.text_style(head), setting_.structure.add(StructureType::caption, element), frame.language);
        GALLEY_CHECK(from.append(table.caption));
        GALLEY_CHECK(setting_.add_paragraph(from, head, frame, {.keep_together = true}, &block));
        setting_.keep_with_next();
        setting_.space(padding);
    }
    GALLEY_CHECK(build_rows(table, element, frame));
    find_widths(frame.width);
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        GALLEY_CHECK(push_row(block, frame, i));
    }
    setting_.space(spec.after);
    return {};
}

Result<> TableSetter::build_rows(const Table& table, std::int32_t element, const BlockFrame& frame) {
    std::vector<std::uint32_t> taken;       // rows that a cell from above still covers, by column
    for (const std::vector<Cell>& cells : table.rows) {
        const std::int32_t row_element = setting_.structure.add(StructureType::table_row, element);
        Row& row = rows_.emplace_back();
        std::size_t column = 0;
        for (const Cell& cell : cells) {
            while (column < taken.size() && taken[column] > 0) {
                ++column;
            }
            if (column >= most_columns) {
                return fail({.code = "limit.columns", .message = "a table has more than " + std::to_string(most_columns) + " columns",
                             .where = {.source = setting_.document.source.name}, .hints = {"split the table"}});
            }
            SetCell set_cell{.cell = &cell, .column = column,
                             .columns = std::clamp<std::size_t>(cell.columns, 1, most_columns - column)};
            taken.resize(std::max(taken.size(), column + set_cell.columns));
            for (std::size_t i = 0; i < set_cell.columns; ++i) {
                taken[column + i] = std::max<std::uint32_t>(cell.rows, 1);
            }
            column += set_cell.columns;
            GALLEY_CHECK(build_cell(set_cell, row_element, frame));
            row.push_back(std::move(set_cell));
        }
        for (std::uint32_t& rows : taken) {
            rows -= rows > 0 ? 1u : 0u;
        }
        columns_ = std::max(columns_, taken.size());
    }
    return {};
}

Result<> TableSetter::build_cell(SetCell& set_cell, std::int32_t row, const BlockFrame& frame) {
    const Cell& cell = *set_cell.cell;
    const StyleSpec& spec = setting_.theme.style(cell.header ? StyleName::table_header : StyleName::table);
    const std::int32_t element = setting_.structure.add(cell.header ? StructureType::table_header : StructureType::table_cell, row);
    setting_.structure.at(element).columns = cell.columns;
    setting_.structure.at(element).rows = cell.rows;
    TextStyle style = setting_.text_style(spec);
    style.features = style.features | Feature::tabular_figures;
    for (const Block& block : cell.content) {
        const std::string_view language = block.language.empty() ? frame.language : std::string_view{block.language};
        const std::int32_t paragraph = cell.content.size() == 1 ? element : setting_.structure.add(StructureType::paragraph, element);
        ParagraphBuilder from = setting_.builder();
        from.begin(style, paragraph, language);
        if (const auto* const plain = std::get_if<Paragraph>(&block.node)) {
            GALLEY_CHECK(from.append(plain->content));
        } else {
            from.append(plain_text(block));
        }
        ParagraphText text = from.finish(setting_.texts, setting_.options.hyphenate);
        const LineSetter::Extent extent = setting_.lines.measure(text);
        set_cell.extent.least = std::max(set_cell.extent.least, extent.least);
        set_cell.extent.most = std::max(set_cell.extent.most, extent.most);
        set_cell.paragraphs.push_back(std::move(text));
    }
    return {};
}

/// Every column gets what its longest word needs, and a share of the rest by how much text it has.
void TableSetter::find_widths(float width) {
    std::vector<float> least(columns_, 0), most(columns_, 0);
    for (const bool spanning : {false, true}) {
        for (const Row& row : rows_) {
            for (const SetCell& cell : row) {
                if ((cell.columns > 1) != spanning) {
                    continue;
                }
                const auto share = static_cast<float>(cell.columns);
                const float inner = gutter * (share - 1);
                for (std::size_t i = cell.column; i < cell.column + cell.columns; ++i) {
                    least[i] = std::max(least[i], (cell.extent.least - inner) / share);
                    most[i] = std::max(most[i], (cell.extent.most - inner) / share + 0.01F);
                }
            }
        }
    }
    const float room = std::max(width - gutter * static_cast<float>(columns_ > 0 ? columns_ - 1 : 0), 1.0F);
    const float all_least = std::accumulate(least.begin(), least.end(), 0.0F);
    const float all_most = std::accumulate(most.begin(), most.end(), 0.0F);
    widths_.assign(columns_, 0);
    lefts_.assign(columns_, 0);
    float left = 0;
    for (std::size_t i = 0; i < columns_; ++i) {
        if (all_most <= room) {
            widths_[i] = most[i] + (room - all_most) / static_cast<float>(columns_);
        } else if (all_least <= room) {
            widths_[i] = least[i] + (most[i] - least[i]) * (room - all_least) / std::max(all_most - all_least, 0.01F);
        } else {
            widths_[i] = room * (least[i] + 1) / (all_least + static_cast<float>(columns_));
        }
        lefts_[i] = left;
        left += widths_[i] + gutter;
    }
}

Result<> TableSetter::push_row(const Block& block, const BlockFrame& frame, std::size_t index) {
    Row& row = rows_[index];
    std::size_t lines = 1;
    bool header = !row.empty();
    for (SetCell& cell : row) {
        const std::size_t last = cell.column + cell.columns - 1;
        ParagraphShape shape{.left = frame.left + lefts_[cell.column],
                             .width = lefts_[last] + widths_[last] - lefts_[cell.column],
                             .alignment = alignment_of(*cell.cell)};
        if (setting_.right_to_left) {
            shape.left = frame.left + frame.width - lefts_[cell.column] - shape.width;
        }
        for (const ParagraphText& paragraph : cell.paragraphs) {
            GALLEY_CHECK(setting_.set_lines(paragraph, shape, &block, cell.lines));
        }
        lines = std::max(lines, cell.lines.size());
        header = header && cell.cell->header;
    }
    const bool first = index == 0;
    const bool last = index + 1 == rows_.size();
    const std::size_t together = lines <= most_lines_together ? lines : 1;
    for (std::size_t line = 0; line < lines; line += together) {
        Strip strip = row_strip(row, line, together);
        strip.height += (line == 0 ? padding : 0) + (line + together >= lines ? padding : 0);
        strip.baseline += line == 0 ? padding : 0;
        if (line == 0 && first) {
            rule(strip, frame, strip.baseline, heavy_rule);
        }
        if (line + together >= lines) {
            const float thickness = last || header ? setting_.theme.thin_rule : setting_.theme.thin_rule / 2;
            rule(strip, frame, strip.baseline - strip.height, thickness);
            if (!last && !header) {
                std::get<PlacedRectangle>(strip.items.back().what).colour = row_rule;
            }
        }
        setting_.push(std::move(strip));
    }
    // The last row does not stand alone on a page, nor does the header.
    if (header || (index + 2 == rows_.size() && rows_.size() > 2)) {
        setting_.keep_with_next();
    }
    return {};
}

Strip TableSetter::row_strip(Row& row, std::size_t first_line, std::size_t lines) const {
    const StyleSpec& spec = setting_.theme.style(StyleName::table);
    Strip strip{.height = spec.leading * static_cast<float>(lines), .baseline = Setting::baseline_of(spec)};
    for (SetCell& cell : row) {
        for (std::size_t i = first_line; i < std::min(first_line + lines, cell.lines.size()); ++i) {
            const float down = spec.leading * static_cast<float>(i - first_line);
            for (PlacedItem& item : cell.lines[i].items) {
                move_item(item, -down);
                strip.items.push_back(std::move(item));
            }
        }
    }
    return strip;
}

void TableSetter::rule(Strip& strip, const BlockFrame& frame, float y, float thickness) const {
    strip.items.push_back({.what = PlacedRectangle{.x = frame.left, .y = y, .width = frame.width, .height = thickness,
                                                   .colour = setting_.theme.rule}});
}

}  // namespace galley::pdf
