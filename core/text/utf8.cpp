#include "galley/utf8.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace galley::utf8 {

namespace {

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

// The well-formed sequences of Unicode 15, table 3-7, as a state machine. A state is named by what must follow.
enum State : std::uint8_t {
    boundary,    // the first byte of a character
    ill_formed,  // nothing: never left
    one_more,    // 80..BF
    two_more,    // 80..BF, one_more
    three_more,  // 80..BF, two_more
    after_e0,    // A0..BF, one_more: shorter forms exist below
    after_ed,    // 80..9F, one_more: the rest are surrogates
    after_f0,    // 90..BF, two_more: shorter forms exist below
    after_f4,    // 80..8F, two_more: the rest is beyond U+10FFFF
    state_count
};

constexpr State next(State state, unsigned byte) {
    const auto follow = [&](unsigned low, unsigned high, State then) {
        return byte >= low && byte <= high ? then : ill_formed;
    };
    switch (state) {
        case boundary:
            if (byte < 0x80) {
                return boundary;
            }
            if (byte < 0xC2 || byte > 0xF4) {
                return ill_formed;
            }
            if (byte < 0xE0) {
                return one_more;
            }
            if (byte == 0xE0) {
                return after_e0;
            }
            if (byte == 0xED) {
                return after_ed;
            }
            if (byte < 0xF0) {
                return two_more;
            }
            if (byte == 0xF0) {
                return after_f0;
            }
            return byte == 0xF4 ? after_f4 : three_more;
        case one_more: return follow(0x80, 0xBF, boundary);
        case two_more: return follow(0x80, 0xBF, one_more);
        case three_more: return follow(0x80, 0xBF, two_more);
        case after_e0: return follow(0xA0, 0xBF, one_more);
        case after_ed: return follow(0x80, 0x9F, one_more);
        case after_f0: return follow(0x90, 0xBF, two_more);
        case after_f4: return follow(0x80, 0x8F, two_more);
        case ill_formed:
        case state_count: break;
    }
    return ill_formed;
}

// A step of the machine is one shift: a state is the place of its six bits in the row of each byte. No branch depends
// on the text, so Cyrillic and Chinese run at the same speed.
constexpr unsigned bits_per_state = 6;
static_assert(state_count * bits_per_state <= 64);

constexpr std::array<std::uint64_t, 256> rows = [] {
    std::array<std::uint64_t, 256> table{};
    for (unsigned byte = 0; byte < table.size(); ++byte) {
        for (unsigned state = 0; state < state_count; ++state) {
            const std::uint64_t target = bits_per_state * next(static_cast<State>(state), byte);
            table[byte] |= target << (bits_per_state * state);
        }
    }
    return table;
}();

constexpr std::uint64_t at_boundary = std::uint64_t{bits_per_state} * boundary;
constexpr std::uint64_t at_error = std::uint64_t{bits_per_state} * ill_formed;

std::uint64_t step(std::uint64_t state, const char* from, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
        state = rows[static_cast<unsigned char>(from[i])] >> (state & 63U);
    }
    return state & 63U;
}

constexpr std::size_t block = 32;

bool is_ascii_block(const char* from) {
    std::array<std::uint64_t, block / sizeof(std::uint64_t)> words;
    std::memcpy(words.data(), from, block);
    return ((words[0] | words[1] | words[2] | words[3]) & 0x8080808080808080U) == 0;
}

// How many ASCII characters a block begins with that has others, too.
std::size_t ascii_before(const char* from) {
    std::size_t count = 0;
    while (static_cast<unsigned char>(from[count]) < 0x80) {
        ++count;
    }
    return count;
}

// `from` is inside or at the start of the first character that may be ill-formed.
std::size_t locate_invalid(std::string_view bytes, std::size_t from) {
    for (int back = 0; back < 3 && from > 0 && continues(bytes[from]); ++back) {
        --from;
    }
    std::uint64_t state = at_boundary;
    std::size_t character = from;
    for (std::size_t i = from; i < bytes.size(); ++i) {
        if (state == at_boundary) {
            character = i;
        }
        state = step(state, bytes.data() + i, 1);
        if (state == at_error) {
            return character;
        }
    }
    return state == at_boundary ? std::string_view::npos : character;
}

}  // namespace

std::size_t find_invalid(std::string_view bytes) {
    constexpr std::size_t few = 8;  // a quote or an accented letter, and what follows it
    std::uint64_t state = at_boundary;
    std::size_t offset = 0;
    while (offset + block <= bytes.size()) {
        std::size_t ascii = 0;
        if (state == at_boundary) {
            if (is_ascii_block(bytes.data() + offset)) {
                offset += block;
                continue;
            }
            ascii = ascii_before(bytes.data() + offset);
            offset += ascii;
        }
        const std::size_t count = ascii > 0 ? std::min(few, bytes.size() - offset) : block;
        state = step(state, bytes.data() + offset, count);
        if (state == at_error) {
            return locate_invalid(bytes, offset == 0 ? 0 : offset - 1);
        }
        offset += count;
    }
    state = step(state, bytes.data() + offset, bytes.size() - offset);
    if (state == at_boundary) {
        return std::string_view::npos;
    }
    return locate_invalid(bytes, offset == 0 ? 0 : offset - 1);
}

Character long_character_at(std::string_view text, std::size_t offset) {
    const auto byte = [&](std::size_t i) {
        return static_cast<char32_t>(static_cast<unsigned char>(text[offset + i]));
    };
    const char32_t lead = byte(0);
    if (lead < 0xE0) {
        return {(lead & 0x1FU) << 6U | (byte(1) & 0x3FU), 2};
    }
    if (lead < 0xF0) {
        return {(lead & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU), 3};
    }
    return {(lead & 0x07U) << 18U | (byte(1) & 0x3FU) << 12U | (byte(2) & 0x3FU) << 6U | (byte(3) & 0x3FU), 4};
}

Character long_character_before(std::string_view text, std::size_t offset) {
    do {
        --offset;
    } while (continues(text[offset]));
    return at(text, offset);
}

void append(char32_t code, std::string& to) {
    const auto put = [&](char32_t byte) { to.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
    if (code < 0x80) {
        put(code);
    } else if (code < 0x800) {
        put(0xC0U | code >> 6U);
        put(0x80U | (code & 0x3FU));
    } else if (code < 0x10000) {
        put(0xE0U | code >> 12U);
        put(0x80U | (code >> 6U & 0x3FU));
        put(0x80U | (code & 0x3FU));
    } else {
        put(0xF0U | code >> 18U);
        put(0x80U | (code >> 12U & 0x3FU));
        put(0x80U | (code >> 6U & 0x3FU));
        put(0x80U | (code & 0x3FU));
    }
}

std::size_t count_characters(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char byte) { return !continues(byte); }));
}

std::string_view prefix(std::string_view text, std::size_t bytes) {
    if (bytes >= text.size()) {
        return text;
    }
    while (bytes > 0 && continues(text[bytes])) {
        --bytes;
    }
    return text.substr(0, bytes);
}

bool is_space(char32_t code) {
    if (code < 0x80) {
        return code == ' ' || (code >= 0x09 && code <= 0x0D);
    }
    return code == 0x85 || code == 0xA0 || code == 0x1680 || (code >= 0x2000 && code <= 0x200A) || code == 0x2028 ||
           code == 0x2029 || code == 0x202F || code == 0x205F || code == 0x3000;
}

std::string_view trim(std::string_view text) {
    while (!text.empty()) {
        const Character first = at(text, 0);
        if (!is_space(first.code)) {
            break;
        }
        text.remove_prefix(first.size);
    }
    while (!text.empty()) {
        const Character last = before(text, text.size());
        if (!is_space(last.code)) {
            break;
        }
        text.remove_suffix(last.size);
    }
    return text;
}

bool is_control_or_noncharacter(char32_t code) {
    if (code < 0x20) {
        return code != '\t' && code != '\n' && code != '\r';
    }
    return (code >= 0x7F && code <= 0x9F) || (code >= 0xFDD0 && code <= 0xFDEF) || (code & 0xFFFEU) == 0xFFFE;
}

}  // namespace galley::utf8
