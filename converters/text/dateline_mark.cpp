#include "converters/text/dateline_mark.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace galley::text {
namespace {

using namespace std::string_view_literals;

enum class Class : std::uint8_t {
    plain,
    mark,
    letter_of_two_bytes,
    letter_of_three_bytes,
    start_of_kana,
    start_of_quote
};

constexpr std::array<Class, 256> classes = [] {
    std::array<Class, 256> result{};
    for (const char mark : "-_=:(/[<|"sv) {
        result[static_cast<unsigned char>(mark)] = Class::mark;
    }
    for (std::size_t byte = 0x80; byte < result.size(); ++byte) {
        result[byte] = byte >= 0xC3 && byte <= 0xDF ? Class::letter_of_two_bytes : Class::mark;  // U+00C0 to U+07FF
    }
    for (std::size_t byte = 0xE0; byte <= 0xED; ++byte) {
        result[byte] = Class::letter_of_three_bytes;
    }
    result[0xE2] = Class::start_of_quote;
    result[0xE3] = Class::start_of_kana;
    return result;
}();

constexpr std::array quotes{"\u2018"sv, "\u2019"sv, "\u201C"sv, "\u201D"sv};

constexpr std::size_t block = 16;

/// False when a byte of a block may be a mark or is not ASCII. Ranges around the marks: few comparisons, of all bytes
/// at once.
bool is_plain_block(const char* text) {
    using Bytes [[gnu::vector_size(block)]] = unsigned char;
    Bytes bytes;
    std::memcpy(&bytes, text, block);
    const auto found = (bytes - '(' <= ')' - '(') | (bytes == '-') | (bytes == '/') | (bytes - ':' <= '@' - ':') |
                       (bytes - '[' <= '`' - '[') | (bytes >= '{');
    std::array<std::uint64_t, block / sizeof(std::uint64_t)> halves;
    std::memcpy(halves.data(), &found, block);
    return (halves[0] | halves[1]) == 0;
}

/// Where the first byte from `at` on stands that is no plain ASCII character.
std::size_t skip_plain(std::string_view head, std::size_t at) {
    while (at + block <= head.size() && is_plain_block(head.data() + at)) {
        at += block;
    }
    while (at < head.size() && classes[static_cast<unsigned char>(head[at])] == Class::plain) {
        ++at;
    }
    return at;
}

/// "STOCKHOLM. The bank …", "YEREVAN, NOVEMBER 22, ARMENPRESS.": capitals up to a stop or a comma.
bool begins_with_capitals_and_stop(std::string_view head) {
    constexpr std::size_t shortest = 4;
    const auto is_capital = [](char byte) {
        return (byte >= 'A' && byte <= 'Z') || byte == ' ' || static_cast<unsigned char>(byte) >= 0x80;
    };
    const auto stop = static_cast<std::size_t>(std::ranges::find_if_not(head, is_capital) - head.begin());
    return stop >= shortest && (head.substr(stop).starts_with(". ") || head.substr(stop).starts_with(", "));
}

}  // namespace

bool is_without_marks(std::string_view head) {
    return skip_plain(head, 0) == head.size() && !begins_with_capitals_and_stop(head);
}

bool has_dateline_mark(std::string_view head) {
    for (std::size_t at = skip_plain(head, 0); at < head.size(); at = skip_plain(head, at)) {
        switch (classes[static_cast<unsigned char>(head[at])]) {
            case Class::plain: break;
            case Class::mark: return true;
            case Class::letter_of_two_bytes: at += 2; break;
            case Class::letter_of_three_bytes: at += 3; break;
            case Class::start_of_kana:
                if (head[at + 1] == '\x80') {
                    return true;  // U+3000 to U+303F: signs
                }
                at += 3;
                break;
            case Class::start_of_quote:
                if (std::ranges::find(quotes, head.substr(at, quotes.front().size())) == quotes.end()) {
                    return true;
                }
                at += quotes.front().size();
                break;
        }
    }
    return begins_with_capitals_and_stop(head);
}

}  // namespace galley::text
