#pragma once

#include <cstddef>
#include <string_view>

namespace galley::text {

constexpr std::size_t longest_person_name = 60;     ///< bytes

/// Small words that stand inside names: "van", "de la".
[[nodiscard]] bool is_name_particle(std::string_view word);

/// True when `text` can be the name of one person: two to five words, each with a capital or a particle; or a few characters of a
/// script without capitals. REQUIRES: valid UTF-8.
[[nodiscard]] bool is_person_name(std::string_view text);

}  // namespace galley::text
