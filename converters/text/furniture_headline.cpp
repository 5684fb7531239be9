#include "converters/text/furniture_headline.h"

#include "converters/text/headline_search.h"
#include "converters/text/line_shape.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace galley::text {

void take_back_first_line(StoryText& story) {
    constexpr std::size_t longest = 120;
    constexpr std::ptrdiff_t fewest_spaces = 3;
    const std::size_t text = first_text(story);
    if (text == 0 || text == story.chunks.size() || story.headline != HeadlineRule::automatic || !is_paragraph(story.chunks[text].role) ||
        !ends_sentence(story.text_of(story.chunks[text]))) {
        return;
    }
    StoryChunk& first = story.chunks.front();
    const std::string_view line = story.text_of(first);
    if ((first.role != ChunkRole::furniture && first.role != ChunkRole::caption) || first.chunk.size() != 1 || line.size() > longest ||
        std::ranges::count(line, ' ') < fewest_spaces || ends_sentence(line)) {
        return;
    }
    const auto hit = story.conventions->lexicon().longest(line, 0, {PhraseKind::furniture, PhraseKind::caption}, story.language);
    if (hit && hit->phrase->open && hit->end * 2 <= line.size()) {
        first.role = ChunkRole::short_text;
    }
}

}  // namespace galley::text
