#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace galley::cld2 {

struct DetectedLanguage {
    std::string tag;  ///< BCP 47
    int percent = 0;  ///< of the letters that are in it
    bool reliable =
        false;  ///< what the library thinks of it; never of its best effort, which it makes where it would say nothing
    int letters = 0;  ///< bytes of letters it looked at
};

/// Thread-safe. REQUIRES: valid UTF-8 without controls (but tab and line ends) and noncharacters, which the library's
/// tables do not cover.
[[nodiscard]] std::optional<DetectedLanguage> detect_language(std::string_view text);

}  // namespace galley::cld2
