#include "converters/text/lone_furniture.h"

#include "converters/text/line_shape.h"

#include <algorithm>
#include <string_view>

namespace galley::text {
namespace {

constexpr std::size_t longest_credit = 70;  ///< bytes of "Photo: Tom Ray/Harbour Wire", and nothing else

/// Where the links below "Read more" begin, when nothing else stands between them and `end`; else `end`.
std::size_t links_below_label(const StoryText& story, std::size_t end) {
    constexpr std::size_t most_links = 5;
    const std::vector<StoryChunk>& chunks = story.chunks;
    std::size_t first = end;
    while (first > 0 && end - first < most_links && chunks[first - 1].role == ChunkRole::short_text &&
           !ends_paragraph(story.text_of(chunks[first - 1]))) {
        --first;
    }
    const bool below_label = first < end && first > 0 && is_label_of_the_web(chunks[first - 1]) &&
                             chunks[first - 1].furniture == FurnitureKind::navigation;
    return below_label ? first : end;
}

/// What may be a word of the text elsewhere is none after its end: "Read more", "Lire aussi : …", and links below it.
std::size_t end_of_text(StoryText& story, bool dated) {
    std::vector<StoryChunk>& chunks = story.chunks;
    std::size_t end = chunks.size();
    for (std::size_t link = dated ? links_below_label(story, end) : end; link < end; ++link) {
        chunks[link].become(FurnitureKind::navigation);
    }
    bool marked = false;
    for (; end > 0; --end) {
        const StoryChunk& chunk = chunks[end - 1];
        marked = marked || chunk.role == ChunkRole::end_mark;
        const bool reporter = marked && chunk.role == ChunkRole::address;  // above "(END)"
        if (!reporter && chunk.role != ChunkRole::end_mark && !is_label_of_the_web(chunk)) {
            break;
        }
    }
    return end;
}

/// "Photo: Tom Ray/Harbour Wire" is no text of any story; "Source: Harbour Bank" and "(C) 2009 Harbour Films" may be.
bool is_plain_credit(const StoryText& story, std::string_view line) {
    const bool marked = line.find_first_of(":/@(") != std::string_view::npos ||
                        line.find("：") != std::string_view::npos || line.starts_with("©");
    return line.size() <= longest_credit && marked && !ends_sentence(line) && !has_figure(line) &&
           !story.conventions->lexicon().longest(line, 0, PhraseKind::source_word, story.language);
}

}  // namespace

bool is_of_the_web(const StoryChunk& chunk) {
    return chunk.role == ChunkRole::furniture &&
           (chunk.furniture == FurnitureKind::navigation || chunk.furniture == FurnitureKind::share_count ||
            chunk.furniture == FurnitureKind::byword || chunk.furniture == FurnitureKind::reading_time);
}

bool is_label_of_the_web(const StoryChunk& chunk) {
    return is_of_the_web(chunk) && chunk.phrase != PhraseKind::section;
}

void keep_lone_furniture(StoryText& story, std::size_t first, bool dated) {
    const std::size_t end = end_of_text(story, dated);
    std::size_t begin = std::max(story.body, first + 1);
    while (story.body > 0 && begin < end && is_label_of_the_web(story.chunks[begin])) {
        ++begin;  // "Share" right below authors and date, an author's title
    }
    for (std::size_t index = begin; index < end; ++index) {
        StoryChunk& chunk = story.chunks[index];
        const bool caption = chunk.role == ChunkRole::caption && !is_plain_credit(story, story.text_of(chunk));
        if (is_of_the_web(chunk) || chunk.role == ChunkRole::address || caption ||
            (chunk.role == ChunkRole::furniture && chunk.furniture == FurnitureKind::separator)) {
            chunk.role = ChunkRole::short_text;
        }
    }
}

}  // namespace galley::text
