#include "converters/pdf/layout/table_columns.h"

#include "converters/pdf/layout/small_capitals.h"
#include "converters/pdf/shape/icu_dates_edge.h"
#include "galley/plain_text.h"
#include "galley/try.h"
#include "galley/utf8.h"

#include <algorithm>
#include <numeric>

namespace galley::pdf {

namespace {

constexpr std::size_t most_columns = 256;
constexpr float gutter = 9;     // points between columns
constexpr float list_room = 2;  // ems that a list's labels take up

bool is_all_head(const std::vector<TableCell>& row) {
    return !row.empty() && std::ranges::all_of(row, [](const TableCell& one) { return one.cell->header; });
}

std::string text_of(const Cell& cell) {
    std::string text;
    for (const Block& block : cell.content) {
        append_plain_text(block, text);
    }
    return text;
}

/// "1,460", "−3.5 %", "€412", "2–1", "–": digits, and little else.
bool is_figure(std::string_view text) {
    std::size_t digits = 0, letters = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto [code, size] = utf8::at(text, at);
        digits += code >= '0' && code <= '9' ? 1u : 0u;
        letters += (code | 0x20U) >= 'a' && (code | 0x20U) <= 'z' ? 1u : 0u;
        letters += code >= 0xC0 && code < 0x2000 ? 1u : 0u;
        at += size;
    }
    return letters <= 1 && text.size() <= 24 && (digits > 0 || letters == 0);
}

/// What stands behind the whole part of a figure: decimals, a sign of percent.
std::string_view tail_of(std::string_view figure, char32_t separator, bool& has_decimals) {
    std::size_t whole = 0;
    for (std::size_t at = 0; at < figure.size();) {
        const auto [code, size] = utf8::at(figure, at);
        const std::size_t next = at + size;
        if (code == separator && at > 0 && next < figure.size() && figure[next] >= '0' && figure[next] <= '9') {
            has_decimals = true;
            return figure.substr(at);
        }
        whole = code >= '0' && code <= '9' ? next : whole;
        at = next;
    }
    return figure.substr(whole);
}

}  // namespace

Result<> TableColumns::place(const Table& table, const Setting& setting) {
    std::vector<std::uint32_t> taken;  // rows that a cell from above still covers, by column
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        std::vector<TableCell>& placed = rows_.emplace_back();
        std::size_t column = 0;
        for (const Cell& cell : table.rows[row]) {
            while (column < taken.size() && taken[column] > 0) {
                ++column;
            }
            if (column >= most_columns) {
                return fail({.code = "limit.columns",
                             .message = "a table has more than " + std::to_string(most_columns) + " columns",
                             .where = {.source = setting.document.source.name},
                             .hints = {"split the table"}});
            }
            const TableCell one{.cell = &cell,
                                .column = column,
                                .columns = std::clamp<std::size_t>(cell.columns, 1, most_columns - column),
                                .row = row,
                                .rows = std::clamp<std::size_t>(cell.rows, 1, table.rows.size() - row)};
            taken.resize(std::max(taken.size(), column + one.columns));
            for (std::size_t i = 0; i < one.columns; ++i) {
                taken[column + i] = static_cast<std::uint32_t>(one.rows);
            }
            column += one.columns;
            placed.push_back(one);
        }
        for (std::uint32_t& rows : taken) {
            rows -= rows > 0 ? 1u : 0u;
        }
        columns_ = std::max(columns_, taken.size());
    }
    head_rows_ = static_cast<std::size_t>(std::ranges::find_if_not(rows_, is_all_head) - rows_.begin());
    find_columns_of_figures();
    return {};
}

void TableColumns::find_columns_of_figures() {
    enum class Seen : std::uint8_t { nothing, figures, other };
    std::vector<Seen> seen(columns_, Seen::nothing);
    for (const std::vector<TableCell>& row : rows_) {
        for (const TableCell& one : row) {
            const std::string text = one.cell->header ? std::string{} : text_of(*one.cell);
            if (text.empty() || one.columns > 1 || seen[one.column] == Seen::other) {
                continue;
            }
            const bool plain = one.cell->alignment == CellAlignment::start && is_figure(text);
            seen[one.column] = plain ? Seen::figures : Seen::other;
        }
    }
    figures_.resize(columns_);
    for (std::size_t i = 1; i < columns_; ++i) {  // the first column names its row
        figures_[i] = seen[i] == Seen::figures;
    }
}

bool TableColumns::is_figure_of_column(const TableCell& cell) const {
    return cell.columns == 1 && !cell.cell->header && figures_[cell.column] && cell.cell->content.size() == 1 &&
           std::holds_alternative<Paragraph>(cell.cell->content.front().node);
}

void TableColumns::measure_tails(Setting& setting, const BlockFrame& frame) {
    tails_.assign(columns_, 0);
    std::vector<bool> decimal(columns_, false);
    TextStyle style = setting.text_style(setting.theme.style(StyleName::table));
    style.features = style.features | Feature::tabular_figures;
    const char32_t separator = decimal_separator(frame.language);
    for (std::vector<TableCell>& row : rows_) {
        for (TableCell& one : row) {
            if (!is_figure_of_column(one)) {
                continue;
            }
            const std::string figure = text_of(*one.cell);
            bool has_decimals = false;
            const std::string_view tail = tail_of(figure, separator, has_decimals);
            const ParagraphText text{
                .text = tail,
                .ranges = {
                    {.end = static_cast<std::uint32_t>(tail.size()), .style = style, .language = frame.language}}};
            one.tail = setting.lines.measure(text).most;
            decimal[one.column] = decimal[one.column] || has_decimals;
            tails_[one.column] = std::max(tails_[one.column], one.tail);
        }
    }
    for (std::size_t i = 0; i < columns_; ++i) {
        tails_[i] = decimal[i] ? tails_[i] : 0;
    }
}

float TableColumns::inset_of(const TableCell& cell) const {
    const bool is_aligned = is_figure_of_column(cell) && cell.cell->alignment == CellAlignment::start;
    return is_aligned ? std::max(tails_[cell.column] - cell.tail, 0.0F) : 0.0F;
}

Result<> TableColumns::measure(Setting& setting, const BlockFrame& frame) {
    measure_tails(setting, frame);
    // What is built to be measured leaves nothing behind.
    std::vector<StructureElement> elements;
    std::vector<LinkTarget> links;
    std::vector<std::string> chunks;
    PlacedTexts texts{chunks};
    Structure structure{elements};
    least_.assign(columns_, 0);
    most_.assign(columns_, 0);
    for (const bool spanning : {false, true}) {
        for (const std::vector<TableCell>& row : rows_) {
            for (const TableCell& one : row) {
                if ((one.columns > 1) != spanning) {
                    continue;
                }
                const StyleSpec& spec =
                    setting.theme.style(one.cell->header ? StyleName::table_header : StyleName::table);
                LineSetter::Extent extent;
                for (const Block& block : one.cell->content) {
                    ParagraphBuilder from{structure, links, setting.right_to_left, setting.context.limits().depth};
                    from.begin(setting.text_style(spec), Structure::root,
                               block.language.empty() ? frame.language : block.language);
                    const auto* const paragraph = std::get_if<Paragraph>(&block.node);
                    if (paragraph != nullptr) {
                        GALLEY_CHECK(from.append(paragraph->content));
                    } else {
                        from.append(plain_text(block));
                    }
                    ParagraphText text = from.finish(texts, false);
                    set_small_capitals(text, setting.fonts);
                    const LineSetter::Extent own = setting.lines.measure(text);
                    const float more = paragraph != nullptr ? 0.0F : list_room * spec.size;
                    extent.least = std::max(extent.least, own.least + more);
                    extent.most = std::max(extent.most, own.most + more);
                }
                extent.least += inset_of(one);
                extent.most += inset_of(one);
                const auto share = static_cast<float>(one.columns);
                const float inner = gutter * (share - 1);
                for (std::size_t i = one.column; i < one.column + one.columns; ++i) {
                    least_[i] = std::max(least_[i], (extent.least - inner) / share);
                    most_[i] = std::max(most_[i], (extent.most - inner) / share + 0.01F);
                }
            }
        }
    }
    return {};
}

float TableColumns::least_width() const {
    return std::accumulate(least_.begin(), least_.end(), 0.0F) +
           gutter * static_cast<float>(columns_ > 0 ? columns_ - 1 : 0);
}

void TableColumns::share(float width) {
    const float room = std::max(width - gutter * static_cast<float>(columns_ > 0 ? columns_ - 1 : 0), 1.0F);
    const float all_least = std::accumulate(least_.begin(), least_.end(), 0.0F);
    const float all_most = std::accumulate(most_.begin(), most_.end(), 0.0F);
    widths_.assign(columns_, 0);
    lefts_.assign(columns_, 0);
    float left = 0;
    for (std::size_t i = 0; i < columns_; ++i) {
        if (all_most <= room) {
            widths_[i] = most_[i] + (room - all_most) / static_cast<float>(columns_);
        } else if (all_least <= room) {
            widths_[i] =
                least_[i] + (most_[i] - least_[i]) * (room - all_least) / std::max(all_most - all_least, 0.01F);
        } else {
            widths_[i] = room * (least_[i] + 1) / (all_least + static_cast<float>(columns_));
        }
        lefts_[i] = left;
        left += widths_[i] + gutter;
    }
}

std::size_t TableColumns::group_end(std::size_t first) const {
    std::size_t end = first + 1;
    for (std::size_t row = first; row < end; ++row) {
        for (const TableCell& one : rows_[row]) {
            end = std::max(end, row + one.rows);
        }
    }
    return end;
}

float TableColumns::width_of(const TableCell& cell) const {
    const std::size_t last = cell.column + cell.columns - 1;
    return lefts_[last] + widths_[last] - lefts_[cell.column];
}

Alignment TableColumns::alignment_of(const TableCell& cell) const {
    switch (cell.cell->alignment) {
        case CellAlignment::start:
            return cell.columns == 1 && figures_[cell.column] ? Alignment::end : Alignment::start;
        case CellAlignment::centre: return Alignment::centre;
        case CellAlignment::end: return Alignment::end;
    }
    return Alignment::start;
}

}  // namespace galley::pdf
