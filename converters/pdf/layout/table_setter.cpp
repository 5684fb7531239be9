#include "converters/pdf/layout/table_setter.h"

#include "converters/pdf/layout/block_setter.h"
#include "galley/try.h"

#include <algorithm>

namespace galley::pdf {

namespace {

constexpr float padding = 2.5F;  // points above and below a row's text
constexpr float most_lines_together = 24;
constexpr float most_head_lines = 8;  // of a head that is repeated
constexpr float heavy_rule = 0.9F;
constexpr float rounding = 0.01F;
constexpr Colour row_rule{0.72F, 0.72F, 0.72F};

float height_of(const std::vector<Strip>& strips) {
    float height = 0;
    for (std::size_t i = 0; i < strips.size(); ++i) {
        height += (i == 0 ? 0 : strips[i].before) + strips[i].height;
    }
    return height;
}

PlacedItem rule(float left, float width, float below_top, float thickness, Colour colour) {
    return {.what = PlacedRectangle{.x = left, .y = -below_top, .width = width, .height = thickness, .colour = colour}};
}

}  // namespace

Result<> TableSetter::set(const Block& block, const Table& table, const BlockFrame& frame) {
    const StyleSpec& spec = setting_.theme.style(StyleName::table);
    const std::int32_t element = setting_.structure.add(StructureType::table, frame.parent);
    setting_.space(spec.before);
    GALLEY_CHECK(columns_.place(table, setting_));
    GALLEY_CHECK(columns_.measure(setting_, frame));
    const BlockFrame room = columns_.least_width() > frame.width ? setting_.widened(frame) : frame;
    columns_.share(room.width);
    GALLEY_CHECK(set_caption(block, table, element, room));
    const std::size_t count = columns_.rows().size();
    const std::size_t first_strip = setting_.strips.size();
    bool in_head = true;
    for (std::size_t first = 0; first < count;) {
        const std::size_t end = columns_.group_end(first);
        GALLEY_TRY(RowGroup group, set_rows(first, end, element, room));
        draw_rules(group, first, room);
        in_head = in_head && columns_.is_head(end - 1);
        push(std::move(group));
        if (in_head && end < count) {
            head_ = head_from(first_strip);
        }
        // The head does not stand alone on a page, nor does the last row.
        if (in_head || (end + 1 == count && count > 2)) {
            setting_.keep_with_next();
        }
        first = end;
    }
    setting_.space(spec.after);
    return {};
}

Result<> TableSetter::set_caption(const Block& block, const Table& table, std::int32_t element,
                                  const BlockFrame& frame) {
    if (table.caption.empty()) {
        return {};
    }
    const StyleSpec& head = setting_.theme.style(StyleName::table_header);
    ParagraphBuilder from = setting_.builder();
    from.begin(setting_.text_style(head), setting_.structure.add(StructureType::caption, element), frame.language);
    GALLEY_CHECK(from.append(table.caption));
    GALLEY_CHECK(setting_.add_paragraph(from, head, frame, {.keep_together = true}, &block));
    setting_.keep_with_next();
    setting_.space(padding);
    return {};
}

Result<TableSetter::RowGroup> TableSetter::set_rows(std::size_t first, std::size_t end, std::int32_t element,
                                                    const BlockFrame& frame) {
    struct SetCell {
        const TableCell* cell = nullptr;
        std::vector<Strip> strips;
        float height = 0;
    };
    std::vector<SetCell> cells;
    std::vector<float> heights(end - first, setting_.theme.style(StyleName::table).leading + 2 * padding);
    for (std::size_t row = first; row < end; ++row) {
        const std::int32_t row_element = setting_.structure.add(StructureType::table_row, element);
        for (const TableCell& cell : columns_.rows()[row]) {
            SetCell set{.cell = &cell, .strips = {}};
            GALLEY_TRY(set.strips, set_cell(cell, row_element, frame));
            set.height = height_of(set.strips) + 2 * padding;
            if (cell.rows == 1) {
                heights[row - first] = std::max(heights[row - first], set.height);
            }
            cells.push_back(std::move(set));
        }
    }
    // A cell that is taller than its rows stretches the last of them.
    for (const SetCell& set : cells) {
        float have = 0;
        for (std::size_t row = 0; row < set.cell->rows; ++row) {
            have += heights[set.cell->row - first + row];
        }
        heights[set.cell->row - first + set.cell->rows - 1] += std::max(set.height - have, 0.0F);
    }
    RowGroup group;
    for (const float height : heights) {
        group.bottoms.push_back(group.height() + height);
    }
    for (SetCell& set : cells) {
        const std::size_t row = set.cell->row - first;
        const float row_top = row == 0 ? 0 : group.bottoms[row - 1];
        const bool stands_low = set.cell->cell->header && columns_.is_head(set.cell->row);
        float top = stands_low ? group.bottoms[row + set.cell->rows - 1] - set.height + padding : row_top + padding;
        for (std::size_t i = 0; i < set.strips.size(); ++i) {
            top += i == 0 ? 0 : set.strips[i].before;
            group.strips.push_back({.top = top, .strip = std::move(set.strips[i])});
            top += group.strips.back().strip.height;
        }
    }
    return group;
}

Result<std::vector<Strip>> TableSetter::set_cell(const TableCell& cell, std::int32_t row, const BlockFrame& frame) {
    const bool header = cell.cell->header;
    BlockFrame inner = frame;
    inner.width = columns_.width_of(cell);
    inner.left = setting_.right_to_left ? frame.left + frame.width - columns_.left_of(cell) - inner.width
                                        : frame.left + columns_.left_of(cell);
    const float inset = columns_.inset_of(cell);
    inner.width -= inset;
    inner.left += setting_.right_to_left ? inset : 0;
    inner.parent = setting_.structure.add(header ? StructureType::table_header : StructureType::table_cell, row);
    inner.style = header ? StyleName::table_header : StyleName::table;
    inner.alignment = columns_.alignment_of(cell);
    const Blocks& content = cell.cell->content;
    inner.is_paragraph = content.size() == 1 && content.front().language.empty() &&
                         std::holds_alternative<Paragraph>(content.front().node);
    setting_.structure.at(inner.parent).columns = cell.cell->columns;
    setting_.structure.at(inner.parent).rows = cell.cell->rows;
    return setting_.set_apart([&] { return BlockSetter{setting_}.set(content, inner); });
}

/// Below every row, where no cell reaches over; above the first.
void TableSetter::draw_rules(RowGroup& group, std::size_t first, const BlockFrame& frame) {
    const Theme& theme = setting_.theme;
    if (first == 0) {
        group.rules.push_back({.top = 0, .item = rule(frame.left, frame.width, 0, heavy_rule, theme.rule)});
    }
    std::vector<const TableCell*> reaching;
    for (std::size_t i = 0; i < group.bottoms.size(); ++i) {
        const std::size_t row = first + i;
        const bool strong = row + 1 == columns_.rows().size() || columns_.is_head(row);
        const float thickness = strong ? theme.thin_rule : theme.thin_rule / 2;
        const Colour colour = strong ? theme.rule : row_rule;
        for (const TableCell& cell : columns_.rows()[row]) {
            if (cell.rows > 1) {
                reaching.push_back(&cell);
            }
        }
        std::erase_if(reaching, [&](const TableCell* cell) { return cell->row + cell->rows <= row + 1; });
        // From the frame's start to each cell that reaches over the rule, and from its end on.
        std::vector<std::pair<float, float>> covered;
        covered.reserve(reaching.size() + 1);
        for (const TableCell* const cell : reaching) {
            covered.emplace_back(columns_.left_of(*cell), columns_.left_of(*cell) + columns_.width_of(*cell));
        }
        std::ranges::sort(covered);
        covered.emplace_back(frame.width, frame.width);
        float from = 0;
        for (const auto& [begin, end] : covered) {
            if (begin - from > rounding) {
                const float left = setting_.right_to_left ? frame.left + frame.width - begin : frame.left + from;
                group.rules.push_back(
                    {.top = group.bottoms[i], .item = rule(left, begin - from, group.bottoms[i], thickness, colour)});
            }
            from = std::max(from, end);
        }
    }
}

/// Where a group that is too tall to stay together may be cut: below its top, at no cell's line.
std::vector<float> TableSetter::cuts_of(const RowGroup& group) const {
    std::vector<float> cuts;
    if (group.height() > most_lines_together * setting_.theme.style(StyleName::table).leading) {
        std::vector<std::pair<float, float>> spans;
        spans.reserve(group.strips.size());
        for (const PlacedStrip& placed : group.strips) {
            spans.emplace_back(placed.top, placed.top + placed.strip.height);
        }
        std::ranges::sort(spans);
        float bottom = 0;
        for (const auto& [top, end] : spans) {
            if (bottom > 0 && top > bottom - rounding) {
                cuts.push_back(top);
            }
            bottom = std::max(bottom, end);
        }
    }
    cuts.push_back(group.height());
    return cuts;
}

void TableSetter::push(RowGroup group) {
    std::vector<Strip> slices;
    const std::vector<float> cuts = cuts_of(group);
    slices.reserve(cuts.size());
    for (std::size_t i = 0; i < cuts.size(); ++i) {
        slices.push_back({.height = cuts[i] - (i == 0 ? 0 : cuts[i - 1]), .repeat = head_});
    }
    const auto slice_of = [&](float top) {
        const auto found = std::ranges::upper_bound(cuts, top + rounding);
        return std::min<std::size_t>(static_cast<std::size_t>(found - cuts.begin()), cuts.size() - 1);
    };
    const auto top_of = [&](std::size_t slice) { return slice == 0 ? 0.0F : cuts[slice - 1]; };
    for (PlacedStrip& placed : group.strips) {
        const std::size_t slice = slice_of(placed.top);
        for (std::vector<PlacedItem>* const items : {&placed.strip.items, &placed.strip.above}) {
            for (PlacedItem& item : *items) {
                move_item(item, top_of(slice) - placed.top - placed.strip.baseline);
                slices[slice].items.push_back(std::move(item));
            }
        }
    }
    for (PlacedRule& line : group.rules) {
        const std::size_t slice = slice_of(line.top - 2 * rounding);
        move_item(line.item, top_of(slice));
        slices[slice].items.push_back(std::move(line.item));
    }
    for (Strip& slice : slices) {
        setting_.push(std::move(slice));
    }
}

/// The head's strips, as they stand from `first` on, to be shown again; nothing when they would fill the page.
std::shared_ptr<const RepeatedHead> TableSetter::head_from(std::size_t first) const {
    auto head = std::make_shared<RepeatedHead>();
    for (std::size_t i = first; i < setting_.strips.size(); ++i) {
        for (PlacedItem item : setting_.strips[i].items) {
            if (std::holds_alternative<PlacedLink>(item.what)) {
                continue;
            }
            move_item(item, -head->height);
            item.element = -1;
            item.artifact = ArtifactKind::pagination_header;
            item.actual_text.reset();
            head->items.push_back(std::move(item));
        }
        head->height += setting_.strips[i].height;
    }
    return head->height > most_head_lines * setting_.theme.style(StyleName::table).leading ? nullptr : head;
}

}  // namespace galley::pdf
