#include "core/text/guess_encoding.h"

#include "galley/utf8.h"

#include <algorithm>

namespace galley {

namespace {

// UTF-8 that was damaged: well-formed characters of several bytes do not come about by chance, so twice as many of them as
// broken ones prove it.
bool is_damaged_utf8(std::string_view bytes) {
    std::size_t well_formed = 0;
    std::size_t broken = 0;
    const auto count_in = [&](std::string_view valid) {
        well_formed += static_cast<std::size_t>(std::ranges::count_if(valid, [](char byte) { return static_cast<unsigned char>(byte) >= 0xC0; }));
    };
    constexpr std::size_t enough = 4096;
    while (broken < enough) {
        const std::size_t invalid = utf8::find_invalid(bytes);
        count_in(bytes.substr(0, invalid));
        if (invalid == std::string_view::npos) { break; }
        ++broken;
        bytes.remove_prefix(invalid + 1);
    }
    return well_formed > 2 * broken;
}

}  // namespace

std::optional<EncodingGuess> guess_encoding(std::string_view bytes, std::string_view) {
    if (is_damaged_utf8(bytes)) { return EncodingGuess{"UTF-8", 99}; }
    return std::nullopt;
}

}  // namespace galley
