#pragma once

#include <cstdint>
#include <string>

namespace galley::pdf {

enum class PageSize : std::uint8_t { a4, letter };
enum class Figures : std::uint8_t { lining, old_style };

/// Width and height of the paper in points. ISO 216: 210 mm by 297 mm.
[[nodiscard]] constexpr float page_width(PageSize size) { return size == PageSize::a4 ? 595.276F : 612.0F; }
[[nodiscard]] constexpr float page_height(PageSize size) { return size == PageSize::a4 ? 841.89F : 792.0F; }

/// What a caller chooses about the page.
struct LayoutOptions {
    PageSize page = PageSize::a4;
    std::string theme = "broadsheet";  ///< one of `theme_names()` (converters/pdf/theme/theme.h)
    Figures figures = Figures::lining;
    bool hyphenate = true;
    bool substitute = false;  ///< set a visible substitute for a character that no font has, instead of failing
    friend bool operator==(const LayoutOptions&, const LayoutOptions&) = default;
};

}  // namespace galley::pdf
