#pragma once

#include "galley/document.h"
#include "galley/found_values.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace galley::batch {

/// Where a value was found in a piece of text, in bytes of it.
struct ExcerptMark {
    std::size_t value = 0;  ///< which of the values
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// Neighbouring bytes of a story, as text in UTF-8.
struct ExcerptPiece {
    std::string text;
    std::vector<ExcerptMark> marks;
};

/// What shows `values` where they were found: the head of the story, as it was received and decoded, and pieces around
/// what was found further down. A story whose values have no places in running text (one that came as XML) gives the
/// beginning of its body. `item` holds the bytes that spans count in. Empty when they cannot be decoded piece by piece.
[[nodiscard]] std::vector<ExcerptPiece> excerpt_of(const Document& story, std::string_view item,
                                                   const std::vector<FoundValue>& values);

/// The same of an item in which no story was found; empty when it is no text.
[[nodiscard]] std::vector<ExcerptPiece> excerpt_of_unread(std::string_view item);

}  // namespace galley::batch
