#pragma once

#include "galley/inline.h"

#include <cstdint>
#include <string_view>

namespace galley::newsml {

/// What an element of NITF or XHTML is to a reader.
enum class Markup : std::uint8_t {
    container,  ///< holds blocks and means nothing to the model
    paragraph,
    heading,
    ordered_list,
    unordered_list,
    item,
    quote,
    attribution,
    table,
    row,
    cell,
    header_cell,
    caption,
    preformatted,
    media,
    rule,
    note,
    emphasis,
    link,
    entity,
    foreign,
    line_break,
    span,    ///< marks text and means nothing to the model
    skipped  ///< holds no text of the story
};

struct MarkupName {
    std::string_view name;
    Markup markup;
    std::uint8_t detail = 0;  ///< level of a heading, EmphasisKind, EntityKind
};

/// By local name; an unknown element is a span, so that its text is kept in its line.
[[nodiscard]] MarkupName find_markup(std::string_view name);

[[nodiscard]] constexpr bool is_block(Markup markup) { return markup < Markup::emphasis; }

}  // namespace galley::newsml
