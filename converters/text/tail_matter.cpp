#include "converters/text/tail_matter.h"

#include "converters/text/lone_agency.h"

#include <algorithm>

namespace galley::text {
namespace {

constexpr std::size_t longest_tail = 20;  ///< chunks after an end mark: a press release's contacts, not a story

bool has_text(const std::vector<StoryChunk>& chunks, std::size_t from, std::size_t to) {
    return std::any_of(
        chunks.begin() + static_cast<std::ptrdiff_t>(from), chunks.begin() + static_cast<std::ptrdiff_t>(to),
        [](const StoryChunk& chunk) { return is_text(chunk.role) || chunk.role == ChunkRole::paragraph; });
}

std::size_t count_prose(const std::vector<StoryChunk>& chunks, std::size_t from, std::size_t to) {
    return static_cast<std::size_t>(std::count_if(chunks.begin() + static_cast<std::ptrdiff_t>(from),
                                                  chunks.begin() + static_cast<std::ptrdiff_t>(to),
                                                  [](const StoryChunk& chunk) { return is_paragraph(chunk.role); }));
}

/// "Media contact:", and the short lines below it: names, telephones. What stands far from the end is text.
void settle_contacts(std::vector<StoryChunk>& chunks) {
    const auto first = std::ranges::find_if(chunks, is_contact);
    const auto left = static_cast<std::size_t>(chunks.end() - first);
    if (first == chunks.end()) {
        return;
    }
    const bool below_text = has_text(chunks, 0, chunks.size() - left);
    for (auto chunk = first; chunk != chunks.end(); ++chunk) {
        if (left > longest_tail || !below_text) {
            chunk->role = is_contact(*chunk) ? ChunkRole::short_text : chunk->role;
        } else if (chunk->role == ChunkRole::short_text || chunk->role == ChunkRole::name) {
            chunk->role = ChunkRole::after_end;
        }
    }
}

/// A rule with no text behind it divides nothing: the credits below it are none.
void drop_breaks_at_end(std::vector<StoryChunk>& chunks) {
    for (auto chunk = chunks.rbegin();
         chunk != chunks.rend() && !is_text(chunk->role) && chunk->role != ChunkRole::crosshead; ++chunk) {
        if (chunk->role == ChunkRole::thematic_break) {
            chunk->become(FurnitureKind::separator);
        }
    }
}

/// An agency's name above a paragraph of some length credits a picture, and ends nothing.
bool credits_picture(const StoryText& story, std::size_t index) {
    constexpr std::size_t shortest_paragraph = 200;  // bytes
    const auto is_paragraph = [&](const StoryChunk& chunk) {
        return chunk.role == ChunkRole::prose && story.text_of(chunk).size() >= shortest_paragraph;
    };
    return find_lone_agency(story.text_of(story.chunks[index]), story.conventions->lexicon(), story.language) &&
           std::any_of(story.chunks.begin() + static_cast<std::ptrdiff_t>(index) + 1, story.chunks.end(), is_paragraph);
}

void settle_end(StoryText& story) {
    std::vector<StoryChunk>& chunks = story.chunks;
    settle_contacts(chunks);
    bool for_editors = false;
    for (StoryChunk& chunk : chunks) {
        const bool text =
            chunk.role == ChunkRole::prose || chunk.role == ChunkRole::short_text || chunk.role == ChunkRole::name;
        if (for_editors && text) {
            chunk.role = ChunkRole::note;
            chunk.phrase = PhraseKind::editor_note;
        }
        for_editors = for_editors || (chunk.role == ChunkRole::note && chunk.phrase == PhraseKind::editor_notes_begin);
    }
    for (std::size_t index = 0; index < chunks.size(); ++index) {
        if (chunks[index].role != ChunkRole::end_mark) {
            continue;
        }
        if (index == 0 || chunks.size() - index > longest_tail) {
            chunks[index].role = ChunkRole::short_text;
            continue;
        }
        if (credits_picture(story, index)) {
            chunks[index].role = ChunkRole::caption;
            continue;
        }
        if ((!has_text(chunks, 0, index) && has_text(chunks, index + 1, chunks.size())) ||
            count_prose(chunks, 0, index) < count_prose(chunks, index + 1, chunks.size())) {
            continue;  // an agency's name above its text ends nothing, nor below a picture at its head
        }
        for (std::size_t after = index + 1; after < chunks.size(); ++after) {
            if (chunks[after].role == ChunkRole::prose || chunks[after].role == ChunkRole::short_text) {
                chunks[after].role = ChunkRole::after_end;
            }
        }
        return;
    }
}

}  // namespace

void settle_tail(StoryText& story) {
    settle_end(story);
    drop_breaks_at_end(story.chunks);
}

}  // namespace galley::text
