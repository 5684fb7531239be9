#include "converters/text/dateline_mark.h"

#include <algorithm>
#include <array>

namespace galley::text {
namespace {

using namespace std::string_view_literals;

constexpr std::array<bool, 0x80> ascii_marks = [] {
    std::array<bool, 0x80> marks{};
    for (const char mark : "-_=:(/[<|"sv) {
        marks[static_cast<unsigned char>(mark)] = true;
    }
    return marks;
}();
constexpr std::array quotes{"\u2018"sv, "\u2019"sv, "\u201C"sv, "\u201D"sv};

}  // namespace

bool has_dateline_mark(std::string_view head) {
    while (!head.empty()) {
        const auto byte = static_cast<unsigned char>(head.front());
        if (byte < 0x80) {
            if (ascii_marks[byte]) {
                return true;
            }
            head.remove_prefix(1);
            continue;
        }
        const bool is_letter = byte >= 0xC3 && byte <= 0xDF;    // U+00C0 to U+07FF
        const bool is_quote = std::ranges::any_of(quotes, [&](std::string_view quote) { return head.starts_with(quote); });
        if (!is_letter && !is_quote) {
            return true;
        }
        head.remove_prefix(is_letter ? 2 : quotes.front().size());
    }
    return false;
}

}  // namespace galley::text
