#include "converters/text/head_contacts.h"

#include "converters/text/line_shape.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace galley::text {
namespace {

constexpr std::size_t most_chunks_above = 4;  ///< "FOR IMMEDIATE RELEASE", a date
constexpr std::size_t most_lines = 8;         ///< of one contact

bool is_line_of_contact(const StoryText& story, const StoryChunk& chunk) {
    return chunk.chunk.size() == 1 && !chunk.chunk.blank_before && !is_paragraph(chunk.role) &&
           !ends_sentence(story.text_of(chunk));
}

}  // namespace

void settle_head_contacts(StoryText& story) {
    std::vector<StoryChunk>& chunks = story.chunks;
    std::size_t index = 0;
    while (index < chunks.size() && index < most_chunks_above && !is_contact(chunks[index])) {
        if (is_paragraph(chunks[index].role)) {
            return;
        }
        ++index;
    }
    while (index < chunks.size() && is_contact(chunks[index])) {
        const std::size_t first = index++;
        while (index < chunks.size() && index - first <= most_lines && is_line_of_contact(story, chunks[index])) {
            ++index;
        }
        const bool label_alone = index == first + 1 && story.text_of(chunks[first]).find(':') == std::string_view::npos;
        if (label_alone || !has_prose_after(chunks, index, 8)) {
            return;
        }
        for (std::size_t line = first; line < index; ++line) {
            chunks[line].role = ChunkRole::after_end;
        }
    }
}

}  // namespace galley::text
