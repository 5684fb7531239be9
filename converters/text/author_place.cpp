#include "converters/text/author_place.h"

#include "converters/text/author_lines.h"
#include "converters/text/line_shape.h"

#include <algorithm>
#include <string_view>

namespace galley::text {

bool AuthorPlace::near_date(std::size_t index) const {
    constexpr std::size_t most_beside = 2;
    std::size_t below = index + 1;
    while (below < chunks_.size() && below - index <= most_beside && !has_date(below) && is_beside(below)) {
        ++below;
    }
    return (index > 0 && has_date(index - 1)) || (below < chunks_.size() && has_date(below));
}

/// Right below a line: "Energy & environment", "@annlee", "ann.lee@example.com".
bool AuthorPlace::is_beside(std::size_t index) const {
    constexpr std::size_t longest = 30;
    const StoryChunk& chunk = chunks_[index];
    const std::string_view line = story_.text_of(chunk);
    const bool topic = chunk.role == ChunkRole::short_text && line.size() <= longest && !ends_sentence(line) && std::ranges::count(line, ' ') <= 2;
    const bool handle = chunk.role == ChunkRole::furniture && chunk.furniture == FurnitureKind::byword;
    return is_separator(index) || (!chunk.chunk.blank_before && (topic || handle || chunk.role == ChunkRole::address));
}

bool AuthorPlace::near_button(std::size_t index) const {
    return index > 0 && chunks_[index - 1].role == ChunkRole::furniture &&
           (chunks_[index - 1].furniture == FurnitureKind::share_count || chunks_[index - 1].furniture == FurnitureKind::reading_time);
}

bool AuthorPlace::is_separator(std::size_t index) const {
    const StoryChunk& chunk = chunks_[index];
    return chunk.role == ChunkRole::thematic_break || (chunk.role == ChunkRole::furniture && chunk.furniture == FurnitureKind::separator);
}

bool AuthorPlace::near_date_or_furniture(std::size_t index) const {
    const auto speaks = [&](std::size_t at) {
        if (is_separator(at)) {                             // "•" on a line of its own: what stands beyond it
            at = at > index ? std::min(at + 1, chunks_.size() - 1) : at > 0 ? at - 1 : at;
        }
        const StoryChunk& chunk = chunks_[at];
        const bool web_page = chunk.role == ChunkRole::furniture &&
                              (chunk.furniture == FurnitureKind::byword || chunk.furniture == FurnitureKind::share_count ||
                               chunk.furniture == FurnitureKind::reading_time || chunk.furniture == FurnitureKind::navigation);
        return (chunk.role == ChunkRole::head_line && chunk.head->has_date()) || web_page;
    };
    return (index > 0 && speaks(index - 1)) || (index + 1 < chunks_.size() && speaks(index + 1)) ||
           (index > 1 && chunks_[index - 1].role == ChunkRole::name && speaks(index - 2)) ||
           (index + 2 < chunks_.size() && chunks_[index + 1].role == ChunkRole::name && speaks(index + 2));
}

bool AuthorPlace::stands_between_headline_and_text(std::size_t index) const {
    const StoryChunk& chunk = chunks_[index];
    constexpr std::size_t surely_text = 150;            // bytes of a paragraph right below
    if (index == 0 || chunks_[index - 1].role != ChunkRole::headline || chunk.chunk.blank_before || !has_prose_after(chunks_, index, 1) ||
        (!chunk.chunk.blank_after && story_.text_of(chunks_[index + 1]).size() < surely_text)) {
        return false;
    }
    const BylineMatch& byline = *chunk.head->byline;
    const std::string_view line = story_.text_of(chunk);
    return byline.contributors.size() == 1 && byline.contributors.front().contributor.name == line && !is_all_capitals(line) && std::ranges::count(line, ' ') <= 2;
}

bool AuthorPlace::stands_below_deck(std::size_t index) const {
    return index > 1 && !chunks_[index].chunk.blank_before && !chunks_[index - 1].chunk.blank_before && chunks_[index - 1].role == ChunkRole::prose &&
           chunks_[index - 2].role == ChunkRole::headline;
}

bool AuthorPlace::credits_picture(std::size_t index) const {
    const StoryChunk& chunk = chunks_[index];
    if (index < 2 || story_.text_of(chunk).find('/') == std::string_view::npos || near_date(index)) {
        return false;
    }
    const BylineMatch& byline = *chunk.head->byline;
    if (byline.contributors.size() == 2 && byline.contributors.front().contributor.kind == ContributorKind::agency) {
        return has_prose_after(chunks_, index, head_zone);      // "dpa/Ann Lee": agencies credit pictures so
    }
    const bool below_sentence = !chunk.chunk.blank_before && chunks_[index - 1].role == ChunkRole::prose;
    const bool amid_text = std::ranges::count(chunks_.begin(), chunks_.begin() + static_cast<std::ptrdiff_t>(index), ChunkRole::prose, &StoryChunk::role) > 1 &&
                           has_prose_after(chunks_, index, head_zone);
    if (!below_sentence && !amid_text) {
        return false;
    }
    return std::ranges::any_of(chunk.head->byline->contributors, [&](const ContributorMatch& author) {
        const Contributor& who = author.contributor;
        return who.kind == ContributorKind::agency ||
               (!who.affiliation.empty() && story_.conventions->lexicon().whole(who.affiliation, PhraseKind::agency, story_.language));
    });
}

bool AuthorPlace::stands_below_picture_label(std::size_t index) const {
    const std::string_view label = index > 0 ? story_.text_of(chunks_[index - 1]) : std::string_view{};
    return label.ends_with(':') && !is_text(chunks_[index - 1].role) && story_.conventions->lexicon().whole(label, PhraseKind::caption, story_.language);
}

bool AuthorPlace::is_spoken_of(std::size_t index) const {
    const std::string_view name = chunks_[index].head->byline->contributors.back().contributor.name;
    const std::size_t space = name.rfind(' ');
    const std::string_view surname = space == std::string_view::npos ? name : name.substr(space + 1);
    const std::size_t begin = story_.begin_of(chunks_[index]);
    const std::size_t end = story_.end_of(chunks_[index]);
    const std::string_view head = story_.text.substr(0, std::min<std::size_t>(story_.text.size(), 6000));
    for (std::size_t at = head.find(surname); at != std::string_view::npos; at = head.find(surname, at + 1)) {
        const bool word = is_word_end(head, at) && is_word_end(head, at + surname.size());      // "Arm" is not in "Armut"
        if (word && (at + surname.size() <= begin || at >= end)) {
            // The same line again is a picture's label or a profile's heading, not the text.
            const std::size_t line_begin = head.rfind('\n', at) == std::string_view::npos ? 0 : head.rfind('\n', at) + 1;
            const std::size_t line_end = std::min(head.find('\n', at), head.size());
            if (line_end - line_begin > name.size() + 30) {
                return true;
            }
        }
    }
    return false;
}

bool AuthorPlace::has_author_above_text() const {
    std::size_t prose = 0;
    for (std::size_t index = 0; index < chunks_.size() && index < head_zone && prose <= most_prose_before_date; ++index) {
        const StoryChunk& chunk = chunks_[index];
        if (chunk.role == ChunkRole::head_line && chunk.head->byline) {
            return has_prose_after(chunks_, index, head_zone);      // else it stands below the text: "Editor: Jaan Kask"
        }
        if (chunk.role == ChunkRole::dateline) {
            return false;
        }
        prose += chunk.role == ChunkRole::prose ? 1U : 0U;
    }
    return false;
}

}  // namespace galley::text
