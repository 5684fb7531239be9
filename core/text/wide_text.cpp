#include "core/text/wide_text.h"

#include "core/text/transcoder.h"

#include <algorithm>
#include <array>

namespace galley {

namespace {

constexpr bool is_high_surrogate(char32_t unit) { return unit >= 0xD800 && unit <= 0xDBFF; }
constexpr bool is_low_surrogate(char32_t unit) { return unit >= 0xDC00 && unit <= 0xDFFF; }

char32_t unit_at(std::string_view bytes, std::size_t offset, WideEncoding encoding) {
    const auto byte = [&](std::size_t i) {
        return static_cast<char32_t>(static_cast<unsigned char>(bytes[offset + i]));
    };
    if (encoding.unit == 2) {
        return encoding.big_endian ? byte(0) << 8U | byte(1) : byte(1) << 8U | byte(0);
    }
    return encoding.big_endian ? byte(0) << 24U | byte(1) << 16U | byte(2) << 8U | byte(3)
                               : byte(3) << 24U | byte(2) << 16U | byte(1) << 8U | byte(0);
}

struct WideCharacter {
    char32_t code;
    std::uint32_t size;  ///< source bytes
    bool valid;
};

// REQUIRES: offset < bytes.size()
WideCharacter read_wide(std::string_view bytes, std::size_t offset, WideEncoding encoding) {
    const std::size_t left = bytes.size() - offset;
    if (left < encoding.unit) {
        return {0, static_cast<std::uint32_t>(left), false};
    }
    const char32_t unit = unit_at(bytes, offset, encoding);
    if (encoding.unit == 4 || (!is_high_surrogate(unit) && !is_low_surrogate(unit))) {
        const bool valid = unit <= 0x10FFFF && !is_high_surrogate(unit) && !is_low_surrogate(unit);
        return {unit, encoding.unit, valid};
    }
    if (is_high_surrogate(unit) && left >= 4) {
        const char32_t low = unit_at(bytes, offset + 2, encoding);
        if (is_low_surrogate(low)) {
            return {0x10000 + ((unit - 0xD800) << 10U) + (low - 0xDC00), 4, true};
        }
    }
    return {unit, 2, false};
}

bool is_printable_ascii(char32_t byte) { return byte >= 0x20 && byte < 0x7F; }

// Nearly all bytes are ASCII: text of one byte a character in which some were lost, rather than kana and ideographs.
bool reads_as_ascii(std::string_view bytes) {
    const auto printable =
        std::ranges::count_if(bytes, [](char byte) { return is_printable_ascii(static_cast<unsigned char>(byte)); });
    return static_cast<std::size_t>(printable) * 10 >= bytes.size() * 9;
}

// How much more often than by chance a text has this character, roughly: what tells one byte order from the other.
int plausibility(char32_t code, bool may_be_ascii) {
    if (code == ' ' || code == '\n' || code == '\r' || code == '\t' || code == 0x3000 || code == 0x3001 ||
        code == 0x3002) {
        return 4;
    }
    if (code < 0x20 || code == 0x7F || (code >= 0xE000 && code <= 0xF8FF) || (code & 0xFFFEU) == 0xFFFE) {
        return -20;
    }
    if (code < 0x7F) {
        return 2;
    }
    if (code < 0xA0) {
        return -20;
    }
    if (code < 0x0700 || (code >= 0x0900 && code < 0x1100) || (code >= 0x1E00 && code < 0x2070)) {
        return 1;
    }
    if (may_be_ascii && is_printable_ascii(code >> 8U) && is_printable_ascii(code & 0xFFU)) {
        return -2;  // two letters of ASCII, more likely
    }
    if (code >= 0x3040 && code < 0x3100) {
        return 2;  // kana: the other byte order seldom has them
    }
    if ((code >= 0x4E00 && code < 0x9FB0) || (code >= 0xAC00 && code < 0xD7A4)) {
        return 1;
    }
    return code >= 0xFF00 && code < 0xFFEF ? 0 : -4;
}

// Above 0: text in this encoding, though some of it may be damaged.
int judge(std::string_view bytes, WideEncoding encoding) {
    constexpr std::size_t sample = 8 << 10;
    constexpr int invalid_score = -30;
    const std::size_t end = std::min(bytes.size(), sample);
    const bool may_be_ascii = reads_as_ascii(bytes.substr(0, end));
    int score = 0;
    for (std::size_t offset = 0; offset < end;) {
        const WideCharacter character = read_wide(bytes, offset, encoding);
        score += character.valid && character.code != 0 ? plausibility(character.code, may_be_ascii) : invalid_score;
        offset += character.size;
    }
    return score;
}

constexpr std::array all_wide = {WideEncoding{2, false}, WideEncoding{2, true}, WideEncoding{4, false},
                                 WideEncoding{4, true}};

}  // namespace

std::string_view name_of(WideEncoding encoding) {
    if (encoding.unit == 2) {
        return encoding.big_endian ? "UTF-16BE" : "UTF-16LE";
    }
    return encoding.big_endian ? "UTF-32BE" : "UTF-32LE";
}

Transcoded decode_wide(std::string_view bytes, WideEncoding encoding) {
    Transcoder transcoder(bytes.size() / encoding.unit);
    for (std::size_t offset = 0; offset < bytes.size();) {
        const WideCharacter character = read_wide(bytes, offset, encoding);
        if (!character.valid) {
            return transcoder.finish(Span{offset, offset + character.size});
        }
        transcoder.add(character.code, character.size);
        offset += character.size;
    }
    return transcoder.finish();
}

std::optional<WideEncoding> find_wide_encoding(std::string_view bytes) {
    std::optional<WideEncoding> best;
    int best_score = 0;
    for (const WideEncoding encoding : all_wide) {
        const int score = judge(bytes, encoding);
        if (score > best_score) {
            best = encoding;
            best_score = score;
        }
    }
    return best;
}

}  // namespace galley
