#include "converters/pdf/layout/bidirectional_order.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <variant>

namespace galley::pdf {

void order_visually(std::span<const LinePart> parts, std::vector<const LinePart*>& visual) {
    visual.clear();
    std::uint8_t highest = 0;
    for (const LinePart& part : parts) {
        visual.push_back(&part);
        highest = std::max(highest, part.level);
    }
    for (std::uint8_t level = highest; level > 0; --level) {
        for (std::size_t i = 0; i < visual.size();) {
            std::size_t end = i;
            while (end < visual.size() && visual[end]->level >= level) {
                ++end;
            }
            std::reverse(visual.begin() + static_cast<std::ptrdiff_t>(i),
                         visual.begin() + static_cast<std::ptrdiff_t>(end));
            i = end + 1;
        }
    }
}

void order_logically(std::string_view text, std::vector<PlacedItem>& items) {
    std::vector<std::pair<std::uint32_t, std::size_t>> order;
    std::uint32_t at = 0;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (const auto* const run = std::get_if<GlyphRun>(&items[i].what)) {
            // Broken words have a text of their own; a line of two directions has none.
            const bool inside = run->text.data() >= text.data() && run->text.data() < text.data() + text.size();
            at = inside ? static_cast<std::uint32_t>(run->text.data() - text.data()) : at + 1;
        }
        order.emplace_back(at, i);
    }
    std::ranges::stable_sort(order, {}, &std::pair<std::uint32_t, std::size_t>::first);
    std::vector<PlacedItem> sorted;
    sorted.reserve(order.size());
    for (const auto& [place, index] : order) {
        sorted.push_back(std::move(items[index]));
    }
    items = std::move(sorted);
}

}  // namespace galley::pdf
