#pragma once

#include <cstdint>
#include <limits>
#include <string_view>

namespace galley::newsml {

/// XML Schema's numbers, white space around them allowed.
[[nodiscard]] bool is_integer(std::string_view text);
[[nodiscard]] bool is_number(std::string_view text, std::uint64_t least,
                             std::uint64_t most = std::numeric_limits<std::uint64_t>::max());
[[nodiscard]] bool is_boolean(std::string_view text);

}  // namespace galley::newsml
