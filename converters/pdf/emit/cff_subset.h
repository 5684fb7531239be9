#pragma once

#include "converters/pdf/emit/font_program.h"
#include "converters/pdf/font/face.h"
#include "galley/result.h"

#include <cstdint>
#include <span>

namespace galley::pdf {

/// A CID-keyed CFF font program (for CIDFontType0C) in which CID n is the n-th of `glyphs` of `face`, from 1 on; one
/// may come twice. It has no subroutines. Works on name-keyed and CID-keyed fonts alike and needs no preparation,
/// however many glyphs the face has.
///
/// REQUIRES: `face.outlines() == Outlines::cff`. Thread-safe. Fails with `pdf.unusable-font` when the table is damaged.
[[nodiscard]] Result<FontProgram> subset_cff(const Face& face, std::span<const std::uint32_t> glyphs);

}  // namespace galley::pdf
