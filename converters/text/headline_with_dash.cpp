#include "converters/text/headline_with_dash.h"

#include "converters/text/line_shape.h"
#include "galley/utf8.h"

#include <algorithm>

namespace galley::text {

bool is_headline_with_dash(const StoryText& story, std::size_t index) {
    constexpr std::size_t longest = 120;
    constexpr std::size_t shortest_sentence = 60;
    constexpr std::ptrdiff_t reach = 3;
    const auto at = story.chunks.begin() + static_cast<std::ptrdiff_t>(index);
    const std::string_view line = story.text_of(*at);
    const bool dated_or_sent = at->dateline->date || !at->dateline->agencies.empty();
    if (dated_or_sent || at->chunk.size() != 1 || story.layout.wrapped || columns(line) > longest ||
        ends_sentence(line) || line.starts_with('*')) {
        return false;
    }
    const bool first = std::none_of(story.chunks.begin(), at, [](const StoryChunk& above) {
        return is_text(above.role) || above.role == ChunkRole::head_line;
    });
    const auto end = story.chunks.end() - at > reach + 1 ? at + 1 + reach : story.chunks.end();
    return first && std::any_of(at + 1, end, [&](const StoryChunk& below) {
               const std::string_view text = story.text_of(below);
               return text.size() >= shortest_sentence && ends_sentence(text);
           });
}

}  // namespace galley::text
