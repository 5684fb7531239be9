#include "converters/text/furniture_headline.h"

#include "converters/text/headline_search.h"
#include "converters/text/line_shape.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace galley::text {

namespace {

/// "By Ann Lee | March 2, 2026" right below: only a headline stands above it.
bool is_above_dated_author(const StoryText& story) {
    if (story.chunks.size() < 2 || story.chunks[1].role != ChunkRole::head_line) {
        return false;
    }
    const HeadLine& head = *story.chunks[1].head;
    return head.has_date() && head.byline && head.byline->by_word;
}

/// Whether the text begins with a sentence somewhere below the first line.
bool goes_on_as_text(const StoryText& story) {
    const std::size_t text = first_text(story);
    return text != 0 && text != story.chunks.size() && is_paragraph(story.chunks[text].role) && ends_sentence(story.text_of(story.chunks[text]));
}

}  // namespace

void take_back_first_line(StoryText& story) {
    constexpr std::size_t longest = 120;
    constexpr std::ptrdiff_t fewest_spaces = 3;
    if (story.chunks.empty() || story.headline != HeadlineRule::automatic || !(is_above_dated_author(story) || goes_on_as_text(story))) {
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
