#pragma once

#include "galley/result.h"

#include <string>
#include <string_view>

/// Little CMS: the output intent's profile.
namespace galley::pdf {

/// The ICC profile of sRGB, the same bytes on every machine: made once, its date fixed. Thread-safe.
/// Fails with `pdf.internal` when the library cannot make one.
[[nodiscard]] const Result<std::string>& srgb_profile();

/// True when `bytes` is an ICC profile of an RGB output or display device, version 2 or 4 (ISO 19005-3, 6.2.3).
[[nodiscard]] bool is_rgb_output_profile(std::string_view bytes);

}  // namespace galley::pdf
