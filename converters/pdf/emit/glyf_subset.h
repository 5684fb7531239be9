#pragma once

#include "converters/pdf/emit/font_program.h"
#include "converters/pdf/font/face.h"
#include "galley/result.h"

#include <cstdint>
#include <span>

namespace galley::pdf {

/// A TrueType font program with the glyphs `glyphs` of `face` as glyphs 1, 2, …, in that order (one may come twice, and
/// is then made of the first; spacers, see `CidMap`, have no outline), the components they are made of after them, and
/// an empty glyph 0. Holds what ISO 32000-1, 9.9 asks of an embedded CIDFontType2 and nothing else; hinting
/// instructions are left out.
///
/// REQUIRES: `face.outlines() == Outlines::glyf`. Thread-safe. Fails with `pdf.unusable-font` when the outlines are
/// damaged or too many.
[[nodiscard]] Result<FontProgram> subset_glyf(const Face& face, std::span<const std::uint32_t> glyphs);

}  // namespace galley::pdf
