#include "converters/pdf/emit/leftward.h"

#include "galley/utf8.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <span>

namespace galley::pdf {

namespace {

struct Range {
    char32_t first, last;
};

// Unicode 15, Bidi_Class R and AL without unassigned characters at the edges; ascending.
constexpr std::array<Range, 24> letters{
    {{0x05BE, 0x05BE}, {0x05C0, 0x05C0}, {0x05C3, 0x05C3}, {0x05C6, 0x05C6}, {0x05D0, 0x05F4}, {0x0608, 0x0608},
     {0x060B, 0x060B}, {0x061B, 0x064A}, {0x066D, 0x066F}, {0x0671, 0x06D5}, {0x06E5, 0x06E6}, {0x06EE, 0x06EF},
     {0x06FA, 0x0710}, {0x0712, 0x072F}, {0x074D, 0x07A5}, {0x07B1, 0x07B1}, {0x07C0, 0x07EA}, {0x0800, 0x0815},
     {0x0840, 0x0858}, {0x0860, 0x08C9}, {0xFB1D, 0xFB1D}, {0xFB1F, 0xFB28}, {0xFB2A, 0xFDFC}, {0xFE70, 0xFEFC}}};

// Nonspacing marks of these scripts, and the zero-width joiners; ascending.
constexpr std::array<Range, 24> companions{
    {{0x0591, 0x05BD}, {0x05BF, 0x05BF}, {0x05C1, 0x05C2}, {0x05C4, 0x05C5}, {0x05C7, 0x05C7}, {0x0610, 0x061A},
     {0x064B, 0x065F}, {0x0670, 0x0670}, {0x06D6, 0x06DC}, {0x06DF, 0x06E4}, {0x06E7, 0x06E8}, {0x06EA, 0x06ED},
     {0x0711, 0x0711}, {0x0730, 0x074A}, {0x07A6, 0x07B0}, {0x07EB, 0x07F3}, {0x0816, 0x0819}, {0x081B, 0x0823},
     {0x0825, 0x0827}, {0x0829, 0x082D}, {0x0859, 0x085B}, {0x08CA, 0x08FF}, {0x200C, 0x200D}, {0xFB1E, 0xFB1E}}};

bool is_in(std::span<const Range> ranges, char32_t code) {
    const auto above = std::ranges::upper_bound(ranges, code, {}, &Range::first);
    return above != ranges.begin() && code <= std::prev(above)->last;
}

}  // namespace

bool is_leftward_letter(char32_t code) {
    const bool is_arabic = code >= 0x0620 && code <= 0x064A, is_hebrew = code >= 0x05D0 && code <= 0x05EA;
    return is_arabic || is_hebrew || (code >= letters.front().first && is_in(letters, code));
}

bool goes_with_leftward(char32_t code) { return is_in(companions, code); }

std::vector<Stretch> stretches(std::string_view word) {
    std::u32string text;
    for (std::size_t at = 0; at < word.size();) {
        const auto [code, size] = utf8::at(word, at);
        text += code;
        at += size;
    }
    std::vector<Stretch> all;
    for (auto begin = text.begin(); begin != text.end();) {
        const auto letter = std::find_if(begin, text.end(), is_leftward_letter);
        if (begin != letter) {
            all.push_back({.text{begin, letter}});
        }
        auto end = letter;
        for (auto next = letter; next != text.end() && (is_leftward_letter(*next) || goes_with_leftward(*next));) {
            if (is_leftward_letter(*next++)) {
                end = next;
            }
        }
        if (letter != end) {
            all.push_back({.text{std::reverse_iterator(end), std::reverse_iterator(letter)}, .reversed = true});
        }
        begin = end;
    }
    return all;
}

}  // namespace galley::pdf
