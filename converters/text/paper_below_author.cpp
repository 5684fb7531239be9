#include "converters/text/paper_below_author.h"

#include "converters/text/author_lines.h"
#include "converters/text/author_title.h"
#include "converters/text/media_word.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace galley::text {
namespace {

/// A date beside one name that no by-word proves.
bool is_name_and_date(const StoryChunk& chunk) {
    return chunk.role == ChunkRole::head_line && chunk.head->has_date() && chunk.head->byline &&
           !chunk.head->byline->by_word && chunk.head->byline->contributors.size() == 1;
}

/// An agency, or what is named as papers and services are: "Harbour News".
bool is_paper(const StoryText& story, const StoryChunk& chunk) {
    const Contributor& name = chunk.head->byline->contributors.front().contributor;
    const std::string_view words = name.name;
    return name.kind == ContributorKind::agency || name.kind == ContributorKind::organisation ||
           (words.contains(' ') && is_last_word_of_media(words, story.conventions->lexicon(), story.language));
}

/// "By Ann Lee", without a date.
bool is_proven_author(const StoryChunk& chunk) {
    return chunk.role == ChunkRole::head_line && chunk.head->byline && chunk.head->byline->by_word &&
           !chunk.head->has_date();
}

void take_paper(StoryChunk& paper, StoryChunk& author) {
    const BylineMatch name = std::move(*paper.head->byline);
    paper.head->byline.reset();
    paper.head->furniture.push_back({FurnitureKind::navigation, {name.begin, name.end}});
    for (ContributorMatch& one : author.head->byline->contributors) {
        if (one.contributor.affiliation.empty()) {
            one.contributor.affiliation = name.contributors.front().contributor.name;
        }
    }
    author.head->byline->by_word = true;  // as good as proven
    author.role = ChunkRole::head_line;
}

}  // namespace

void settle_paper_below_author(StoryText& story) {
    std::vector<StoryChunk>& chunks = story.chunks;
    for (std::size_t index = 1; index < chunks.size() && index < head_zone; ++index) {
        if (is_paragraph(chunks[index].role)) {
            return;
        }
        if (!is_name_and_date(chunks[index])) {
            continue;
        }
        const bool titled = index > 1 && chunks[index - 2].role == ChunkRole::name && is_author_title(story, index - 1);
        const std::size_t author = titled ? index - 2 : index - 1;
        const bool is_author = chunks[author].role == ChunkRole::name || is_proven_author(chunks[author]);
        if (!is_author || !(titled || is_paper(story, chunks[index]))) {
            continue;
        }
        take_paper(chunks[index], chunks[author]);
        if (titled) {
            take_author_title(story, author);
        }
        return;
    }
}

}  // namespace galley::text
