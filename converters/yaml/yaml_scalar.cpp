#include "converters/yaml/yaml_scalar.h"

#include "galley/utf8.h"

#include <array>
#include <charconv>

namespace galley {

namespace {

/// What a byte may mean for the style of its text. Of a character of several bytes, the first one tells.
enum ByteClass : std::uint8_t { ordinary, tab, line_end, single_quote, double_quote, escaped, perhaps_escaped };

constexpr std::array<ByteClass, 256> byte_classes = [] {
    std::array<ByteClass, 256> classes{};
    for (std::size_t control = 0; control < 0x20; ++control) {
        classes[control] = escaped;
    }
    classes['\t'] = tab;
    classes['\n'] = line_end;
    classes[0x7F] = escaped;
    classes['\''] = single_quote;
    classes['"'] = classes['\\'] = double_quote;
    // Where C1, U+2028, U+2029, U+FEFF and the noncharacters begin.
    classes[0xC2] = classes[0xE2] = classes[0xEF] = perhaps_escaped;
    classes[0xF0] = classes[0xF1] = classes[0xF2] = classes[0xF3] = classes[0xF4] = perhaps_escaped;
    return classes;
}();

ByteClass class_of(char byte) { return byte_classes[static_cast<unsigned char>(byte)]; }

bool must_be_escaped(char32_t code) {
    return code == 0x2028 || code == 0x2029 || code == 0xFEFF || utf8::is_control_or_noncharacter(code);
}

/// Block scalars that every parser reads alike: one line end at most after the last line, no line of white space alone,
/// none that begins with a tab, and a first line that says how far the block is indented (or needs one digit to say
/// it).
bool reads_alike_as_block(std::string_view utf8) {
    if (utf8.ends_with('\n')) {
        utf8.remove_suffix(1);
    }
    if (utf8.empty() || utf8.front() == '\n' || utf8.back() == '\n') {
        return false;
    }
    for (std::size_t start = 0; start < utf8.size();) {
        const std::size_t end = std::min(utf8.find('\n', start), utf8.size());
        const std::string_view line = utf8.substr(start, end - start);
        if (line.starts_with('\t') || (!line.empty() && line.find_first_not_of(" \t") == std::string_view::npos)) {
            return false;
        }
        start = end + 1;
    }
    return true;
}

void append_hexadecimal(char32_t code, std::size_t width, std::string& to) {
    char digits[8];
    const auto end = std::to_chars(digits, digits + sizeof digits, static_cast<std::uint32_t>(code), 16).ptr;
    to.append(width - static_cast<std::size_t>(end - digits), '0');
    to.append(digits, end);
}

void append_escape(char32_t code, std::string& to) {
    to += '\\';
    switch (code) {
        case '\t': to += 't'; return;
        case '\n': to += 'n'; return;
        case '\r': to += 'r'; return;
        case '"':
        case '\\': to += static_cast<char>(code); return;
        default: break;
    }
    // \N, \L and \P would be shorter, but yaml-cpp 0.7 reads \N as a byte that is not UTF-8.
    if (code <= 0xFF) {
        to += 'x';
        append_hexadecimal(code, 2, to);
    } else if (code <= 0xFFFF) {
        to += 'u';
        append_hexadecimal(code, 4, to);
    } else {
        to += 'U';
        append_hexadecimal(code, 8, to);
    }
}

}  // namespace

ScalarStyle style_for(std::string_view utf8) {
    bool has_line_end = false;
    bool has_tab = false;
    bool has_single = false;
    bool has_double = false;
    for (std::size_t at = 0; at < utf8.size(); ++at) {
        switch (class_of(utf8[at])) {
            case ordinary: break;
            case tab: has_tab = true; break;
            case line_end: has_line_end = true; break;
            case single_quote: has_single = true; break;
            case double_quote: has_double = true; break;
            case escaped: return ScalarStyle::double_quoted;
            case perhaps_escaped:
                if (must_be_escaped(utf8::at(utf8, at).code)) {
                    return ScalarStyle::double_quoted;
                }
        }
    }
    if (has_line_end) {
        return reads_alike_as_block(utf8) ? ScalarStyle::block : ScalarStyle::double_quoted;
    }
    if (has_tab) {
        return ScalarStyle::double_quoted;
    }
    if (!has_double) {
        return ScalarStyle::double_quoted_as_is;
    }
    return has_single ? ScalarStyle::double_quoted : ScalarStyle::single_quoted;
}

void append_double_quoted(std::string_view utf8, std::string& to) {
    to += '"';
    std::size_t copied = 0;
    for (std::size_t at = 0; at < utf8.size();) {
        const ByteClass byte = class_of(utf8[at]);
        if (byte == ordinary || byte == single_quote) {
            ++at;
            continue;
        }
        const utf8::Character character = utf8::at(utf8, at);
        if (byte != perhaps_escaped || must_be_escaped(character.code)) {
            to.append(utf8.substr(copied, at - copied));
            append_escape(character.code, to);
            copied = at + character.size;
        }
        at += character.size;
    }
    to.append(utf8.substr(copied));
    to += '"';
}

void append_block_scalar(std::string_view utf8, std::size_t indent, std::size_t step, std::string& to) {
    to += '|';
    if (utf8.starts_with(' ')) {
        to += static_cast<char>('0' + step);
    }
    if (utf8.ends_with('\n')) {
        utf8.remove_suffix(1);
    } else {
        to += '-';
    }
    for (std::size_t start = 0; start <= utf8.size();) {
        const std::size_t end = std::min(utf8.find('\n', start), utf8.size());
        to += '\n';
        if (end > start) {
            to.append(indent, ' ');
            to.append(utf8.substr(start, end - start));
        }
        start = end + 1;
    }
}

}  // namespace galley
