#include "converters/text/link_authors.h"

#include "converters/text/author_lines.h"
#include "converters/text/line_shape.h"

#include <cstddef>

namespace galley::text {

void drop_authors_of_links(StoryText& story) {
    std::vector<StoryChunk>& chunks = story.chunks;
    bool has_author = false;
    bool has_links = false;
    for (std::size_t index = 0; index < chunks.size() && index < head_zone; ++index) {
        StoryChunk& chunk = chunks[index];
        if (chunk.role == ChunkRole::dateline) {
            return;
        }
        if (chunk.role == ChunkRole::furniture) {
            has_links = has_author && (has_links || chunk.furniture == FurnitureKind::navigation);
        }
        if (chunk.role != ChunkRole::head_line || !chunk.head->byline) {
            continue;
        }
        const bool below_link = has_links && index > 0 && chunks[index - 1].role == ChunkRole::short_text && !ends_sentence(story.text_of(chunks[index - 1]));
        if (below_link && !chunk.head->has_date()) {
            chunk.become(FurnitureKind::navigation);
        }
        has_author = has_author || chunk.head->has_date();
    }
}

}  // namespace galley::text
