#pragma once

#include <string>
#include <string_view>

namespace galley::pdf {

/// `tag` when it has the form that ISO 19005-3, 6.7.4 and ISO 14289-1, 7.2 ask of a language, else "und" (RFC
/// 5646, 4.1).
[[nodiscard]] std::string_view language_tag(std::string_view tag);

}  // namespace galley::pdf
