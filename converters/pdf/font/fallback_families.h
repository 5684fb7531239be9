#pragma once

#include <span>
#include <string_view>

namespace galley::pdf {

/// Where a script's letters are found: file names without style and extension, the one to prefer first.
struct FallbackFamily {
    std::string_view script;  ///< ISO 15924
    std::string_view text;    ///< for the serif roles
    std::string_view sans;    ///< for the others
    std::string_view also;    ///< a third one, where the first two leave gaps
};

/// Families of Debian's fonts-noto-core, by script in alphabetical order. Han, Kana, Hangul and Bopomofo are in
/// collections of their own (see `CjkCollection`).
[[nodiscard]] std::span<const FallbackFamily> fallback_families();

/// For characters that belong to no one script: symbols, signs, emoji.
[[nodiscard]] std::span<const std::string_view> symbol_families();

}  // namespace galley::pdf
