#pragma once

#include "converters/pdf/deflate/literal_code.h"
#include "converters/pdf/emit/font_program.h"
#include "converters/pdf/font/face.h"
#include "galley/result.h"

#include <cstdint>
#include <span>
#include <string>

namespace galley::pdf {

/// A font program with the glyphs `glyphs` of `face`, whatever its outlines are; see `subset_glyf` and `subset_cff`.
[[nodiscard]] Result<FontProgram> subset_program(const Face& face, std::span<const std::uint32_t> glyphs);

/// The code for programs made of `face`, from a sample of glyphs from all over it, made once a thread: it depends on the face alone.
/// Null where the face is so damaged that there is none. Valid until the next call on this thread.
[[nodiscard]] const LiteralCode* program_code(const Face& face);

/// `program` as a zlib stream in `code`, which is the one for its face; what is known of it is not packed anew.
[[nodiscard]] std::string pack_program(const FontProgram& program, const LiteralCode& code);

}  // namespace galley::pdf
