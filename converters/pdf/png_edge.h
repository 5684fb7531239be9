#pragma once

#include "galley/result.h"

#include <cstdint>
#include <string>
#include <string_view>

/// libpng: pictures that PDF does not take as they are.
namespace galley::pdf {

/// Decoded samples, 8 bits each, rows from the top without padding.
struct Samples {
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    bool grey = false;  ///< one sample a pixel; else red, green, blue of sRGB
    std::string bytes;
};

/// The picture in the PNG file `bytes`, what is transparent laid over white. Thread-safe. Fails with
/// `pdf.unusable-picture` when it is damaged or has more than `pixels` pixels.
[[nodiscard]] Result<Samples> decode_png(std::string_view bytes, std::uint64_t pixels);

}  // namespace galley::pdf
