#pragma once

#include <algorithm>
#include <iterator>
#include <string_view>

namespace galley::text {

/// Small words inside the names of places: "Rio de Janeiro", "Frankfurt am Main".
[[nodiscard]] inline bool is_place_particle(std::string_view word) {
    static constexpr std::string_view particles[] = {"de", "of", "the", "am", "la", "del", "an", "der", "do", "di", "upon", "sur", "den", "nad", "pod", "pri", "při"};
    return std::ranges::find(particles, word) != std::end(particles);
}

}  // namespace galley::text
