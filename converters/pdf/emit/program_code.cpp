#include "converters/pdf/emit/program_code.h"

#include "converters/pdf/emit/cff_subset.h"
#include "converters/pdf/emit/glyf_subset.h"
#include "galley/try.h"

#include <algorithm>
#include <deque>
#include <optional>
#include <vector>

namespace galley::pdf {

namespace {

constexpr std::uint32_t sample_size = 256;          // glyphs
constexpr std::size_t most_faces = 64;

struct KnownCode {
    std::uint64_t face = 0;
    std::optional<LiteralCode> code{};
};

std::optional<LiteralCode> sampled(const Face& face) {
    std::vector<std::uint32_t> glyphs;
    const std::uint32_t step = std::max(face.glyph_count() / sample_size, 1u);
    for (std::uint32_t glyph = 1; glyph < face.glyph_count(); glyph += step) { glyphs.push_back(glyph); }
    const auto program = subset_program(face, glyphs);
    return program ? std::optional<LiteralCode>{program->bytes} : std::nullopt;
}

}  // namespace

Result<FontProgram> subset_program(const Face& face, std::span<const std::uint32_t> glyphs) {
    if (face.outlines() == Outlines::glyf) { return subset_glyf(face, glyphs); }
    GALLEY_TRY(std::string program, subset_cff(face, glyphs));
    return FontProgram{.bytes = std::move(program)};
}

const LiteralCode* program_code(const Face& face) {
    thread_local std::deque<KnownCode> kept;
    auto known = std::ranges::find(kept, face.serial(), &KnownCode::face);
    if (known == kept.end()) {
        if (kept.size() == most_faces) { kept.pop_front(); }
        kept.push_back({.face = face.serial(), .code = sampled(face)});
        known = kept.end() - 1;
    }
    return known->code ? &*known->code : nullptr;
}

std::string pack_program(const FontProgram& program, const LiteralCode& code) {
    std::vector<LiteralCode::Known> known;
    known.reserve(program.outlines.size());
    for (const auto& [begin, outline] : program.outlines) {
        if (outline->bits.empty()) { outline->bits = code.bits(outline->bytes); }
        known.push_back({.begin = begin, .size = outline->bytes.size(), .bits = &outline->bits});
    }
    return code.pack(program.bytes, known);
}

}  // namespace galley::pdf
