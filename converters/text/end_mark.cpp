#include "converters/text/end_mark.h"

#include "converters/text/line_shape.h"

#include <utility>

namespace galley::text {

bool is_cut_off(const StoryText& story, std::size_t line) {
    const std::size_t end = story.lines[line - 1].end;
    return story.text.substr(end, story.lines[line].begin - end).find_first_not_of(' ') == std::string_view::npos;
}

void split_end_mark(StoryText& story) {
    const Lexicon& lexicon = story.conventions->lexicon();
    const std::size_t from = story.chunks.size() > 3 ? story.chunks.size() - 3 : 0;
    for (std::size_t index = from; index < story.chunks.size(); ++index) {
        StoryChunk& chunk = story.chunks[index];
        const std::string_view last = story.lines[chunk.chunk.last - 1].in(story.text);
        if (chunk.chunk.size() < 2 || chunk.chunk.preformatted ||
            !(is_desk_contact(last) || is_cut_off(story, chunk.chunk.last - 1) ||
              lexicon.whole(last, {PhraseKind::end_mark, PhraseKind::sign_off}, story.language))) {
            continue;
        }
        StoryChunk mark{.chunk = {chunk.chunk.last - 1, chunk.chunk.last, false, false, chunk.chunk.blank_after}};
        --chunk.chunk.last;
        chunk.chunk.blank_after = false;
        story.chunks.insert(story.chunks.begin() + static_cast<std::ptrdiff_t>(index) + 1, std::move(mark));
        return;
    }
}

bool is_marked_off(std::string_view line) {
    constexpr std::string_view marks = "-#*/=";
    return line.size() >= 3 && marks.find(line.front()) != std::string_view::npos &&
           marks.find(line.back()) != std::string_view::npos;
}

}  // namespace galley::text
