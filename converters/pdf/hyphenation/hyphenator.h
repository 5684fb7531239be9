#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace galley::pdf {

/// Liang's patterns of one language, compiled at build time and mapped with the program: finding them costs nothing.
/// Immutable; all threads share it.
class Hyphenator {
public:
    /// The patterns for `language` (BCP 47), or null where the build found none: "en-AU" hyphenates as "en-GB", "fr-CA"
    /// as "fr".
    [[nodiscard]] static const Hyphenator* find(std::string_view language);

    /// Appends the bytes of `word` before which it may be divided. `word` is UTF-8 and of letters alone; long ones
    /// (more than 64) are not divided.
    void hyphenate(std::string_view word, std::vector<std::uint32_t>& to) const;

    explicit Hyphenator(const char* entry) : entry_(entry) {}

private:
    const char* entry_;
};

/// The languages the build has patterns of.
[[nodiscard]] const std::vector<std::string_view>& hyphenated_languages();

}  // namespace galley::pdf
