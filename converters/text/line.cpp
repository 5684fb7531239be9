#include "converters/text/line.h"

#include "converters/text/fold.h"
#include "galley/utf8.h"

#include <algorithm>
#include <cstring>

namespace galley::text {
namespace {

/// Sets indent and bounds of the line [begin, end).
Line make_line(std::string_view text, std::size_t begin, std::size_t end) {
    Line line{begin, end, 0};
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
            if (!utf8::is_space(character.code)) {
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
        if (!utf8::is_space(character.code)) {
            break;
        }
        line.end -= character.size;
    }
    return line;
}

/// Where the line that starts at `begin` ends, and how many bytes its line end has.
std::pair<std::size_t, std::size_t> find_line_end(std::string_view text, std::size_t begin) {
    for (std::size_t at = begin; at < text.size(); ++at) {
        const unsigned char byte = static_cast<unsigned char>(text[at]);
        if (byte > '\r' && byte != 0xE2) {
            continue;
        }
        if (byte == '\n' || byte == '\f') {
            return {at, 1};
        }
        if (byte == '\r') {
            return {at, at + 1 < text.size() && text[at + 1] == '\n' ? 2 : 1};
        }
        if (byte == 0xE2 && (text.substr(at, 3) == "\u2028" || text.substr(at, 3) == "\u2029")) {
            return {at, 3};
        }
    }
    return {text.size(), 0};
}

}  // namespace

Lines split_lines(std::string_view text) {
    Lines result;
    result.lines.reserve(text.size() / 64 + 1);
    bool lf = false;
    bool crlf = false;
    bool cr = false;
    for (std::size_t begin = 0; begin < text.size();) {
        const auto [end, size] = find_line_end(text, begin);
        result.lines.push_back(make_line(text, begin, end));
        if (size == 2) {
            crlf = true;
        } else if (size == 1) {
            (text[end] == '\r' ? cr : lf) = true;
        }
        begin = end + size;
    }
    const int styles = int{lf} + int{crlf} + int{cr};
    result.newline = styles > 1 ? Newline::mixed : lf ? Newline::lf : crlf ? Newline::crlf : cr ? Newline::cr : Newline::none;
    return result;
}

std::size_t columns(std::string_view text) {
    std::size_t width = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            ++width;
            ++at;
            continue;
        }
        const utf8::Character character = utf8::at(text, at);
        at += character.size;
        const char32_t code = character.code;
        if (is_ideograph(code) || (code >= 0x3000 && code <= 0x303F) || (code >= 0xFF01 && code <= 0xFF60)) {
            width += 2;
        } else if (fold(code) != 0 && !(code >= 0x0300 && code <= 0x036F)) {
            ++width;
        }
    }
    return width;
}

}  // namespace galley::text
