#include "core/text/double_encoding.h"

#include "galley/utf8.h"

#include <algorithm>
#include <array>

namespace galley {

namespace {

// What windows-1252 has for the bytes 80 to 9F; 0 where it has nothing.
constexpr std::array<char32_t, 32> windows_1252 = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                   0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                   0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                   0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

// The byte 80 to BF that was taken for `code`, in windows-1252 or ISO 8859-1; 0 when none was.
unsigned continuation_for(char32_t code) {
    if (code >= 0x80 && code <= 0xBF) {
        return static_cast<unsigned>(code);
    }
    if (code < 0x0152 || code > 0x2122) {
        return 0;
    }
    const auto* found = std::ranges::find(windows_1252, code);
    return found == windows_1252.end() ? 0 : 0x80U + static_cast<unsigned>(found - windows_1252.begin());
}

// Letters and signs that copy has. "É»", "Ü“" and the like, which capitals before a closing quotation mark make by
// themselves, would become phonetic signs or Syriac.
bool is_plausible(char32_t code) {
    return (code >= 0xA0 && code < 0x250) || (code >= 0x370 && code < 0x530) || (code >= 0x5D0 && code < 0x5EB) ||
           (code >= 0x600 && code < 0x700) || (code >= 0x900 && code < 0x1100) || (code >= 0x1E00 && code < 0x2300) ||
           (code >= 0x2500 && code < 0x2780) || (code >= 0x3000 && code < 0xD7A4) ||
           (code >= 0xFF00 && code < 0xFFF0) || code == 0xFEFF || (code >= 0x1F000 && code < 0x1FB00) ||
           (code >= 0x20000 && code < 0x30000);
}

struct Twice {
    char32_t code = 0;       ///< the character meant; 0: not written twice
    std::uint32_t size = 0;  ///< bytes of the characters it became
    std::uint32_t characters = 0;
};

// What starts at `offset`, at a character's first byte.
Twice read_twice(std::string_view text, std::size_t offset) {
    const utf8::Character lead = utf8::at(text, offset);
    if (lead.code < 0xC2 || lead.code > 0xF4) {
        return {};
    }
    const std::uint32_t length = lead.code < 0xE0 ? 2 : lead.code < 0xF0 ? 3 : 4;
    std::array<char, 4> bytes{static_cast<char>(lead.code)};
    std::uint32_t size = lead.size;
    for (std::uint32_t i = 1; i < length; ++i) {
        if (offset + size >= text.size()) {
            return {};
        }
        const utf8::Character next = utf8::at(text, offset + size);
        const unsigned byte = continuation_for(next.code);
        if (byte == 0) {
            return {};
        }
        bytes[i] = static_cast<char>(byte);
        size += next.size;
    }
    const std::string_view once(bytes.data(), length);
    if (!utf8::is_valid(once)) {
        return {};
    }
    const char32_t code = utf8::at(once, 0).code;
    return is_plausible(code) ? Twice{code, size, length} : Twice{};
}

// U+00C2 to U+00F4 are C3 82 to C3 B4 in UTF-8. Another character beyond ASCII has to follow, which in most languages
// is rare.
std::size_t find_twice(std::string_view text, std::size_t from) {
    for (std::size_t at = text.find('\xC3', from); at != std::string_view::npos; at = text.find('\xC3', at + 2)) {
        const bool another = at + 2 < text.size() && static_cast<unsigned char>(text[at + 2]) >= 0xC2;
        if (another && read_twice(text, at).code != 0) {
            return at;
        }
    }
    return std::string_view::npos;
}

}  // namespace

std::optional<DoubleEncoding> find_double_encoding(std::string_view text) {
    const std::size_t first = find_twice(text, 0);
    if (first == std::string_view::npos) {
        return std::nullopt;
    }
    std::size_t count = 0;
    std::size_t involved = 0;
    std::size_t punctuation = 0;
    for (std::size_t at = first; at != std::string_view::npos;) {
        const Twice twice = read_twice(text, at);
        ++count;
        involved += twice.characters;
        punctuation += twice.code >= 0x2010 && twice.code < 0x2030 ? 1 : 0;
        at = find_twice(text, at + twice.size);
    }
    const auto foreign = static_cast<std::size_t>(
        std::ranges::count_if(text, [](char byte) { return static_cast<unsigned char>(byte) >= 0xC0; }));
    if (involved * 5 < foreign * 4 && punctuation == 0) {
        return std::nullopt;
    }
    return DoubleEncoding{first, count};
}

Transcoded undo_double_encoding(std::string_view text) {
    Transcoded result;
    result.text.reserve(text.size());
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t at = std::min(find_twice(text, from), text.size());
        result.text.append(text, from, at - from);
        result.map.add(1, 1, at - from);
        if (at == text.size()) {
            break;
        }
        const Twice twice = read_twice(text, at);
        const std::size_t before = result.text.size();
        utf8::append(twice.code, result.text);
        result.map.add(static_cast<std::uint32_t>(result.text.size() - before), twice.size);
        from = at + twice.size;
    }
    return result;
}

}  // namespace galley
