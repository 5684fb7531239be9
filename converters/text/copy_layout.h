#pragma once

#include "galley/block.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace galley::text {

/// Sets blocks as plain text: paragraphs wrapped or not, lists with marks, tables in columns, quotes indented.
class CopyLayout {
public:
    /// `width` in columns; 0 wraps nothing.
    explicit CopyLayout(std::size_t width) : width_(width) {}

    /// Appends `text`, whose line ends are kept, wrapped, every line after `indent` spaces; the first after `first`
    /// instead.
    void append_text(std::string_view text, std::size_t indent, std::string_view first, std::string& to) const;

    /// Appends `blocks` with a blank line between them.
    void append_blocks(const Blocks& blocks, std::size_t indent, std::string& to) const;

private:
    void append_block(const Block& block, std::size_t indent, std::string_view first, std::string& to) const;
    void append_list(const List& list, std::size_t indent, std::string& to) const;
    void append_table(const Table& table, std::size_t indent, std::string& to) const;

    std::size_t width_;
};

}  // namespace galley::text
