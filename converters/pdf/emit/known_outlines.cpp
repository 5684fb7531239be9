#include "converters/pdf/emit/known_outlines.h"

#include "converters/pdf/emit/face_cache.h"

#include <algorithm>
#include <utility>

namespace galley::pdf {

namespace {

// Of all faces of a thread. All outlines of a face for text are about 300 kB; of faces with tens of thousands, stories
// show few.
constexpr std::size_t most_bytes = 4'000'000;

}  // namespace

GlyfTables::GlyfTables(const Face& face)
    : glyf(face.table("glyf")),
      loca(face.table("loca")),
      hmtx(face.table("hmtx")),
      head(face.table("head")),
      hhea(face.table("hhea")),
      maxp(face.table("maxp")),
      long_offsets(FontBytes{head}.u16(50) != 0),
      metrics(FontBytes{hhea}.u16(34)) {}

HalfSums::HalfSums(std::string_view bytes) {
    const FontBytes view{bytes};
    for (std::size_t at = 0; at < bytes.size(); at += 4) {
        first += view.u16(at);
        second += view.u16(at + 2);
    }
}

KnownOutlines& KnownOutlines::of(const Face& face) {
    thread_local FaceCache<KnownOutlines> kept{most_bytes};
    return kept.of(face, [&] { return KnownOutlines{face}; });
}

const KnownOutline& KnownOutlines::keep(std::uint32_t glyph, std::string outline) {
    size_ += sizeof(KnownOutline) + outline.size();
    outlines_.emplace_back(std::move(outline));
    places_[glyph] = static_cast<std::uint32_t>(outlines_.size());
    return outlines_.back();
}

void KnownOutlines::forget() {
    std::ranges::fill(places_, 0);
    outlines_.clear();
    size_ = 0;
}

}  // namespace galley::pdf
