#include "converters/pdf/emit/program_code.h"

#include "converters/pdf/emit/cff_subset.h"
#include "converters/pdf/emit/face_cache.h"
#include "converters/pdf/emit/glyf_subset.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace galley::pdf {

namespace {

constexpr std::uint32_t sample_size = 256;  // glyphs
constexpr std::size_t most_memory =
    8'000'000;  // of packed outlines, of all faces of a thread: some 20,000 Chinese characters

struct KnownCode {
    std::optional<ProgramCode> code;

    [[nodiscard]] std::size_t memory() const { return code ? code->memory() : 0; }
    void forget() {
        if (code) {
            code->forget();
        }
    }
};

std::optional<ProgramCode> sampled(const Face& face) {
    std::vector<std::uint32_t> glyphs;
    const std::uint32_t step = std::max(face.glyph_count() / sample_size, 1u);
    for (std::uint32_t glyph = 1; glyph < face.glyph_count(); glyph += step) {
        glyphs.push_back(glyph);
    }
    const auto program = subset_program(face, glyphs);
    return program ? std::optional{ProgramCode(LiteralCode{program->bytes}, face.glyph_count())} : std::nullopt;
}

}  // namespace

Result<FontProgram> subset_program(const Face& face, std::span<const std::uint32_t> glyphs) {
    return face.outlines() == Outlines::cff ? subset_cff(face, glyphs) : subset_glyf(face, glyphs);
}

ProgramCode* ProgramCode::of(const Face& face) {
    thread_local FaceCache<KnownCode> kept{most_memory};
    std::optional<ProgramCode>& code = kept.of(face, [&] { return KnownCode{sampled(face)}; }).code;
    return code ? &*code : nullptr;
}

std::string ProgramCode::pack(const FontProgram& program) {
    std::vector<LiteralCode::Known> known;
    known.reserve(program.outlines.size());
    for (const FontProgram::Outline& outline : program.outlines) {
        known.push_back({.begin = outline.begin, .size = outline.size, .bits = &bits_of(outline, program.bytes)});
    }
    return code_.pack(program.bytes, known);
}

void ProgramCode::forget() {
    std::ranges::fill(places_, 0);
    bits_.clear();
    memory_ = 0;
}

const PackedBits& ProgramCode::bits_of(const FontProgram::Outline& outline, std::string_view bytes) {
    std::uint32_t& place = places_[outline.glyph];
    if (place == 0) {
        bits_.push_back(code_.bits(bytes.substr(outline.begin, outline.size)));
        memory_ += bits_.back().memory();
        place = static_cast<std::uint32_t>(bits_.size());
    }
    return bits_[place - 1];
}

}  // namespace galley::pdf
