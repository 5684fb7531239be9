#pragma once

#include <string_view>

namespace galley {

/// What a text that is no copy looks like by how it begins, with its article: "a web page", "an RTF document". Empty
/// for anything that may be copy. Looks at `head` alone, without allocating.
[[nodiscard]] std::string_view find_markup_signature(std::string_view head);

}  // namespace galley
