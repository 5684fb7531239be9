#include "converters/text/copyright_notice.h"

#include "converters/text/fold.h"
#include "galley/utf8.h"

#include <algorithm>

namespace galley::text {
namespace {

constexpr std::size_t reach = 80;  ///< bytes in which the year stands

bool begins_with_sign(std::string_view line) {
    if (line.starts_with('(')) {
        line.remove_prefix(1);
    }
    if (line.starts_with("©") || line.starts_with("ⓒ")) {
        return true;
    }
    constexpr std::string_view word = "copyright";
    return line.size() > word.size() && line[word.size()] == ' ' &&
           std::ranges::equal(word, line.substr(0, word.size()), [](char small, char byte) {
               return static_cast<char32_t>(small) ==
                      fold(static_cast<unsigned char>(byte) < 0x80 ? static_cast<char32_t>(byte) : U' ');
           });
}

}  // namespace

bool is_copyright_notice(std::string_view line) {
    if (!begins_with_sign(line)) {
        return false;
    }
    constexpr std::string_view reserved = "ll rights reserved";
    const std::string_view head = utf8::prefix(line, reach);
    if ((line.front() == 'C' || line.front() == 'c') && head.find(reserved) != std::string_view::npos) {
        return true;
    }
    for (std::size_t at = 0; at + 4 <= head.size(); ++at) {
        const auto digit = [&](std::size_t offset) { return head[at + offset] >= '0' && head[at + offset] <= '9'; };
        const bool century = head.substr(at, 2) == "19" || head.substr(at, 2) == "20";
        const bool alone = (at == 0 || head[at - 1] < '0' || head[at - 1] > '9') &&
                           (at + 4 == head.size() || head[at + 4] < '0' || head[at + 4] > '9');
        if (century && alone && digit(2) && digit(3)) {
            return true;
        }
    }
    return false;
}

}  // namespace galley::text
