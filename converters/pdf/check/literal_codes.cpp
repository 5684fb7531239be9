#include "converters/pdf/check/literal_codes.h"

#include <algorithm>
#include <array>
#include <limits>

namespace galley::pdf {

namespace {

/// Bytes that mean something in a literal string.
constexpr auto is_special = [] {
    std::array<bool, 256> all{};
    for (const char c : std::string_view{"()\\"}) {
        all[static_cast<unsigned char>(c)] = true;
    }
    return all;
}();
constexpr int closed = -1, unusual = -2;

/// What stands between strings: numbers and white space.
constexpr auto is_between = [] {
    std::array<bool, 256> all{};
    for (const char c : std::string_view{"0123456789+-. \n\r\t\f\0", 19}) {
        all[static_cast<unsigned char>(c)] = true;
    }
    return all;
}();

/// What a byte stands for behind a backslash, 0 where Galley writes none.
constexpr auto escapes = [] {
    std::array<unsigned char, 256> all{};
    for (const char c : std::string_view{"()\\"}) {
        all[static_cast<unsigned char>(c)] = static_cast<unsigned char>(c);
    }
    all['r'] = '\r';
    return all;
}();

bool is_plain(char byte) { return !is_special[static_cast<unsigned char>(byte)]; }

/// The next byte of a literal string, `closed` behind its end, `unusual` where it is not as Galley writes it.
int take_byte(const char*& at, const char* end) {
    if (at == end) {
        return unusual;
    }
    const char c = *at++;
    if (is_plain(c)) {
        return static_cast<unsigned char>(c);
    }
    if (c == ')') {
        return closed;
    }
    if (c == '(' || at == end) {
        return unusual;
    }
    switch (const char escaped = *at++; escaped) {
        case 'r': return '\r';
        case '(':
        case ')':
        case '\\': return escaped;
        default: return unusual;
    }
}

}  // namespace

std::optional<LiteralCodes> read_literal_codes(std::string_view text) {
    const char* const end = text.data() + text.size();
    const char* at = text.data() + 1;
    LiteralCodes codes{.least = std::numeric_limits<std::size_t>::max()};
    const auto see = [&](unsigned high, unsigned low) {
        const std::size_t code = high << 8 | low;
        codes.least = std::min(codes.least, code);
        codes.largest = std::max(codes.largest, code);
    };
    for (;;) {
        const char* const plain_begin = at;
        for (; end - at >= 2; at += 2) {
            const auto high = static_cast<unsigned char>(at[0]), low = static_cast<unsigned char>(at[1]);
            if (is_special[high] || is_special[low]) {
                break;
            }
            see(high, low);
        }
        codes.bytes += static_cast<std::size_t>(at - plain_begin);
        const int high = take_byte(at, end), low = high < 0 ? high : take_byte(at, end);
        if (high == unusual || low == unusual) {
            return std::nullopt;
        }
        if (high == closed || low == closed) {
            codes.bytes += high >= 0 ? 1u : 0u;
            codes.length = static_cast<std::size_t>(at - text.data());
            return codes;
        }
        see(static_cast<unsigned>(high), static_cast<unsigned>(low));
        codes.bytes += 2;
    }
}

namespace {

/// Reads the codes of a string up to behind its end; null where it is unusual.
const unsigned char* take_codes(const unsigned char* at, const unsigned char* end, std::uint32_t& largest_less_one) {
    constexpr std::ptrdiff_t longest_string = 32'767;
    const unsigned char* const begin = at;
    const unsigned char* const last = end - 1;
    std::uint32_t largest = largest_less_one;
    while (at < last) {
        const std::uint32_t high = at[0];
        std::uint32_t low = at[1];
        if (high != 0 && is_special[high]) {
            largest_less_one = largest;
            return high == ')' && at - begin <= longest_string ? at + 1 : nullptr;
        }
        if (is_special[low]) {
            low = low == '\\' && at + 1 < last ? escapes[at[2]] : 0u;
            if (low == 0) {
                return nullptr;
            }
            ++at;
        }
        largest = std::max(largest, (high << 8 | low) - 1);
        at += 2;
    }
    return nullptr;
}

}  // namespace

std::optional<ArrayCodes> read_array_codes(std::string_view text) {
    const auto* const begin = reinterpret_cast<const unsigned char*>(text.data());
    const auto* const end = begin + text.size();
    ArrayCodes codes;
    for (const auto* at = begin + 1; at != end;) {
        if (is_between[*at]) {
            ++at;
        } else if (*at == '(') {
            at = take_codes(at + 1, end, codes.largest_less_one);
            if (at == nullptr) {
                return std::nullopt;
            }
        } else if (*at == ']') {
            codes.length = static_cast<std::size_t>(at + 1 - begin);
            return codes;
        } else {
            return std::nullopt;
        }
    }
    return std::nullopt;
}

}  // namespace galley::pdf
