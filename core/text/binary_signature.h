#pragma once

#include <string_view>

namespace galley {

/// What `bytes` that are no text look like by their first bytes, with its article: "a PNG picture". Empty when unknown.
[[nodiscard]] std::string_view find_binary_signature(std::string_view bytes);

}  // namespace galley
