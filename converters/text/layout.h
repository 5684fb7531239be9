#pragma once

#include "converters/text/line.h"

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace galley::text {

/// How a text shows where its paragraphs begin.
struct Layout {
    bool wrapped = false;           ///< lines were broken at a width; otherwise each line is a paragraph
    std::size_t width = 0;          ///< columns of the longest wrapped line
    bool filled = false;            ///< every wrapped line has as many words as fit: a shorter one ends its paragraph
    std::uint32_t base_indent = 0;  ///< the smallest of all lines
    bool indented = false;          ///< an indent begins a paragraph, and nothing else does but a blank line
};

/// Lines that belong together: a paragraph, a table, a line that stands alone. Indexes of lines, [first, last).
struct Chunk {
    std::size_t first = 0;
    std::size_t last = 0;
    bool preformatted = false;  ///< columns or line ends matter
    bool blank_before = false;
    bool blank_after = false;

    [[nodiscard]] std::size_t size() const { return last - first; }
};

/// Finds out from at most the first 4000 lines.
[[nodiscard]] Layout detect_layout(std::string_view text, std::span<const Line> lines);

/// The chunks of all of `lines`; indexes count from `lines`' start.
[[nodiscard]] std::vector<Chunk> make_chunks(std::string_view text, std::span<const Line> lines, const Layout& layout);

/// True when the line has columns: two or more wide gaps, or one with figures after it.
[[nodiscard]] bool is_tabular(std::string_view line);

}  // namespace galley::text
