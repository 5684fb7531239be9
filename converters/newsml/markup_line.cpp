// The white space of a line of text, and what may stand in one.

#include "converters/newsml/markup_reader.h"
#include "galley/utf8.h"

#include <algorithm>
#include <array>

namespace galley::newsml {

namespace {

constexpr std::string_view ascii_space = " \t\r\n";

Inlines* content_of(Inline& mark) {
    if (auto* emphasis = std::get_if<Emphasis>(&mark.node)) {
        return &emphasis->content;
    }
    if (auto* link = std::get_if<Link>(&mark.node)) {
        return &link->content;
    }
    if (auto* entity = std::get_if<Entity>(&mark.node)) {
        return &entity->content;
    }
    auto* foreign = std::get_if<Foreign>(&mark.node);
    return foreign != nullptr ? &foreign->content : nullptr;
}

/// Takes white space off the start of `line`; true when text is left there.
bool trim_start(Inlines& line) {
    std::size_t blank = 0;
    bool found = false;
    for (; blank < line.size() && !found; blank += found ? 0 : 1) {
        if (auto* text = std::get_if<Text>(&line[blank].node)) {
            text->utf8.erase(0, std::min(text->utf8.find_first_not_of(ascii_space), text->utf8.size()));
            found = !text->utf8.empty();
        } else if (Inlines* content = content_of(line[blank])) {
            found = trim_start(*content);
        }
    }
    line.erase(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(blank));
    return found;
}

bool trim_back(Inlines& line) {
    while (!line.empty()) {
        if (auto* text = std::get_if<Text>(&line.back().node)) {
            text->utf8.erase(text->utf8.find_last_not_of(ascii_space) + 1);
            if (!text->utf8.empty()) {
                return true;
            }
        } else if (Inlines* content = content_of(line.back()); content != nullptr && trim_back(*content)) {
            return true;
        }
        line.pop_back();
    }
    return false;
}

// Bytes that end a line, or may begin a control character or a noncharacter.
constexpr bool is_special(char byte) {
    const auto code = static_cast<unsigned char>(byte);
    return code == '\n' || code == '\r' || code == 0x7F || code == 0xC2 || code >= 0xEF;
}

/// Where the first special byte from `at` on is. Most text has few: whole chunks are passed at once.
std::size_t find_special(std::string_view text, std::size_t at) {
    constexpr std::size_t chunk = 64;
    for (; text.size() - at >= chunk; at += chunk) {
        unsigned found = 0;
        for (std::size_t offset = 0; offset < chunk; ++offset) {
            found |= static_cast<unsigned>(is_special(text[at + offset]));
        }
        if (found != 0) {
            break;
        }
    }
    while (at < text.size() && !is_special(text[at])) {
        ++at;
    }
    return at;
}

// What a C1 control stands for in texts that were taken for Latin-1 on their way: windows-1252, 0x80 to 0x9F.
constexpr char32_t windows_1252[] = {0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                     0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
                                     0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                     0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

/// Adds the character at `at`, or what stands for one that no copy means: the model's text has no controls and no
/// noncharacters. Its size.
std::size_t append_clean(std::string_view text, std::size_t at, std::string& to) {
    const utf8::Character character = utf8::at(text, at);
    if (!utf8::is_control_or_noncharacter(character.code)) {
        to.append(text, at, character.size);
    } else if (character.code == 0x85) {
        to += ' ';
    } else {
        utf8::append(character.code >= 0x80 && character.code <= 0x9F ? windows_1252[character.code - 0x80] : U'\uFFFD',
                     to);
    }
    return character.size;
}

}  // namespace

void append_text(std::string_view text, Inlines& to) {
    if (text.empty()) {
        return;
    }
    if (to.empty() || !std::holds_alternative<Text>(to.back().node)) {
        to.emplace_back(Text{});
    }
    std::string& line = std::get<Text>(to.back().node).utf8;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t special = find_special(text, at);
        line.append(text, at, special - at);
        at = special;
        if (at == text.size()) {
            return;
        }
        if (text[at] == '\n' || text[at] == '\r') {
            line.erase(line.find_last_not_of(ascii_space) + 1);
            line += ' ';
            at = std::min(text.find_first_not_of(ascii_space, at), text.size());
        } else {
            at += append_clean(text, at, line);
        }
    }
}

void trim_line(Inlines& line) {
    trim_start(line);
    trim_back(line);
}

}  // namespace galley::newsml
