#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace galley::pdf {

/// Appends the bytes of `text` before which its words of letters may be divided in `language`; numbers, short words and
/// words of capitals alone (NATO) are left whole. True when a divided word begins with a capital in a language where
/// that marks a name: a name is divided only in need.
bool divide_words(std::string_view text, std::string_view language, std::vector<std::uint32_t>& offsets);

}  // namespace galley::pdf
