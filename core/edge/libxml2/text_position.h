#pragma once

#include "galley/export.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace GALLEY_API galley {

struct LineAndColumn {
    std::uint64_t line = 1;
    std::uint64_t column = 1;  ///< in characters
};

/// Line and column of offsets in UTF-8 text: one pass over it, whatever is asked in which order.
class TextPosition {
public:
    /// `text` starts on `first_line`, and must outlive this.
    explicit TextPosition(std::string_view text, std::uint64_t first_line = 1) : text_(text), marks_{{first_line, 1}} {}

    [[nodiscard]] LineAndColumn at(std::uint64_t offset);

private:
    static constexpr std::size_t step = 4096;

    std::string_view text_;
    std::vector<LineAndColumn> marks_;  ///< of every `step`th byte, as far as was asked
};

}  // namespace galley
