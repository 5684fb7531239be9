#include "core/text/base64.h"

#include <array>
#include <cstdint>

namespace galley {

namespace {

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::uint8_t no_digit = 64;

constexpr std::array<std::uint8_t, 256> digit_values = [] {
    std::array<std::uint8_t, 256> values{};
    values.fill(no_digit);
    for (std::size_t digit = 0; digit < alphabet.size(); ++digit) {
        values[static_cast<unsigned char>(alphabet[digit])] = static_cast<std::uint8_t>(digit);
    }
    return values;
}();

std::uint32_t byte_at(std::string_view bytes, std::size_t at) {
    return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0;
}

}  // namespace

void append_base64(std::string_view bytes, std::string& to) {
    to.reserve(to.size() + (bytes.size() + 2) / 3 * 4);
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        const std::uint32_t three = byte_at(bytes, at) << 16U | byte_at(bytes, at + 1) << 8U | byte_at(bytes, at + 2);
        const std::size_t left = bytes.size() - at;
        to += alphabet[three >> 18U];
        to += alphabet[three >> 12U & 63U];
        to += left > 1 ? alphabet[three >> 6U & 63U] : '=';
        to += left > 2 ? alphabet[three & 63U] : '=';
    }
}

std::optional<std::uint8_t> base64_digit(char character) {
    const std::uint8_t digit = digit_values[static_cast<unsigned char>(character)];
    return digit == no_digit ? std::nullopt : std::optional(digit);
}

std::optional<std::string> read_base64(std::string_view text) {
    std::string bytes;
    bytes.reserve(text.size() / 4 * 3);
    std::uint32_t pending = 0;
    std::uint32_t bits = 0;
    std::size_t characters = 0;
    std::size_t padding = 0;
    for (const char character : text) {
        if (character == ' ' || character == '\n' || character == '\r' || character == '\t') {
            continue;
        }
        ++characters;
        if (character == '=') {
            ++padding;
            continue;
        }
        const std::uint8_t digit = digit_values[static_cast<unsigned char>(character)];
        if (digit == no_digit || padding > 0) {
            return std::nullopt;
        }
        pending = (pending << 6U | digit) & 0xFFFFU;
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            bytes += static_cast<char>(pending >> bits & 0xFFU);
        }
    }
    const bool unused_bits_set = (pending & ((1U << bits) - 1)) != 0;
    if (characters % 4 != 0 || padding > 2 || bits != padding * 2 || unused_bits_set) {
        return std::nullopt;
    }
    return bytes;
}

}  // namespace galley
