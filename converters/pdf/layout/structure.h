#pragma once

#include "converters/pdf/layout/placed_document.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace galley::pdf {

/// Builds the structure tree in preorder: parents first, children in reading order.
class Structure {
public:
    explicit Structure(std::vector<StructureElement>& elements) : elements_(elements) {
        elements_.push_back({.type = StructureType::document});
    }

    static constexpr std::int32_t root = 0;

    std::int32_t add(StructureType type, std::int32_t parent, std::string_view language = {}) {
        elements_.push_back({.type = type, .parent = parent, .language = std::string{language}});
        return static_cast<std::int32_t>(elements_.size() - 1);
    }

    [[nodiscard]] StructureElement& at(std::int32_t element) { return elements_[static_cast<std::size_t>(element)]; }

    /// ISO 14289-1, 7.4.2: the first heading is of level 1 and none is skipped on the way down. Levels of the story
    /// count from 1, its headline.
    [[nodiscard]] StructureType heading(std::uint8_t level) {
        last_level_ = static_cast<std::uint8_t>(std::clamp<int>(level, 1, std::min(last_level_ + 1, 6)));
        return static_cast<StructureType>(static_cast<int>(StructureType::heading_1) + last_level_ - 1);
    }

private:
    std::vector<StructureElement>& elements_;
    std::uint8_t last_level_ = 0;
};

}  // namespace galley::pdf
