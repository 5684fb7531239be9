#pragma once

#include "galley/export.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace GALLEY_API galley {

/// `bytes` in base64 (RFC 4648, clause 4), with padding and without line ends.
void append_base64(std::string_view bytes, std::string& to);

/// What a character of the alphabet stands for, 0 to 63; nothing for any other.
[[nodiscard]] std::optional<std::uint8_t> base64_digit(char character);

/// The bytes that `text` stands for; white space anywhere is passed over. Nothing when `text` is not base64 with its
/// padding, or when unused bits are set, so that equal bytes have one notation.
[[nodiscard]] std::optional<std::string> read_base64(std::string_view text);

}  // namespace galley
