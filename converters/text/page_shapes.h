#pragma once

#include "converters/text/story_text.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace galley::text {

constexpr std::size_t longest_item = 220;       ///< columns of what a list or a box holds
constexpr std::size_t longest_link = 140;       ///< columns
constexpr std::size_t wide = 4 * longest_item;  ///< bytes; what is longer needs no measuring

/// What the rules for web pages ask of a chunk, found out once.
struct PageShape {
    std::size_t columns = 0;
    std::size_t group = 0;    ///< lines without a blank one between them have the same
    bool sentence = false;    ///< ends as one
    bool text = false;        ///< prose or a short line, not yet anything else
    bool lone = false;        ///< blank lines around it
    bool introduces = false;  ///< ends in a colon
    bool listed = false;      ///< an item of what a sentence introduces
    bool furniture = false;
    bool drop = false;
    std::optional<bool> credit{};  ///< ends in a picture's credit, once that was asked

    /// A line that ends no sentence and is no longer than a headline.
    [[nodiscard]] bool is_loose() const {
        return text && !sentence && !introduces && !listed && columns <= longest_link;
    }
};

/// The shape of every chunk of a story.
struct PageShapes {
    std::vector<PageShape> shapes{};
    bool spaced = false;  ///< paragraphs stand between blank lines

    [[nodiscard]] PageShape& operator[](std::size_t index) { return shapes[index]; }
    [[nodiscard]] const PageShape& operator[](std::size_t index) const { return shapes[index]; }
};

[[nodiscard]] PageShapes measure_page(const StoryText& story);

}  // namespace galley::text
