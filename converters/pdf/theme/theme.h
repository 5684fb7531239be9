#pragma once

#include "converters/pdf/layout/placed_document.h"
#include "converters/pdf/layout/text_style.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace galley::pdf {

/// The kinds of text on a page that a theme gives a look. Their names in theme files are these, with hyphens.
enum class StyleName : std::uint8_t {
    kicker,
    headline,
    deck,
    byline,
    date,
    text,
    heading_1,
    heading_2,
    heading_3,
    quote,
    attribution,
    table,
    table_header,
    caption,
    credit,
    preformatted,
    note,
    furniture,
    embargo
};
inline constexpr std::size_t style_count = 19;

/// How one kind of text is set. Lengths in points.
struct StyleSpec {
    FaceStyle face;
    float size = 10;
    float leading = 14;
    float before = 0;  ///< space above the first line and below the last
    float after = 0;
    float indent = 0;    ///< of first lines that follow another paragraph
    float tracking = 0;  ///< in ems
    Alignment alignment = Alignment::start;
    Colour colour;
    bool small_capitals = false;
    bool balanced = false;
};

/// What a page looks like: data from converters/pdf/theme/*.yaml, compiled in.
struct Theme {
    std::string_view name;
    float width = 0;    ///< of headlines, rules and furniture
    float measure = 0;  ///< of running text, at the far side of `width`; what is left of it is the rail
    float top = 0;      ///< from the paper's edge to the text
    float bottom = 0;
    float grid = 0;        ///< distance of baselines
    float rail_gap = 0;    ///< between rail and text
    float thick_rule = 0;  ///< at the head of the first page
    float thin_rule = 0;
    float end_mark = 0;  ///< side of the square after the last paragraph, 0 for none
    Colour rule;
    Colour accent;
    std::array<StyleSpec, style_count> styles{};

    [[nodiscard]] const StyleSpec& style(StyleName style_name) const {
        return styles[static_cast<std::size_t>(style_name)];
    }
};

/// The theme called `name`, or null.
[[nodiscard]] const Theme* find_theme(std::string_view name);
[[nodiscard]] std::vector<std::string_view> theme_names();

}  // namespace galley::pdf
