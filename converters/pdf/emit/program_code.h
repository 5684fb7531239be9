#pragma once

#include "converters/pdf/deflate/literal_code.h"
#include "converters/pdf/deflate/packed_bits.h"
#include "converters/pdf/emit/font_program.h"
#include "converters/pdf/font/face.h"
#include "galley/result.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <vector>

namespace galley::pdf {

/// A font program with the glyphs `glyphs` of `face`, whatever its outlines are; see `subset_glyf` and `subset_cff`.
[[nodiscard]] Result<FontProgram> subset_program(const Face& face, std::span<const std::uint32_t> glyphs);

/// The code for programs made of one face, from a sample of glyphs from all over it, and what outlines are in it: it
/// depends on the face alone, so what was packed before never shows.
class ProgramCode {
public:
    /// This thread's for `face`, made once; what it packed is forgotten when all faces' takes too much. Null where the
    /// face is so damaged that there is none. Valid until the next call on this thread.
    [[nodiscard]] static ProgramCode* of(const Face& face);

    ProgramCode(const LiteralCode& code, std::uint32_t glyphs) : code_(code), places_(std::size_t{glyphs} + 1) {}

    [[nodiscard]] const LiteralCode& code() const { return code_; }

    /// `program`, made of the face, as a zlib stream. Outlines are packed once.
    [[nodiscard]] std::string pack(const FontProgram& program);

    /// Bytes that packed outlines take, about; and forgets them.
    [[nodiscard]] std::size_t memory() const { return memory_; }
    void forget();

private:
    [[nodiscard]] const PackedBits& bits_of(const FontProgram::Outline& outline, std::string_view bytes);

    LiteralCode code_;
    std::vector<std::uint32_t> places_;  ///< by glyph: index into `bits_` plus 1, or 0
    std::deque<PackedBits> bits_;
    std::size_t memory_ = 0;  ///< of `bits_`
};

}  // namespace galley::pdf
