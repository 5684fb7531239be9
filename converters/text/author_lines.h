#pragma once

#include "converters/text/story_text.h"

#include <cstddef>

namespace galley::text {

constexpr std::size_t head_zone = 50;  ///< chunks in which authors and dates are looked for
constexpr std::size_t most_prose_before_date = 3;
constexpr std::size_t most_texts_before_date = 8;

/// Makes "By" alone and the name on the next line one line of an author.
void join_labels(StoryText& story);

/// Marks the lines from `from` on that name authors without a by-word where their place says so, and the titles under
/// authors.
void settle_authors(StoryText& story, std::size_t from, bool has_headline);

}  // namespace galley::text
