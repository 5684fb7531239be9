#include "converters/text/paper_of_author.h"

#include "converters/text/author_lines.h"
#include "converters/text/author_title.h"
#include "converters/text/media_word.h"
#include "converters/text/person_name.h"

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

bool has_by_word(const StoryChunk& chunk) {
    return chunk.role == ChunkRole::head_line && chunk.head->byline && chunk.head->byline->by_word;
}

/// "By Ann Lee", without a date.
bool is_proven_author(const StoryChunk& chunk) { return has_by_word(chunk) && !chunk.head->has_date(); }

/// "by Harbour Times", with a date or without one, as pages print it whose stories are filed under the paper's own
/// name.
bool is_filed_under_paper(const StoryText& story, const StoryChunk& chunk) {
    return has_by_word(chunk) && chunk.head->byline->contributors.size() == 1 && is_paper(story, chunk);
}

/// Names of persons and nothing else, set apart right above the text.
bool names_authors_above_text(const StoryText& story, std::size_t index) {
    const std::vector<StoryChunk>& chunks = story.chunks;
    const StoryChunk& chunk = chunks[index];
    const auto is_person = [&](const ContributorMatch& author) {
        return author.contributor.kind != ContributorKind::agency && author.contributor.affiliation.empty() &&
               is_person_name(author.contributor.name, story.conventions->lexicon(), story.language);
    };
    return chunk.role == ChunkRole::name && chunk.chunk.blank_before && chunk.chunk.blank_after &&
           index + 1 < chunks.size() && chunks[index + 1].role == ChunkRole::prose &&
           std::ranges::all_of(chunk.head->byline->contributors, is_person);
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

void settle_paper_above_author(StoryText& story) {
    std::vector<StoryChunk>& chunks = story.chunks;
    const std::size_t end = std::min(chunks.size(), head_zone);
    std::size_t paper = 0;
    while (paper < end && !is_filed_under_paper(story, chunks[paper])) {
        ++paper;
    }
    for (std::size_t index = paper + 1; index < end && chunks[index - 1].role != ChunkRole::prose; ++index) {
        if (names_authors_above_text(story, index)) {
            take_paper(chunks[paper], chunks[index]);
            return;
        }
    }
}

}  // namespace galley::text
