#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace galley::pdf {

/// What codes stand for, as a ToUnicode CMap says.
using CodeMap = std::map<std::uint32_t, std::u32string>;

/// Reads the ranges with arrays of a CMap, the form Galley writes (ISO 32000-1, 9.10.3); at most some 65,536 codes.
[[nodiscard]] CodeMap read_code_map(std::string_view cmap);

}  // namespace galley::pdf
