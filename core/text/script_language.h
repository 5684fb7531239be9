#pragma once

#include <optional>
#include <string_view>

namespace galley {

/// The language (BCP 47) that the letters of `text` alone tell: kana is Japanese, Hangul Korean, and so on; Cyrillic,
/// Arabic and Hebrew letters are told by those that only one of their languages has, ideographs by those that are
/// written otherwise in simplified and in traditional Chinese. Looks at a sample of fixed size. Nothing where no
/// language stands out, and for texts with little of any script but Latin ones. REQUIRES: valid UTF-8.
[[nodiscard]] std::optional<std::string_view> find_language_of_script(std::string_view text);

}  // namespace galley
