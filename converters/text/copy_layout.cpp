#include "converters/text/copy_layout.h"

#include "converters/text/line.h"
#include "galley/overloaded.h"
#include "galley/plain_text.h"
#include "galley/utf8.h"

#include <algorithm>
#include <vector>

namespace galley::text {
namespace {

constexpr std::size_t narrowest = 20;  ///< columns that indents leave at least

/// The text of a cell on one line.
std::string cell_text(const Cell& cell) {
    std::string text;
    for (const Block& block : cell.content) {
        if (!text.empty()) {
            text += ' ';
        }
        append_plain_text(block, text);
    }
    std::ranges::replace(text, '\n', ' ');
    return text;
}

}  // namespace

void CopyLayout::append_text(std::string_view text, std::size_t indent, std::string_view first, std::string& to) const {
    const std::size_t width = width_ == 0 ? 0 : std::max(width_, indent + narrowest);
    bool first_line = true;
    while (first_line || !text.empty()) {
        const std::size_t line_end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, line_end);
        text.remove_prefix(std::min(line_end + 1, text.size()));
        do {
            std::size_t used = 0;
            if (first_line) {
                to += first;
                used = columns(first);
            } else {
                to.append(indent, ' ');
                used = indent;
            }
            first_line = false;
            if (width == 0) {
                to += line;
                line = {};
            } else {
                std::size_t taken = 0;
                while (taken < line.size()) {
                    const std::size_t space = std::min(line.find(' ', taken + (taken > 0 ? 1 : 0)), line.size());
                    const std::size_t word = columns(line.substr(taken, space - taken));
                    if (taken > 0 && used + word > width) {
                        break;
                    }
                    used += word;
                    taken = space;
                }
                to += line.substr(0, taken);
                line.remove_prefix(std::min(line.size(), taken + 1));
            }
            to += '\n';
        } while (!line.empty());
    }
}

void CopyLayout::append_list(const List& list, std::size_t indent, std::string& to) const {
    std::int32_t number = list.start;
    bool first_item = true;
    for (const std::vector<Block>& item : list.items) {
        const std::string mark = std::string(indent, ' ') + (list.ordered ? std::to_string(number) + ". " : "- ");
        ++number;
        if (!first_item) {
            to += '\n';
        }
        first_item = false;
        bool first_block = true;
        for (const Block& block : item) {
            if (!first_block) {
                to += '\n';
            }
            append_block(block, mark.size(), first_block ? std::string_view(mark) : std::string_view(), to);
            first_block = false;
        }
        if (item.empty()) {
            to += mark + "\n";
        }
    }
}

void CopyLayout::append_table(const Table& table, std::size_t indent, std::string& to) const {
    if (!table.caption.empty()) {
        append_text(plain_text(table.caption), indent, std::string(indent, ' '), to);
        to += '\n';
    }
    std::vector<std::size_t> widths;
    std::vector<std::vector<std::string>> rows;
    for (const std::vector<Cell>& cells : table.rows) {
        std::vector<std::string>& row = rows.emplace_back();
        for (const Cell& cell : cells) {
            row.push_back(cell_text(cell));
            widths.resize(std::max(widths.size(), row.size()));
            widths[row.size() - 1] = std::max(widths[row.size() - 1], columns(row.back()));
        }
    }
    for (std::size_t index = 0; index < rows.size(); ++index) {
        to.append(indent, ' ');
        for (std::size_t column = 0; column < rows[index].size(); ++column) {
            const std::string& cell = rows[index][column];
            const std::size_t padding = widths[column] - columns(cell);
            const bool last = column + 1 == rows[index].size();
            const bool at_end = table.rows[index][column].alignment == CellAlignment::end;
            to.append(at_end ? padding : 0, ' ');
            to += cell;
            to.append(last ? 0 : (at_end ? 0 : padding) + 3, ' ');
        }
        to += '\n';
    }
}

void CopyLayout::append_block(const Block& block, std::size_t indent, std::string_view first, std::string& to) const {
    const std::string own_first = first.empty() ? std::string(indent, ' ') : std::string(first);
    std::visit(
        Overloaded{
            [&](const Paragraph& paragraph) { append_text(plain_text(paragraph.content), indent, own_first, to); },
            [&](const Heading& heading) { append_text(plain_text(heading.content), indent, own_first, to); },
            [&](const List& list) {
                if (!first.empty()) {
                    to += first;
                    to += '\n';
                }
                append_list(list, indent, to);
            },
            [&](const Quote& quote) {
                append_blocks(quote.content, indent + 4, to);
                if (!quote.attribution.empty()) {
                    append_text(plain_text(quote.attribution), indent + 4, std::string(indent + 4, ' ') + "— ", to);
                }
            },
            [&](const Table& table) { append_table(table, indent, to); },
            [&](const Preformatted& preformatted) {
                std::string_view rest = preformatted.utf8;
                do {
                    const std::size_t end = std::min(rest.find('\n'), rest.size());
                    to.append(indent, ' ');
                    to += rest.substr(0, end);
                    to += '\n';
                    rest.remove_prefix(std::min(end + 1, rest.size()));
                } while (!rest.empty());
            },
            [&](const Figure& figure) { append_text(plain_text(figure.caption), indent, own_first, to); },
            [&](const ThematicBreak&) { to += own_first + "* * *\n"; },
            [&](const Note& note) { append_blocks(note.content, indent, to); }},
        block.node);
}

void CopyLayout::append_blocks(const Blocks& blocks, std::size_t indent, std::string& to) const {
    bool first = true;
    for (const Block& block : blocks) {
        if (!first) {
            to += '\n';
        }
        first = false;
        append_block(block, indent, {}, to);
    }
}

}  // namespace galley::text
