#pragma once

#include <optional>
#include <string_view>

namespace galley {

/// The language (BCP 47) that the script of `text` alone tells: kana is Japanese, Hangul Korean, and so on; ideographs are
/// told by those that are written otherwise in simplified and in traditional Chinese. Looks at a sample of fixed size.
/// Nothing for scripts that several languages of the news share, and for texts with little of any. REQUIRES: valid UTF-8.
[[nodiscard]] std::optional<std::string_view> find_language_of_script(std::string_view text);

}  // namespace galley
