#include "cli/text_columns.h"

#include "galley/utf8.h"

#include <algorithm>

namespace galley::cli {
namespace {

struct Range {
    char32_t first, last;
};

/// Blocks whose characters take two columns (UAX 11, wide and fullwidth) and none (marks), coarsely: it is for
/// alignment only.
constexpr Range wide[] = {{0x1100, 0x115F}, {0x2E80, 0x303E}, {0x3041, 0xA4CF}, {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},
                          {0xFE30, 0xFE6F}, {0xFF00, 0xFF60}, {0xFFE0, 0xFFE6}, {0x1F300, 0x1FAFF}, {0x20000, 0x3FFFD}};
constexpr Range zero[] = {{0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x0610, 0x061A},
                          {0x064B, 0x065F}, {0x093A, 0x093C}, {0x0941, 0x0948}, {0x094D, 0x094D},
                          {0x1AB0, 0x1AFF}, {0x200B, 0x200F}, {0x202A, 0x202E}, {0x2060, 0x2064},
                          {0x20D0, 0x20FF}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF}};

template <std::size_t Size>
bool within(const Range (&ranges)[Size], char32_t code) {
    return std::ranges::any_of(ranges, [code](Range range) { return range.first <= code && code <= range.last; });
}

std::size_t columns_of(char32_t code) {
    if (code < 0x300) {
        return 1;
    }
    if (within(zero, code)) {
        return 0;
    }
    return within(wide, code) ? 2 : 1;
}

/// The longest start of `text` that fits into `width` columns, at least one character.
std::size_t fitting(std::string_view text, std::size_t width) {
    std::size_t used = 0;
    std::size_t at = 0;
    while (at < text.size()) {
        const auto character = utf8::at(text, at);
        used += columns_of(character.code);
        if (used > width && at > 0) {
            break;
        }
        at += character.size;
    }
    return at;
}

}  // namespace

std::size_t columns(std::string_view utf8) {
    std::size_t total = 0;
    for (std::size_t at = 0; at < utf8.size();) {
        const auto character = utf8::at(utf8, at);
        total += columns_of(character.code);
        at += character.size;
    }
    return total;
}

std::string padded(std::string_view utf8, std::size_t width) {
    std::string result(utf8);
    const std::size_t used = columns(utf8);
    result.append(used < width ? width - used : 0, ' ');
    return result;
}

std::string shortened(std::string_view utf8, std::size_t width) {
    if (columns(utf8) <= width) {
        return std::string(utf8);
    }
    return std::string(utf8.substr(0, fitting(utf8, width - 1))) + "…";
}

std::vector<std::string_view> wrapped(std::string_view text, std::size_t width) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        std::size_t cut = fitting(text, width);
        if (cut < text.size()) {
            if (const std::size_t space = text.rfind(' ', cut); space != std::string_view::npos && space > 0) {
                cut = space + 1;
            }
        }
        lines.push_back(text.substr(0, cut));
        text.remove_prefix(cut);
    }
    return lines;
}

std::string paragraph(std::string_view text, std::size_t indent, std::size_t width) {
    std::string result;
    for (std::string_view line : wrapped(text, width - indent)) {
        line.remove_suffix(line.size() - (line.find_last_not_of(' ') + 1));
        result.append(indent, ' ').append(line) += '\n';
    }
    return result;
}

}  // namespace galley::cli
