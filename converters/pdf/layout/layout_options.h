#pragma once

#include <cstdint>
#include <string>

namespace galley::pdf {

enum class PageSize : std::uint8_t { a4, letter };
enum class Figures : std::uint8_t { lining, old_style };

/// What a caller chooses about the page.
struct LayoutOptions {
    PageSize page = PageSize::a4;
    std::string theme = "broadsheet";   ///< one of `theme_names()` (converters/pdf/theme/theme.h)
    Figures figures = Figures::lining;
    bool hyphenate = true;
    bool substitute = false;            ///< set a visible substitute for a character that no font has, instead of failing
    friend bool operator==(const LayoutOptions&, const LayoutOptions&) = default;
};

}  // namespace galley::pdf
