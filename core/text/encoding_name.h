#pragma once

#include "core/text/wide_text.h"

#include <optional>
#include <string>
#include <string_view>

namespace galley {

/// `name` in lower case without anything but letters and digits: how the names of encodings are compared, roughly.
[[nodiscard]] std::string folded_encoding_name(std::string_view name);

/// The wide encoding called `name`. UTF-16 and UTF-32 without an order have the one that `bytes` read as text in, else
/// are big-endian (RFC 2781, 4.3).
[[nodiscard]] std::optional<WideEncoding> wide_encoding_named(std::string_view name, std::string_view bytes);

}  // namespace galley
