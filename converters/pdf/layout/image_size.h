#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace galley::pdf {

/// Width and height of a picture as it is to be seen, in pixels.
struct ImageSize {
    std::uint32_t width = 0;
    std::uint32_t height = 0;
};

/// Reads the head of a PNG (W3C PNG, 11.2.2) or JPEG (ITU-T T.81, B.2.2). Nothing when it is neither, or broken, or has
/// no area.
[[nodiscard]] std::optional<ImageSize> image_size(std::string_view bytes);

}  // namespace galley::pdf
