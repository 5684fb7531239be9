#include "converters/text/furniture_headline.h"

#include "converters/text/line_shape.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace galley::text {
namespace {

/// The first chunk below the first line that says something: a paragraph, or a sentence that is long for a headline.
bool stands_above_text(const StoryText& story) {
    constexpr std::size_t shortest_sentence = 60;
    for (std::size_t index = 0; index < story.chunks.size(); ++index) {
        const StoryChunk& chunk = story.chunks[index];
        if (chunk.role == ChunkRole::dateline) {
            return index > 0;
        }
        if (is_text(chunk.role)) {
            const std::string_view text = story.text_of(chunk);
            return index > 0 && ends_sentence(text) &&
                   (is_paragraph(chunk.role) ||
                    (chunk.role == ChunkRole::short_text && text.size() >= shortest_sentence));
        }
    }
    return false;
}

/// "By Ann Lee | March 2, 2026" right below: only a headline stands above it.
bool is_above_dated_author(const StoryText& story) {
    if (story.chunks.size() < 2 || story.chunks[1].role != ChunkRole::head_line) {
        return false;
    }
    const HeadLine& head = *story.chunks[1].head;
    return head.has_date() && head.byline && head.byline->by_word;
}

}  // namespace

void take_back_first_line(StoryText& story) {
    constexpr std::size_t longest = 120;
    constexpr std::ptrdiff_t fewest_spaces = 3;
    if (story.chunks.empty() || story.headline != HeadlineRule::automatic ||
        !(is_above_dated_author(story) || stands_above_text(story))) {
        return;
    }
    StoryChunk& first = story.chunks.front();
    const std::string_view line = story.text_of(first);
    const bool note = first.role == ChunkRole::note && first.phrase == PhraseKind::editor_note &&
                      !line.contains(':');  // "Editor's note found in wreck"
    if ((first.role != ChunkRole::furniture && first.role != ChunkRole::caption && !note) || first.chunk.size() != 1 ||
        line.size() > longest || std::ranges::count(line, ' ') < fewest_spaces || ends_sentence(line)) {
        return;
    }
    const auto hit = story.conventions->lexicon().whole(
        line, {PhraseKind::furniture, PhraseKind::caption, PhraseKind::editor_note}, story.language);
    if (hit && hit->phrase->open && hit->end * 2 <= line.size()) {
        first.role = ChunkRole::short_text;
    }
}

}  // namespace galley::text
