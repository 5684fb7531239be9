#pragma once

#include "galley/export.h"

#include <string_view>

namespace GALLEY_API galley {

/// Whether text in `language` (BCP 47, in any case) runs from right to left: by its script subtag where it has one
/// ("az-Arab", "ks-Deva"), else by the script the language is mostly written in.
[[nodiscard]] bool is_right_to_left(std::string_view language);

}  // namespace galley
