#pragma once

#include <cstdint>
#include <string>

namespace galley::batch {

/// 1234567 as 1,234,567.
[[nodiscard]] std::string grouped(std::uint64_t number);

/// `part` of `whole` in percent, with one decimal where it is not zero.
[[nodiscard]] std::string percent(std::uint64_t part, std::uint64_t whole);

/// 12345 as 12.3 ms.
[[nodiscard]] std::string milliseconds(std::uint64_t microseconds);

/// In the two largest units that fit: 3 h 12 min.
[[nodiscard]] std::string duration(std::uint64_t seconds);

}  // namespace galley::batch
