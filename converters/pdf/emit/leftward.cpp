#include "converters/pdf/emit/leftward.h"

#include "galley/utf8.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace galley::pdf {

namespace {

struct Range {
    char32_t first, last;
};

// Unicode 15, Bidi_Class R and AL without unassigned characters at the edges; ascending.
constexpr std::array<Range, 24> letters{{
    {0x05BE, 0x05BE}, {0x05C0, 0x05C0}, {0x05C3, 0x05C3}, {0x05C6, 0x05C6}, {0x05D0, 0x05F4}, {0x0608, 0x0608}, {0x060B, 0x060B},
    {0x061B, 0x064A}, {0x066D, 0x066F}, {0x0671, 0x06D5}, {0x06E5, 0x06E6}, {0x06EE, 0x06EF}, {0x06FA, 0x0710}, {0x0712, 0x072F},
    {0x074D, 0x07A5}, {0x07B1, 0x07B1}, {0x07C0, 0x07EA}, {0x0800, 0x0815}, {0x0840, 0x0858}, {0x0860, 0x08C9}, {0xFB1D, 0xFB1D},
    {0xFB1F, 0xFB28}, {0xFB2A, 0xFDFC}, {0xFE70, 0xFEFC}}};

}  // namespace

bool is_leftward_letter(char32_t code) {
    const auto above = std::ranges::upper_bound(letters, code, {}, &Range::first);
    return above != letters.begin() && code <= std::prev(above)->last;
}

std::u32string reversed_order(std::string_view word) {
    std::u32string order;
    for (std::size_t at = 0; at < word.size();) {
        const auto [code, size] = utf8::at(word, at);
        order += code;
        at += size;
    }
    for (auto begin = order.begin(); begin != order.end();) {
        begin = std::find_if(begin, order.end(), is_leftward_letter);
        const auto end = std::find_if_not(begin, order.end(), is_leftward_letter);
        std::reverse(begin, end);
        begin = end;
    }
    return order;
}

}  // namespace galley::pdf
