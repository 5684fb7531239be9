#include "converters/text/plain_spaces.h"

#include <algorithm>

namespace galley::text {
namespace {

constexpr std::string_view no_break = "\u00A0";
constexpr std::string_view narrow_no_break = "\u202F";

}  // namespace

bool PlainSpaces::are_missing_in(std::string_view line) {
    return line.contains(no_break) || line.contains(narrow_no_break);
}

PlainSpaces::PlainSpaces(std::string_view line) {
    text_.reserve(line.size());
    std::size_t more = 0;
    for (std::size_t at = 0; at < line.size();) {
        const std::string_view rest = line.substr(at);
        const std::size_t size = rest.starts_with(no_break)          ? no_break.size()
                                 : rest.starts_with(narrow_no_break) ? narrow_no_break.size()
                                                                     : 0;
        text_ += size == 0 ? line[at] : ' ';
        if (size > 0) {
            more += size - 1;
            spaces_.push_back({text_.size() - 1, more});
        }
        at += std::max<std::size_t>(size, 1);
    }
}

std::size_t PlainSpaces::in_line(std::size_t at) const {
    const auto next = std::ranges::lower_bound(spaces_, at, {}, &Space::at);
    return next == spaces_.begin() ? at : at + std::prev(next)->more;
}

}  // namespace galley::text
