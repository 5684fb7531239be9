#include "converters/pdf/emit/glyf_subset.h"

#include "converters/pdf/emit/cid_map.h"
#include "converters/pdf/emit/font_bytes.h"
#include "converters/pdf/emit/known_outlines.h"
#include "galley/try.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>
#include <vector>

namespace galley::pdf {

namespace {

// OpenType, glyf: flags of a component.
constexpr std::uint16_t words = 0x0001, offsets = 0x0002, scale = 0x0008, more = 0x0020, two_scales = 0x0040,
                        matrix = 0x0080, instructions = 0x0100;

constexpr std::size_t head_size = 54, hhea_size = 36, maxp_size = 32;
constexpr std::size_t glyph_header = 10;

Diagnostic damaged(const Face& face, const std::string& what) {
    return {.code = "pdf.unusable-font",
            .message = "'" + face.path() + "' cannot be embedded: " + what,
            .hints = {"choose another font"}};
}

/// The glyphs of a new font, gathered one after the other.
class GlyfSubset {
public:
    GlyfSubset(const Face& face, std::span<const std::uint32_t> glyphs)
        : face_(face),
          known_(KnownOutlines::of(face)),
          tables_(known_.tables()),
          new_(known_.numbers()) {
        old_.reserve(glyphs.size() + 16);
        old_.push_back(0);
        for (const std::uint32_t glyph : glyphs) {
            append(glyph);
        }
    }
    ~GlyfSubset() {
        for (const std::uint32_t glyph : old_) {
            if (glyph < new_.size()) {
                new_[glyph] = 0;
            }
        }
    }
    GlyfSubset(const GlyfSubset&) = delete;
    GlyfSubset& operator=(const GlyfSubset&) = delete;

    Result<FontProgram> build() {
        constexpr std::size_t usual_outline = 128;
        outlines_.reserve(old_.size() * usual_outline);
        offsets_.reserve(old_.size() + 1);
        places_.reserve(old_.size());
        offsets_.push_back(0);
        offsets_.push_back(0);  // glyph 0 has no outline: it is never shown
        for (std::size_t i = 1; i < old_.size(); ++i) {
            GALLEY_CHECK(add_glyph(static_cast<std::uint32_t>(i)));
            offsets_.push_back(static_cast<std::uint32_t>(outlines_.size()));
        }
        if (old_.size() > std::numeric_limits<std::uint16_t>::max()) {
            return fail(damaged(face_, "too many glyphs"));
        }
        return assemble();
    }

private:
    [[nodiscard]] std::string_view outline(std::uint32_t glyph) const {
        if (CidMap::is_spacer(glyph)) {
            return {};
        }
        const FontBytes& loca = tables_.loca;
        const std::size_t begin = tables_.long_offsets ? loca.u32(glyph * 4u) : loca.u16(glyph * 2u) * 2u;
        const std::size_t end = tables_.long_offsets ? loca.u32(glyph * 4u + 4u) : loca.u16(glyph * 2u + 2u) * 2u;
        return end > begin ? tables_.glyf.slice(begin, end - begin) : std::string_view{};
    }

    /// Takes the next number for `glyph`; the first one that a glyph gets is its own.
    std::uint32_t append(std::uint32_t glyph) {
        const auto number = static_cast<std::uint32_t>(old_.size());
        old_.push_back(glyph);
        if (glyph < new_.size() && new_[glyph] == 0) {
            new_[glyph] = static_cast<std::uint16_t>(number);
        }
        return number;
    }

    Result<> add_glyph(std::uint32_t number) {
        const std::uint32_t glyph = old_[number];
        const bool is_first = glyph < new_.size() && new_[glyph] == number;
        if (const KnownOutline* const known = is_first ? known_.find(glyph) : nullptr) {
            add_known(glyph, *known);
            return {};
        }
        const std::string_view bytes = outline(glyph);
        if (bytes.empty()) {
            return {};
        }
        if (bytes.size() < glyph_header) {
            return fail(damaged(face_, "an outline is cut short"));
        }
        if (is_first && FontBytes{bytes}.i16(0) >= 0) {
            GALLEY_TRY(std::string simple, without_instructions(bytes));
            add_known(glyph, known_.keep(glyph, std::move(simple)));
            return {};
        }
        const std::size_t begin = outlines_.size();
        if (is_first) {
            GALLEY_CHECK(add_composite(bytes));
        } else {
            add_copy(bytes, new_[glyph]);
        }
        sum_ += HalfSums{std::string_view{outlines_}.substr(begin)}.at(begin);
        return {};
    }

    void add_known(std::uint32_t glyph, const KnownOutline& known) {
        places_.push_back({.begin = outlines_.size(), .size = known.bytes.size(), .glyph = glyph});
        sum_ += known.sums.at(outlines_.size());
        outlines_ += known.bytes;
    }

    /// The same outline once more, as a glyph made of nothing but the one numbered `first`.
    void add_copy(std::string_view bytes, std::uint32_t first) {
        has_copies_ = true;
        append_u16(0xFFFF, outlines_);
        outlines_ += bytes.substr(2, glyph_header - 2);
        append_u16(offsets, outlines_);
        append_u16(first, outlines_);
        append_u16(0, outlines_);  // not moved
    }

    [[nodiscard]] Result<std::string> without_instructions(std::string_view bytes) const {
        const FontBytes view{bytes};
        const std::size_t length_at = glyph_header + std::size_t{view.u16(0)} * 2;
        const std::size_t points = length_at + 2 + view.u16(length_at);
        if (points > bytes.size()) {
            return fail(damaged(face_, "an outline is cut short"));
        }
        std::string simple{bytes.substr(0, length_at)};
        append_u16(0, simple);
        simple += bytes.substr(points);
        if (simple.size() % 2 != 0) {
            simple += '\0';
        }  // short offsets count in words
        return simple;
    }

    Result<> add_composite(std::string_view bytes) {
        const FontBytes view{bytes};
        outlines_ += bytes.substr(0, glyph_header);
        std::uint16_t flags = more;
        for (std::size_t at = glyph_header; (flags & more) != 0;) {
            flags = view.u16(at);
            const std::size_t arguments = ((flags & words) != 0 ? 4u : 2u) + ((flags & scale) != 0        ? 2u
                                                                              : (flags & two_scales) != 0 ? 4u
                                                                              : (flags & matrix) != 0     ? 8u
                                                                                                          : 0u);
            if (at + 4 + arguments > bytes.size()) {
                return fail(damaged(face_, "a composite glyph is cut short"));
            }
            append_u16(flags & ~unsigned{instructions}, outlines_);
            append_u16(component(view.u16(at + 2)), outlines_);
            outlines_ += bytes.substr(at + 4, arguments);
            at += 4 + arguments;
        }
        return {};
    }

    /// The new number of a component, which is added behind all others when it is not there yet.
    std::uint32_t component(std::uint32_t glyph) {
        return glyph < new_.size() && new_[glyph] != 0 ? new_[glyph] : append(glyph);
    }

    [[nodiscard]] std::string metrics_table() const {
        const FontBytes& hmtx = tables_.hmtx;
        const std::uint32_t metrics = tables_.metrics;
        std::string table;
        table.reserve(old_.size() * 4);
        for (const std::uint32_t glyph : old_) {
            if (CidMap::is_spacer(glyph)) {
                append_u16(CidMap::spacer_width(glyph, face_.metrics().units_per_em), table);
                append_u16(0, table);
                continue;
            }
            const std::size_t last = metrics == 0 ? 0 : metrics - 1u;
            append_u16(hmtx.u16(std::min<std::size_t>(glyph, last) * 4), table);
            append_u16(hmtx.u16(glyph < metrics ? glyph * 4u + 2u : metrics * 4u + (glyph - metrics) * 2u), table);
        }
        return table;
    }

    [[nodiscard]] std::string offsets_table(bool is_long) const {
        std::string table;
        table.reserve(offsets_.size() * 4);
        for (const std::uint32_t offset : offsets_) {
            if (is_long) {
                append_u32(offset, table);
            } else {
                append_u16(offset / 2, table);
            }
        }
        return table;
    }

    [[nodiscard]] Result<FontProgram> assemble() {
        std::string head{tables_.head.substr(0, head_size)};
        std::string hhea{tables_.hhea.substr(0, hhea_size)};
        std::string maxp{tables_.maxp.substr(0, maxp_size)};
        if (head.size() < head_size || hhea.size() < hhea_size || maxp.size() < maxp_size) {
            return fail(damaged(face_, "a table is cut short"));
        }
        const bool is_long = outlines_.size() >= 0x20000;
        const auto count = static_cast<std::uint32_t>(old_.size());
        set_u32(8, 0, head);                 // checkSumAdjustment, set last
        set_u16(50, is_long ? 1 : 0, head);  // indexToLocFormat
        set_u16(34, count, hhea);            // numberOfHMetrics
        set_u16(4, count, maxp);             // numGlyphs
        set_u16(14, 1, maxp);                // maxZones; then what only instructions need
        for (const std::size_t field : {16u, 18u, 20u, 22u, 24u, 26u}) {
            set_u16(field, 0, maxp);
        }
        if (has_copies_) {
            count_copies(maxp);
        }
        const std::string hmtx = metrics_table(), loca = offsets_table(is_long);
        const auto whole = [](std::string_view tag, std::string_view bytes) {
            return Table{tag, bytes, HalfSums{bytes}.at(0)};
        };
        const std::array<Table, 6> tables{{{"glyf", outlines_, sum_},
                                           whole("head", head),
                                           whole("hhea", hhea),
                                           whole("hmtx", hmtx),
                                           whole("loca", loca),
                                           whole("maxp", maxp)}};
        for (FontProgram::Outline& place : places_) {
            place.begin += size_of_directory(tables.size());
        }
        return FontProgram{.bytes = join(tables), .outlines = std::move(places_)};
    }

    /// What is said of composite glyphs at most holds for copies, too.
    static void count_copies(std::string& maxp) {
        const FontBytes view{maxp};
        set_u16(10, std::max(view.u16(6), view.u16(10)), maxp);       // maxCompositePoints
        set_u16(12, std::max(view.u16(8), view.u16(12)), maxp);       // maxCompositeContours
        set_u16(28, std::max(view.u16(28), std::uint16_t{1}), maxp);  // maxComponentElements
        set_u16(30, view.u16(30) + 1u, maxp);                         // maxComponentDepth
    }

    struct Table {
        std::string_view tag;
        std::string_view bytes;
        std::uint32_t sum;
    };

    [[nodiscard]] static constexpr std::size_t size_of_directory(std::size_t tables) { return 12 + tables * 16; }

    /// The tables end at multiples of four: the sum of the whole is the sum of its parts.
    [[nodiscard]] static std::string join(std::span<const Table> tables) {
        const auto padded = [](std::size_t size) { return (size + 3) & ~std::size_t{3}; };
        std::size_t size = size_of_directory(tables.size());
        for (const Table& table : tables) {
            size += padded(table.bytes.size());
        }
        std::string font;
        font.reserve(size);
        const auto count = static_cast<std::uint32_t>(tables.size());
        append_u32(0x00010000, font);
        append_u16(count, font);
        append_u16(64, font);  // searchRange, entrySelector, rangeShift for six tables
        append_u16(2, font);
        append_u16(count * 16 - 64, font);
        std::size_t offset = size_of_directory(tables.size());
        std::size_t head_at = 0;
        std::uint32_t sum = 0;
        for (const auto& [tag, bytes, own] : tables) {
            if (tag == "head") {
                head_at = offset;
            }
            sum += own;
            font += tag;
            append_u32(own, font);
            append_u32(static_cast<std::uint32_t>(offset), font);
            append_u32(static_cast<std::uint32_t>(bytes.size()), font);
            offset += padded(bytes.size());
        }
        sum += HalfSums{font}.at(0);
        for (const Table& table : tables) {
            font += table.bytes;
            font.resize(padded(font.size()));
        }
        set_u32(head_at + 8, 0xB1B0AFBA - sum, font);
        return font;
    }

    const Face& face_;
    KnownOutlines& known_;
    const GlyfTables& tables_;
    std::vector<std::uint32_t> old_;   ///< number in the face, by new number
    std::vector<std::uint16_t>& new_;  ///< first new number, by number in the face; 0: none
    bool has_copies_ = false;
    std::vector<std::uint32_t> offsets_;
    std::string outlines_;
    std::uint32_t sum_ = 0;                     ///< of the outlines, as a table has it
    std::vector<FontProgram::Outline> places_;  ///< in the outlines
};

}  // namespace

Result<FontProgram> subset_glyf(const Face& face, std::span<const std::uint32_t> glyphs) {
    return GlyfSubset(face, glyphs).build();
}

}  // namespace galley::pdf
