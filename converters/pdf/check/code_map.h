#pragma once

#include <string_view>
#include <vector>

namespace galley::pdf {

/// What codes stand for, as a ToUnicode CMap says: for each code from 0 on the hexadecimal digits of its text in
/// UTF-16BE, which view the CMap; empty for what it does not say. Reads the ranges with arrays, the form Galley writes
/// (ISO 32000-1, 9.10.3).
[[nodiscard]] std::vector<std::string_view> read_code_map(std::string_view cmap);

}  // namespace galley::pdf
