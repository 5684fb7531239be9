#pragma once

#include "galley/export.h"

#include <optional>
#include <string>
#include <string_view>

namespace GALLEY_API galley {

/// `bytes` in base64 (RFC 4648, clause 4), with padding and without line ends.
void append_base64(std::string_view bytes, std::string& to);

/// The bytes that `text` stands for; white space anywhere is passed over. Nothing when `text` is not base64 with its padding,
/// or when unused bits are set, so that equal bytes have one notation.
[[nodiscard]] std::optional<std::string> read_base64(std::string_view text);

}  // namespace galley
