#include "core/text/encoding_name.h"

#include <cstdint>

namespace galley {

std::string folded_encoding_name(std::string_view name) {
    std::string result;
    for (const char c : name) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            result.push_back(c);
        }
        if (c >= 'A' && c <= 'Z') {
            result.push_back(static_cast<char>(c - 'A' + 'a'));
        }
    }
    return result;
}

std::optional<WideEncoding> wide_encoding_named(std::string_view name, std::string_view bytes) {
    const std::string key = folded_encoding_name(name);
    for (const std::uint8_t unit : {std::uint8_t{2}, std::uint8_t{4}}) {
        const std::string family = unit == 2 ? "utf16" : "utf32";
        if (key == family + "le") {
            return WideEncoding{unit, false};
        }
        if (key == family + "be") {
            return WideEncoding{unit, true};
        }
        if (key == family) {
            const auto found = find_wide_encoding(bytes);
            return found && found->unit == unit ? *found : WideEncoding{unit, true};
        }
    }
    return std::nullopt;
}

}  // namespace galley
