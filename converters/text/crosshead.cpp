#include "converters/text/crosshead.h"

#include "converters/text/fold.h"
#include "galley/utf8.h"

#include <string_view>

namespace galley::text {
namespace {

constexpr std::size_t longest_crosshead = 80;  ///< columns
constexpr std::size_t longest_question = 110;

/// Where letters have no case nothing but its length tells a crosshead from a short paragraph.
bool begins_with_capital(std::string_view line) {
    std::size_t at = 0;
    while (at < line.size() && !is_letter(utf8::at(line, at).code)) {
        at += utf8::at(line, at).size;
    }
    return at < line.size() && is_upper(utf8::at(line, at).code);
}

bool may_be_crosshead(std::string_view line, const PageShape& shape, bool web_page) {
    const bool question = line.ends_with('?');
    const bool plain = shape.lone && !question && !shape.introduces && begins_with_capital(line);
    return (web_page || plain) && !shape.drop && !shape.listed &&
           (question ? shape.columns <= longest_question : !shape.sentence && shape.columns <= longest_crosshead);
}

}  // namespace

void find_crossheads(StoryText& story, const PageShapes& shapes, std::size_t begin, bool web_page) {
    for (std::size_t index = begin; index + 1 < story.chunks.size(); ++index) {
        StoryChunk& chunk = story.chunks[index];
        const PageShape& above = shapes[index - 1];
        const bool in_list = above.is_loose() && !above.drop && story.chunks[index - 1].role != ChunkRole::crosshead;
        if (!in_list && chunk.role == ChunkRole::short_text && story.chunks[index + 1].role == ChunkRole::prose &&
            may_be_crosshead(story.text_of(chunk), shapes[index], web_page)) {
            chunk.role = ChunkRole::crosshead;
        }
    }
}

}  // namespace galley::text
