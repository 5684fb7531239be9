#pragma once

#include "converters/text/story_text.h"

#include <cstddef>

namespace galley::text {

/// What stands around a line that may name authors, near the top of a story: whether its place proves it. Views its
/// story.
class AuthorPlace {
public:
    explicit AuthorPlace(const StoryText& story) : story_(story), chunks_(story.chunks) {}

    /// A date stands above or below, at most what a story is filed under or how its author is reached between them.
    [[nodiscard]] bool near_date(std::size_t index) const;

    /// A date, or what a page prints beside authors, stands above or below, at most a separator or another name between
    /// them.
    [[nodiscard]] bool near_date_or_furniture(std::size_t index) const;

    /// Right below "Share", "Comment": what a page has above its author, and no story below its end.
    [[nodiscard]] bool near_button(std::size_t index) const;

    /// Below the headline, with a paragraph below it, and nothing but one name of two or three words with capitals,
    /// several names, or names and what they are; or an agency alone.
    [[nodiscard]] bool stands_between_headline_and_text(std::size_t index) const;

    /// Right below the only sentence that stands right below the headline.
    [[nodiscard]] bool stands_below_deck(std::size_t index) const;

    /// "PAP/ Rafał Nowak", "Ann Lee / AFP", right below a sentence, which tells what is in a picture, or amid the text.
    [[nodiscard]] bool credits_picture(std::size_t index) const;

    /// Below "Photo:", which says whose it is.
    [[nodiscard]] bool stands_below_picture_label(std::size_t index) const;

    /// True when the last word of the name stands elsewhere near the top: then the line names somebody the story is
    /// about.
    [[nodiscard]] bool is_spoken_of(std::size_t index) const;

    /// True when a line of authors stands before the first dateline or the fourth paragraph.
    [[nodiscard]] bool has_author_above_text() const;

private:
    [[nodiscard]] bool says_what_they_are(const BylineMatch& byline) const;
    [[nodiscard]] bool is_plainly_person(std::string_view name) const;
    [[nodiscard]] bool names_a_thing(std::string_view line) const;
    [[nodiscard]] bool is_any_spoken_of(std::size_t index) const;
    [[nodiscard]] bool is_spoken_of(std::size_t index, std::string_view name) const;
    [[nodiscard]] bool has_date(std::size_t index) const {
        return chunks_[index].role == ChunkRole::head_line && chunks_[index].head->has_date();
    }
    [[nodiscard]] bool is_separator(std::size_t index) const;
    [[nodiscard]] bool is_beside(std::size_t index) const;

    const StoryText& story_;
    const std::vector<StoryChunk>& chunks_;
};

}  // namespace galley::text
