#include "converters/pdf/check/code_map.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>

namespace galley::pdf {

namespace {

void skip_white(std::string_view& text) {
    if (!text.empty() && text.front() > ' ') {
        return;
    }
    const std::size_t begin = text.find_first_not_of(" \n\r\t\f");
    text.remove_prefix(std::min(begin, text.size()));
}

/// Takes "<digits>".
std::optional<std::string_view> take_digits(std::string_view& text) {
    skip_white(text);
    if (!text.starts_with('<')) {
        return std::nullopt;
    }
    const std::size_t end =
        static_cast<std::size_t>(std::ranges::find(text, '>') - text.begin());  // near: a call would take longer
    if (end == text.size()) {
        return std::nullopt;
    }
    const std::string_view digits = text.substr(1, end - 1);
    text.remove_prefix(end + 1);
    return digits;
}

/// Takes "<first><last>[<text><text>…]".
bool take_range(std::string_view& text, std::vector<std::string_view>& map) {
    constexpr std::size_t codes = 65'536;
    const auto first = take_digits(text), last = take_digits(text);
    skip_white(text);
    if (!first || !last || !text.starts_with('[')) {
        return false;
    }
    text.remove_prefix(1);
    std::uint32_t code = 0;
    if (std::from_chars(first->data(), first->data() + first->size(), code, 16).ptr != first->data() + first->size()) {
        return false;
    }
    for (; code < codes; ++code) {
        const auto digits = take_digits(text);
        if (!digits) {
            break;
        }
        if (map.size() <= code) {
            map.resize(code + 1);
        }
        map[code] = *digits;
    }
    return true;
}

}  // namespace

std::vector<std::string_view> read_code_map(std::string_view cmap) {
    constexpr std::string_view begin = "beginbfrange";
    constexpr std::size_t bytes_a_code = 6;
    std::vector<std::string_view> map;
    map.reserve(cmap.size() / bytes_a_code);
    for (std::size_t at = cmap.find(begin); at != std::string_view::npos; at = cmap.find(begin)) {
        cmap.remove_prefix(at + begin.size());
        if (!take_range(cmap, map)) {
            break;
        }
    }
    return map;
}

}  // namespace galley::pdf
