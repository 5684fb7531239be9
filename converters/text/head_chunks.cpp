#include "converters/text/head_chunks.h"

#include <algorithm>
#include <vector>

namespace galley::text {
namespace {

constexpr std::size_t most_chunks = 15;  ///< near the top, in which lines of authors are looked for
constexpr std::size_t most_lines = 3;    ///< of what stands above the text; the headline may have more

bool is_head_line(std::string_view line, const HeadLineParser& head_lines) {
    const auto is_navigation = [](const HeadLine::Part& part) { return part.kind == FurnitureKind::navigation; };
    const auto head = head_lines.parse(line);
    return head && (head->byline ? head->byline->by_word : head->has_date()) &&
           std::ranges::none_of(head->furniture, is_navigation);
}

/// `whole`, cut before and behind each line of authors or dates.
std::vector<StoryChunk> cut_at_head_lines(const StoryText& story, const Chunk& whole,
                                          const HeadLineParser& head_lines) {
    std::vector<StoryChunk> parts;
    const auto add = [&](std::size_t first, std::size_t last) {
        parts.push_back({.chunk = {first, last, false, first == whole.first && whole.blank_before, false}});
    };
    std::size_t first = whole.first;
    for (std::size_t line = first; line < whole.last; ++line) {
        if (!is_head_line(story.lines[line].in(story.text), head_lines)) {
            continue;
        }
        if (line > first) {
            add(first, line);
        }
        add(line, line + 1);
        first = line + 1;
    }
    if (first < whole.last) {
        add(first, whole.last);
    }
    parts.back().chunk.blank_after = whole.blank_after;
    return parts;
}

}  // namespace

void split_head_chunks(StoryText& story, const HeadLineParser& head_lines, AskedDatelines& datelines) {
    if (!story.layout.wrapped) {
        return;
    }
    std::vector<StoryChunk>& chunks = story.chunks;
    std::size_t index = 0;
    for (std::size_t met = 0; met < most_chunks && index < chunks.size(); ++met, ++index) {
        const Chunk whole = chunks[index].chunk;
        if ((met > 0 && whole.size() > most_lines) || datelines.of(story.text_of(chunks[index]))) {
            return;  // the text has begun
        }
        if (whole.preformatted || whole.size() == 1) {
            continue;
        }
        const std::vector<StoryChunk> parts = cut_at_head_lines(story, whole, head_lines);
        chunks[index] = parts.front();
        chunks.insert(chunks.begin() + static_cast<std::ptrdiff_t>(index) + 1, parts.begin() + 1, parts.end());
        index += parts.size() - 1;
    }
}

}  // namespace galley::text
