#include "converters/text/line.h"

#include "converters/text/fold.h"
#include "galley/utf8.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace galley::text {
namespace {

constexpr std::size_t block = 16;
using Bytes [[gnu::vector_size(block)]] = unsigned char;

Bytes bytes_at(const char* text) {
    Bytes bytes;
    std::memcpy(&bytes, text, block);
    return bytes;
}

bool any_of(Bytes bytes) {
    std::array<std::uint64_t, block / sizeof(std::uint64_t)> halves;
    std::memcpy(halves.data(), &bytes, block);
    return (halves[0] | halves[1]) != 0;
}

/// Calls `look` for blocks that cover all bytes of `text`, each with the block one byte further on, or zeros where
/// there is none: so it sees every pair of bytes as well. A short text is filled up with letters.
template <class Look>
void for_each_block(std::string_view text, const Look& look) {
    constexpr std::size_t step = block + 1;
    std::array<char, step + 1> filled;
    if (text.size() <= step) {
        filled.fill('x');
        std::ranges::copy(text, filled.begin());
        text = {filled.data(), filled.size()};
    }
    const char* const last = text.data() + text.size() - step;
    for (const char* from = text.data(); from < last; from += block) {
        look(bytes_at(from), bytes_at(from + 1));
    }
    look(bytes_at(last), bytes_at(last + 1));
    look(bytes_at(last + 1), Bytes{});
}

/// Sets what is known of the bytes of `line`.
void look_at(std::string_view text, Line& line) {
    Bytes all{};
    Bytes controls{};
    Bytes unsure{};  // may begin a control or a noncharacter beyond ASCII
    Bytes gaps{};
    for_each_block(line.in(text), [&](Bytes here, Bytes next) {
        all |= here;
        controls |= (here < 0x20) | (here == 0x7F);
        unsure |= (here >= 0xEF) | (here == 0xC2);
        gaps |= (here == ' ') & (next == ' ');
    });
    const bool control = any_of(controls);
    line.ascii = !any_of(all & 0x80);
    line.clean = !control && (!any_of(unsure) || !may_hold_controls(line.in(text)));
    line.has_gap = any_of(gaps) || (control && line.in(text).contains('\t'));
}

/// Sets indent and bounds of the line [begin, end).
Line make_line(std::string_view text, std::size_t begin, std::size_t end) {
    Line line{.begin = begin, .end = end};
    while (line.begin < line.end) {
        const char byte = text[line.begin];
        if (byte == ' ') {
            ++line.indent;
            ++line.begin;
        } else if (byte == '\t') {
            line.indent = (line.indent / 8 + 1) * 8;
            ++line.begin;
        } else if (static_cast<unsigned char>(byte) > ' ' && static_cast<unsigned char>(byte) < 0x80) {
            break;
        } else {
            const utf8::Character character = utf8::at(text, line.begin);
            if (!is_space(character.code)) {
                break;
            }
            line.indent += character.code == 0x3000 ? 2 : 1;
            line.begin += character.size;
        }
    }
    while (line.end > line.begin) {
        const char byte = text[line.end - 1];
        if (static_cast<unsigned char>(byte) > ' ' && static_cast<unsigned char>(byte) < 0x80) {
            break;
        }
        const utf8::Character character = utf8::before(text, line.end);
        if (!is_space(character.code)) {
            break;
        }
        line.end -= character.size;
    }
    if (!line.blank()) {
        look_at(text, line);
    }
    return line;
}

/// Whether U+2028 or U+2029 may stand in `text`: bytes that no other character of U+2000 to U+203F has side by side.
bool may_hold_separator(std::string_view text) {
    Bytes found{};
    for_each_block(text, [&](Bytes here, Bytes next) { found |= (here == 0x80) & ((next | 1) == 0xA9); });
    return any_of(found);
}

/// Whether a line ends inside `text` otherwise than with a line feed: at CR, form feed, U+2028 or U+2029.
bool has_other_line_end(std::string_view text) {
    return text.contains('\r') || text.contains('\f') ||
           (text.contains('\xE2') && may_hold_separator(text) && (text.contains("\u2028") || text.contains("\u2029")));
}

/// The end of the first line of `text`, which has no line feed, and how many bytes its line end has.
std::pair<std::size_t, std::size_t> find_other_line_end(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\r' || text[at] == '\f') {
            return {at, 1};
        }
        if (text[at] == '\xE2' && (text.substr(at, 3) == "\u2028" || text.substr(at, 3) == "\u2029")) {
            return {at, 3};
        }
    }
    return {text.size(), 0};
}

/// Splits a text from `begin` on in which all lines end with line feeds, as in most.
void split_at_feeds(std::string_view text, std::size_t begin, Lines& result) {
    while (begin < text.size()) {
        const std::size_t feed = text.find('\n', begin);
        result.lines.push_back(make_line(text, begin, std::min(feed, text.size())));
        if (feed == std::string_view::npos) {
            return;
        }
        result.newline = Newline::lf;
        begin = feed + 1;
    }
}

/// How many ASCII characters stand from `at` on.
std::size_t ascii_run(std::string_view text, std::size_t at) {
    constexpr std::uint64_t high_bits = 0x8080808080808080U;
    const std::size_t begin = at;
    for (std::uint64_t word = 0; at + sizeof word <= text.size(); at += sizeof word) {
        std::memcpy(&word, text.data() + at, sizeof word);
        if ((word & high_bits) != 0) {
            break;
        }
    }
    while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) {
        ++at;
    }
    return at - begin;
}

}  // namespace

Lines split_lines(std::string_view whole, std::size_t from, std::size_t to) {
    const std::string_view text = whole.substr(0, to);
    Lines result;
    result.lines.reserve((to - from) / 64 + 1);
    if (!has_other_line_end(text.substr(from))) {
        split_at_feeds(text, from, result);
        return result;
    }
    bool lf = false;
    bool crlf = false;
    bool cr = false;
    for (std::size_t begin = from; begin < text.size();) {
        const std::size_t feed = std::min(text.find('\n', begin), text.size());
        const std::size_t next = std::min(feed + 1, text.size());
        const bool has_return = feed < text.size() && feed > begin && text[feed - 1] == '\r';
        const std::size_t end = has_return ? feed - 1 : feed;
        if (has_other_line_end(text.substr(begin, end - begin))) {
            while (begin < end) {
                const auto [line_end, size] = find_other_line_end(text.substr(begin, end - begin));
                if (size == 0) {
                    break;
                }
                result.lines.push_back(make_line(text, begin, begin + line_end));
                (text[begin + line_end] == '\r' ? cr : lf) |= size == 1;
                begin += line_end + size;
            }
        }
        if (begin < end || next > end) {
            result.lines.push_back(make_line(text, begin, end));
        }
        (has_return ? crlf : lf) |= feed < text.size();
        begin = next;
    }
    const int styles = int{lf} + int{crlf} + int{cr};
    result.newline = styles > 1 ? Newline::mixed
                     : lf       ? Newline::lf
                     : crlf     ? Newline::crlf
                     : cr       ? Newline::cr
                                : Newline::none;
    return result;
}

bool may_hold_controls(std::string_view text) {
    Bytes found{};
    for_each_block(text, [&](Bytes here, Bytes next) {
        found |= (here < 0x20) | (here == 0x7F) | (here >= 0xEF) | ((here == 0xC2) & (next < 0xA0));
    });
    return any_of(found);
}

std::size_t columns(std::string_view text, std::size_t most) {
    std::size_t width = 0;
    for (std::size_t at = 0; at < text.size() && width < most;) {
        if (const std::size_t run = ascii_run(text.substr(0, std::min(text.size() - at, most - width) + at), at);
            run > 0) {
            width += run;
            at += run;
            continue;
        }
        const utf8::Character character = utf8::at(text, at);
        at += character.size;
        const char32_t code = character.code;
        if (is_ideograph(code) || (code >= 0x3000 && code <= 0x303F) || (code >= 0xFF01 && code <= 0xFF60)) {
            width += 2;
        } else if ((code >= 0x2010 && code <= 0x2027) || (fold(code) != 0 && !(code >= 0x0300 && code <= 0x036F))) {
            ++width;
        }
    }
    return width;
}

}  // namespace galley::text
