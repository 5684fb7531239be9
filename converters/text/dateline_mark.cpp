#include "converters/text/dateline_mark.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace galley::text {
namespace {

using namespace std::string_view_literals;

enum class Class : std::uint8_t { plain, mark, letter_of_two_bytes, start_of_quote };

constexpr std::array<Class, 256> classes = [] {
    std::array<Class, 256> result{};
    for (const char mark : "-_=:(/[<|"sv) {
        result[static_cast<unsigned char>(mark)] = Class::mark;
    }
    for (std::size_t byte = 0x80; byte < result.size(); ++byte) {
        result[byte] = byte >= 0xC3 && byte <= 0xDF ? Class::letter_of_two_bytes : Class::mark;    // U+00C0 to U+07FF
    }
    result[0xE2] = Class::start_of_quote;
    return result;
}();

constexpr std::array quotes{"\u2018"sv, "\u2019"sv, "\u201C"sv, "\u201D"sv};

}  // namespace

bool has_dateline_mark(std::string_view head) {
    for (std::size_t at = 0; at < head.size();) {
        switch (classes[static_cast<unsigned char>(head[at])]) {
            case Class::plain: ++at; break;
            case Class::mark: return true;
            case Class::letter_of_two_bytes: at += 2; break;
            case Class::start_of_quote:
                if (std::ranges::find(quotes, head.substr(at, quotes.front().size())) == quotes.end()) {
                    return true;
                }
                at += quotes.front().size();
                break;
        }
    }
    return false;
}

}  // namespace galley::text
