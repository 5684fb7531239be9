#include "converters/pdf/emit/language_tag.h"

#include <cstddef>

namespace galley::pdf {

std::string_view language_tag(std::string_view tag) {
    constexpr std::string_view undetermined = "und";
    constexpr std::size_t longest_part = 8;
    std::size_t length = 0;
    bool is_first = true;
    for (const char c : tag) {
        const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (c == '-') {
            if (length == 0) {
                return undetermined;
            }
            is_first = false;
            length = 0;
        } else if (!(is_letter || (!is_first && c >= '0' && c <= '9')) || ++length > longest_part) {
            return undetermined;
        }
    }
    return length == 0 ? undetermined : tag;
}

}  // namespace galley::pdf
