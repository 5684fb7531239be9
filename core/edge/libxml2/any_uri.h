#pragma once

#include "galley/export.h"

#include <string_view>

namespace GALLEY_API galley {

/// What W3C XML Schema's type `anyURI` holds, as libxml2 judges: a reference of RFC 3986, once what is none of its
/// characters, spaces too, is taken for escaped.
[[nodiscard]] bool is_any_uri(std::string_view text);

}  // namespace galley
