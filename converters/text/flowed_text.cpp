#include "converters/text/flowed_text.h"

#include <algorithm>
#include <cstddef>

namespace galley::text {
namespace {

/// How many marks of quoting a line begins with.
std::size_t quote_depth(std::string_view line) { return std::min(line.find_first_not_of('>'), line.size()); }

}  // namespace

void mark_soft_breaks(std::string_view text, std::span<Line> lines) {
    for (std::size_t index = 0; index + 1 < lines.size(); ++index) {
        Line& line = lines[index];
        const Line& next = lines[index + 1];
        const bool ends_in_space = !line.blank() && line.end < text.size() && text[line.end] == ' ';
        line.soft = ends_in_space && !next.blank() && quote_depth(line.in(text)) == quote_depth(next.in(text));
    }
}

}  // namespace galley::text
