#include "converters/newsml/text_blocks.h"

#include "converters/newsml/markup_reader.h"
#include "core/edge/libxml2/html_parser.h"
#include "galley/utf8.h"

#include <algorithm>

namespace galley::newsml {

Blocks read_plain_text(std::string_view text) {
    Blocks blocks;
    const auto add = [&](std::string_view piece) {
        Inlines line;
        append_text(piece, line);
        trim_line(line);
        if (!line.empty()) {
            blocks.emplace_back(Paragraph{.content = std::move(line)});
        }
    };
    const bool has_blank_lines =
        text.find("\n\n") != std::string_view::npos || text.find("\n\r\n") != std::string_view::npos;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view line = text.substr(at, end - at);
        if (!has_blank_lines) {
            add(line);
        } else if (utf8::trim(line).empty()) {
            add(text.substr(begin, at - begin));
            begin = end;
        }
        at = end + 1;
    }
    if (has_blank_lines) {
        add(text.substr(std::min(begin, text.size())));
    }
    return blocks;
}

std::optional<Blocks> read_html_text(std::string_view text, const Limits& limits, Resources& resources) {
    XmlTree tree;
    const auto root = parse_html(text, tree, limits);
    if (!root) {
        return std::nullopt;
    }
    return MarkupReader(resources).blocks(**root);
}

}  // namespace galley::newsml
