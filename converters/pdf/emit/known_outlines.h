#pragma once

#include "converters/pdf/emit/font_bytes.h"
#include "converters/pdf/font/face.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace galley::pdf {

/// The tables of a TrueType face that its subsets are made of.
struct GlyfTables {
    explicit GlyfTables(const Face& face);

    FontBytes glyf, loca, hmtx;
    std::string_view head, hhea, maxp;
    bool long_offsets = false;
    std::uint32_t metrics = 0;  ///< glyphs with an advance of their own
};

/// The sum of big-endian numbers of 32 bits (OpenType, calculating checksums) over bytes that begin at an even place,
/// by halves: which of both is the higher one depends on that place.
struct HalfSums {
    explicit HalfSums(std::string_view bytes);

    [[nodiscard]] std::uint32_t at(std::size_t place) const {
        return place % 4 == 0 ? (first << 16) + second : (second << 16) + first;
    }

    std::uint32_t first = 0, second = 0;
};

/// An outline as all subsets of its face hold it: simple, without instructions, of an even size.
struct KnownOutline {
    explicit KnownOutline(std::string outline) : bytes(std::move(outline)), sums(bytes) {}

    std::string bytes;
    HalfSums sums;
};

/// Outlines of one face that were made before. They depend on the face alone, so what is known never shows.
class KnownOutlines {
public:
    /// Those of this thread, which forgets them when all faces' take too much; valid until the next call on it.
    [[nodiscard]] static KnownOutlines& of(const Face& face);

    explicit KnownOutlines(const Face& face)
        : tables_(face),
          places_(std::size_t{face.glyph_count()} + 1),
          numbers_(places_.size()) {}

    [[nodiscard]] const GlyfTables& tables() const { return tables_; }

    /// For whoever makes a subset: a number for each glyph and one more, all 0, as they must be left. Kept, because
    /// most faces have far more glyphs than a story shows.
    [[nodiscard]] std::vector<std::uint16_t>& numbers() { return numbers_; }

    /// Null when it is not known.
    [[nodiscard]] const KnownOutline* find(std::uint32_t glyph) const {
        return glyph < places_.size() && places_[glyph] != 0 ? &outlines_[places_[glyph] - 1] : nullptr;
    }
    /// REQUIRES: `glyph` is one of the face's and not known.
    const KnownOutline& keep(std::uint32_t glyph, std::string outline);

    /// Bytes that outlines take, about; and forgets them.
    [[nodiscard]] std::size_t memory() const { return size_; }
    void forget();

private:
    GlyfTables tables_;
    std::vector<std::uint32_t> places_;  ///< by glyph: index into `outlines_` plus 1, or 0
    std::vector<std::uint16_t> numbers_;
    std::deque<KnownOutline> outlines_;
    std::size_t size_ = 0;  ///< bytes of all
};

}  // namespace galley::pdf
