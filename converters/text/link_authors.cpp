#include "converters/text/link_authors.h"

#include "converters/text/author_lines.h"
#include "converters/text/line_shape.h"

#include <cstddef>

namespace galley::text {
namespace {

/// Lines that may be links: no sentences, and neither authors nor dates nor what pages print.
bool is_link(const StoryText& story, std::size_t index) {
    return index < story.chunks.size() && story.chunks[index].role == ChunkRole::short_text &&
           !ends_sentence(story.text_of(story.chunks[index]));
}

/// "More from Harbour Life", "Ideas for a party", "How to save money", "Seven tips": what looks like a name in front of
/// links is one of them.
bool is_first_of_links(const StoryText& story, std::size_t index) {
    constexpr std::size_t fewest = 2;
    const StoryChunk& label = story.chunks[index - 1];
    if (label.role != ChunkRole::furniture || label.furniture != FurnitureKind::navigation ||
        label.phrase == PhraseKind::section) {
        return false;
    }
    std::size_t links = 0;
    while (links < fewest && is_link(story, index + 1 + links)) {
        ++links;
    }
    return links == fewest;
}

}  // namespace

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
        if (chunk.role == ChunkRole::name && index > 0 && is_first_of_links(story, index)) {
            chunk.become(FurnitureKind::navigation);
        }
        if (chunk.role != ChunkRole::head_line || !chunk.head->byline) {
            continue;
        }
        const bool dated = chunk.head->date || chunk.head->updated;
        if (has_links && !dated && is_link(story, index - 1)) {
            chunk.become(FurnitureKind::navigation);
        }
        has_author = has_author || chunk.head->has_date();
    }
}

}  // namespace galley::text
