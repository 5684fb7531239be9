#pragma once

#include "galley/result.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// libdeflate, which PDF's FlateDecode (ISO 32000-1, 7.4.4) is written and read with.
namespace galley::pdf {

/// How hard to compress; 0 stores.
enum class Level : int { none = 0, fast = 1, normal = 6 };

/// `bytes` as a zlib stream (RFC 1950). The same bytes on every thread and machine. Thread-safe.
/// Fails with `pdf.internal` when there is no memory.
[[nodiscard]] Result<std::string> deflate(std::string_view bytes, Level level);

/// The sum that ends a zlib stream (RFC 1950, 8.2). Thread-safe.
[[nodiscard]] std::uint32_t adler32(std::string_view bytes);

/// The bytes that the zlib stream `packed` holds. Thread-safe. Fails with `pdf.bad-stream` when it is none, and
/// `limit.expansion` when they are more than `limit`.
[[nodiscard]] Result<std::string> inflate(std::string_view packed, std::size_t limit);

}  // namespace galley::pdf
