#pragma once

#include <cstdint>

namespace galley::utf8 {

constexpr std::uint32_t size_of(char32_t code) { return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4; }

/// Writes `code` at `to`, which has room for it, and returns where it ends: `append` for loops over megabytes.
inline char* put(char32_t code, char* to) {
    const auto byte = [](char32_t value) { return static_cast<char>(static_cast<unsigned char>(value)); };
    if (code < 0x80) {
        *to++ = byte(code);
        return to;
    }
    if (code < 0x800) {
        *to++ = byte(0xC0U | code >> 6U);
    } else {
        if (code < 0x10000) {
            *to++ = byte(0xE0U | code >> 12U);
        } else {
            *to++ = byte(0xF0U | code >> 18U);
            *to++ = byte(0x80U | (code >> 12U & 0x3FU));
        }
        *to++ = byte(0x80U | (code >> 6U & 0x3FU));
    }
    *to++ = byte(0x80U | (code & 0x3FU));
    return to;
}

}  // namespace galley::utf8
