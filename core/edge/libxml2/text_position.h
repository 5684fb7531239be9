#pragma once

#include "galley/export.h"

#include <cstdint>
#include <string_view>

namespace GALLEY_API galley {

struct LineAndColumn {
    std::uint64_t line = 1;
    std::uint64_t column = 1;  ///< in characters
};

/// Line and column of offsets in UTF-8 text, in one pass as long as they rise.
class TextPosition {
public:
    /// `text` starts on `first_line`, and must outlive this.
    explicit TextPosition(std::string_view text, std::uint64_t first_line = 1)
        : text_(text), first_line_(first_line), line_(first_line) {}

    [[nodiscard]] LineAndColumn at(std::uint64_t offset);

private:
    std::string_view text_;
    std::uint64_t first_line_;
    std::uint64_t line_;
    std::uint64_t line_begin_ = 0;
};

}  // namespace GALLEY_API galley
