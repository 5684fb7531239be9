#pragma once

#include "converters/pdf/layout/placed_document.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace galley::pdf {

enum class PageBreak : std::uint8_t {
    allowed,
    avoided,   ///< splits a word, or leaves a heading's neighbour alone: only where the page would be left half empty
    forbidden  ///< only where nothing else is possible at all
};

/// What stands again at the head of a page that begins with a strip of the same table: artifacts, y from its top
/// upwards.
struct RepeatedHead {
    float height = 0;
    std::vector<PlacedItem> items;
};

/// A horizontal slice of the page: a line, a row of a table, a picture, a rule. What a page is filled with.
struct Strip {
    float before = 0;  ///< space above it, left out at the head of a page
    float height = 0;
    float baseline = 0;        ///< of its items' y 0, below its top
    bool on_grid = false;      ///< its top stands on the grid of the page
    bool starts_grid = false;  ///< the page's grid counts from its top on, wherever that is
    PageBreak break_before = PageBreak::allowed;
    bool splits_word = false;  ///< a break before it splits a word
    float reserve = 0;         ///< room below its top that the page must have, where that is more than its height
    std::vector<PlacedItem> items{};               ///< x on the page, y from the baseline upwards
    std::vector<PlacedItem> above{};               ///< the same, in the space above it: left out with that
    std::shared_ptr<const RepeatedHead> repeat{};  ///< null for none
    std::string outline{};                         ///< its title in the outline, empty for none
    std::uint8_t outline_level = 1;
};

/// Moves an item up (or down, if negative).
void move_item(PlacedItem& item, float up);

}  // namespace galley::pdf
