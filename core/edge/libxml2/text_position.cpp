#include "core/edge/libxml2/text_position.h"

#include <algorithm>

namespace galley {

LineAndColumn TextPosition::at(std::uint64_t offset) {
    const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(offset, text_.size()));
    if (wanted < line_begin_) {
        line_ = first_line_;
        line_begin_ = 0;
    }
    for (std::size_t end = text_.find('\n', line_begin_); end < wanted; end = text_.find('\n', line_begin_)) {
        ++line_;
        line_begin_ = end + 1;
    }
    const std::string_view before = text_.substr(line_begin_, wanted - line_begin_);
    const auto characters =
        std::ranges::count_if(before, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; });
    return {line_, static_cast<std::uint64_t>(characters) + 1};
}

}  // namespace galley
