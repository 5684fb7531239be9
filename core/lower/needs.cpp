#include "core/lower/lowering.h"
#include "galley/overloaded.h"

#include <algorithm>

namespace galley::lowering {

namespace {

bool needs_inlines(const Inlines& content, Feature features);

bool needs_one(const Inline& item, Feature features) {
    const auto lacks = [&](Feature one, const Inlines& content) {
        return !has(features, one) || needs_inlines(content, features);
    };
    return std::visit(Overloaded{[](const Text&) { return false; },
                                 [&](const Emphasis& emphasis) { return lacks(Feature::emphasis, emphasis.content); },
                                 [&](const Link& link) { return lacks(Feature::links, link.content); },
                                 [&](const Entity& entity) { return lacks(Feature::entities, entity.content); },
                                 [&](const Foreign& foreign) { return lacks(Feature::foreign, foreign.content); },
                                 [&](const LineBreak&) { return !has(features, Feature::line_breaks); }},
                      item.node);
}

bool needs_inlines(const Inlines& content, Feature features) {
    return std::ranges::any_of(content, [&](const Inline& item) { return needs_one(item, features); });
}

bool needs_cells(const Table& table, Feature features) {
    return std::ranges::any_of(table.rows, [&](const auto& row) {
        return std::ranges::any_of(row, [&](const Cell& cell) { return needs(cell.content, features); });
    });
}

bool needs_block(const Block& block, Feature features) {
    const auto lacks = [&](Feature one) { return !has(features, one); };
    return std::visit(
        Overloaded{
            [&](const Paragraph& paragraph) { return needs_inlines(paragraph.content, features); },
            [&](const Heading& heading) {
                return lacks(Feature::headings) || needs_inlines(heading.content, features);
            },
            [&](const List& list) {
                return lacks(Feature::lists) ||
                       std::ranges::any_of(list.items, [&](const Blocks& item) { return needs(item, features); });
            },
            [&](const Quote& quote) {
                return lacks(Feature::quotes) || needs(quote.content, features) ||
                       needs_inlines(quote.attribution, features);
            },
            [&](const Table& table) {
                return lacks(Feature::tables) || needs_inlines(table.caption, features) || needs_cells(table, features);
            },
            [&](const Preformatted&) { return lacks(Feature::preformatted); },
            [&](const Figure& figure) { return lacks(Feature::figures) || needs_inlines(figure.caption, features); },
            [&](const ThematicBreak&) { return lacks(Feature::breaks); },
            [&](const Note& note) { return lacks(Feature::notes) || needs(note.content, features); }},
        block.node);
}

}  // namespace

bool needs(const Blocks& blocks, Feature features) {
    return std::ranges::any_of(blocks, [&](const Block& block) { return needs_block(block, features); });
}

}  // namespace galley::lowering
