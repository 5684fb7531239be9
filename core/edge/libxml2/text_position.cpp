#include "core/edge/libxml2/text_position.h"

#include <algorithm>

namespace galley {

namespace {

/// Where one is after `passed`.
LineAndColumn move_on(LineAndColumn from, std::string_view passed) {
    from.line += static_cast<std::uint64_t>(std::ranges::count(passed, '\n'));
    if (const std::size_t end = passed.rfind('\n'); end != std::string_view::npos) {
        from.column = 1;
        passed.remove_prefix(end + 1);
    }
    from.column += static_cast<std::uint64_t>(
        std::ranges::count_if(passed, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }));
    return from;
}

}  // namespace

LineAndColumn TextPosition::at(std::uint64_t offset) {
    const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(offset, text_.size()));
    const std::size_t mark = wanted / step;
    while (marks_.size() <= mark) {
        marks_.push_back(move_on(marks_.back(), text_.substr((marks_.size() - 1) * step, step)));
    }
    return move_on(marks_[mark], text_.substr(mark * step, wanted % step));
}

}  // namespace galley
