#pragma once

#include "converters/text/boxed.h"
#include "converters/text/conventions.h"
#include "converters/text/dateline_parser.h"
#include "converters/text/head_line.h"
#include "converters/text/layout.h"
#include "converters/text/line.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace galley::text {

/// What a chunk is. The stages settle it one after the other; the builder emits it.
enum class ChunkRole : std::uint8_t {
    prose,       ///< a sentence or more
    short_text,  ///< a headline, a crosshead, a list's item
    dateline,    ///< prose that begins with a dateline
    head_line,   ///< authors or dates; `Chunk`'s `HeadLine` says
    name,        ///< could be an author's name, if its place says so
    label,       ///< "By" or "Published" alone: the value is on the next line
    address,     ///< a URL or e-mail address
    caption,
    furniture,
    note,  ///< for editors: embargo, correction, advisory
    end_mark,
    after_end,  ///< what follows an end mark
    credit,
    source_note,  ///< names the agencies whose material is in the text
    rights,       ///< a copyright notice
    thematic_break,
    headline,
    kicker,
    deck,
    keyword,
    crosshead,
    byline,  ///< settled: an author's line without by-word or date
    paragraph,
    preformatted
};

/// True while a chunk with this role may still be text.
[[nodiscard]] constexpr bool is_text(ChunkRole role) {
    return role == ChunkRole::prose || role == ChunkRole::short_text || role == ChunkRole::dateline ||
           role == ChunkRole::name || role == ChunkRole::preformatted;
}

/// A paragraph of the running text.
[[nodiscard]] constexpr bool is_paragraph(ChunkRole role) {
    return role == ChunkRole::prose || role == ChunkRole::dateline;
}

/// A chunk with what is known of it.
struct StoryChunk {
    Chunk chunk;
    ChunkRole role = ChunkRole::prose;
    FurnitureKind furniture = FurnitureKind::navigation;
    PhraseKind phrase = PhraseKind::furniture;  ///< of a note, a credit or a section's name
    Boxed<HeadLine> head{};
    Boxed<DatelineMatch> dateline{};
    std::uint8_t confidence = 90;

    void become(ChunkRole new_role) { role = new_role; }
    /// Who wrote the story, and nothing else.
    void become(ChunkRole new_role, BylineMatch byline) {
        head = HeadLine{};
        head->place = byline.place;
        head->byline = std::move(byline);
        role = new_role;
    }
    void become(FurnitureKind kind) {
        role = ChunkRole::furniture;
        furniture = kind;
    }
};

/// Who to reach: "Media contact: …".
[[nodiscard]] inline bool is_contact(const StoryChunk& chunk) {
    return chunk.role == ChunkRole::furniture && chunk.furniture == FurnitureKind::contact;
}

/// True when a paragraph begins within `within` chunks after `index`.
[[nodiscard]] inline bool has_prose_after(std::span<const StoryChunk> chunks, std::size_t index, std::size_t within) {
    const std::size_t end = std::min(chunks.size(), index + 1 + within);
    for (std::size_t at = index + 1; at < end; ++at) {
        if (is_paragraph(chunks[at].role)) {
            return true;
        }
    }
    return false;
}

/// How headlines are looked for.
enum class HeadlineRule : std::uint8_t { automatic, none, first_line };

/// A text in chunks, and what its stages need to judge them.
struct StoryText {
    std::string_view text;
    std::span<const Line> lines;
    Layout layout{};
    std::vector<StoryChunk> chunks{};
    const Conventions* conventions = nullptr;
    std::uint8_t language = 0;
    HeadlineRule headline = HeadlineRule::automatic;
    bool flattened = false;   ///< its lines were cut by `unflatten`: where headline and byline end is a guess
    std::string announced{};  ///< the headline as a mail's subject gives it, folded; empty without one
    std::size_t body = 0;     ///< index of the first chunk after everything that stands above the text

    [[nodiscard]] std::span<const Line> lines_of(const StoryChunk& chunk) const {
        return lines.subspan(chunk.chunk.first, chunk.chunk.size());
    }
    [[nodiscard]] std::size_t begin_of(const StoryChunk& chunk) const { return lines[chunk.chunk.first].begin; }
    [[nodiscard]] std::size_t end_of(const StoryChunk& chunk) const { return lines[chunk.chunk.last - 1].end; }
    [[nodiscard]] std::string_view text_of(const StoryChunk& chunk) const {
        return text.substr(begin_of(chunk), end_of(chunk) - begin_of(chunk));
    }
};

}  // namespace galley::text
