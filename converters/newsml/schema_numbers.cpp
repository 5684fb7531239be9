#include "converters/newsml/schema_numbers.h"

#include <algorithm>
#include <charconv>

namespace galley::newsml {

namespace {

std::string_view collapsed(std::string_view text) {
    constexpr std::string_view space = " \t\r\n";
    const std::size_t begin = text.find_first_not_of(space);
    return begin == std::string_view::npos ? std::string_view()
                                           : text.substr(begin, text.find_last_not_of(space) + 1 - begin);
}

}  // namespace

bool is_integer(std::string_view text) {
    std::string_view digits = collapsed(text);
    if (digits.starts_with('-') || digits.starts_with('+')) {
        digits.remove_prefix(1);
    }
    return !digits.empty() && std::ranges::all_of(digits, [](char byte) { return byte >= '0' && byte <= '9'; });
}

bool is_number(std::string_view text, std::uint64_t least, std::uint64_t most) {
    std::string_view digits = collapsed(text);
    if (digits.starts_with('+')) {
        digits.remove_prefix(1);
    }
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return error == std::errc() && end == digits.data() + digits.size() && number >= least && number <= most;
}

bool is_boolean(std::string_view text) {
    const std::string_view word = collapsed(text);
    return word == "true" || word == "false" || word == "0" || word == "1";
}

}  // namespace galley::newsml
