#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace galley::pdf {

/// Numbers what a document shows of one face: each glyph, and each text that a glyph stands for, gets a character
/// identifier (CID) of its own from 1 on, by first use. So every code has one text, and numbers depend on nothing but
/// the document.
class CidMap {
public:
    /// Numbers from here on are glyphs without outline that a subset gets beside the face's own: they carry text, and
    /// are as wide as `spacer` says.
    static constexpr std::uint32_t first_spacer = 0xFFFF'0000;
    [[nodiscard]] static constexpr std::uint32_t spacer(std::uint16_t thousandths) {
        return first_spacer | thousandths;
    }
    [[nodiscard]] static constexpr bool is_spacer(std::uint32_t glyph) { return glyph >= first_spacer; }
    /// The width of a spacer in a font with so many units an em.
    [[nodiscard]] static constexpr std::uint32_t spacer_width(std::uint32_t glyph, std::uint32_t units_per_em) {
        return ((glyph & 0xFFFF) * units_per_em + 500) / 1000;
    }

    struct Entry {
        std::uint32_t glyph = 0;
        char32_t code = 0;       ///< the one character it stands for, or 0: see `text`
        std::uint32_t text = 0;  ///< index into `texts()`, when it stands for several characters
    };

    CidMap();

    /// The CID of `glyph` standing for `code`, or for the characters of `text`. 0 when there are more than 65,535.
    [[nodiscard]] std::uint16_t of(std::uint32_t glyph, char32_t code) { return find({glyph, code, 0}); }
    [[nodiscard]] std::uint16_t of(std::uint32_t glyph, std::string_view text);

    /// Entry n is CID n + 1.
    [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }
    [[nodiscard]] const std::vector<std::string>& texts() const { return texts_; }

private:
    [[nodiscard]] std::uint16_t find(Entry entry);
    void grow();

    std::vector<Entry> entries_;
    std::vector<std::string> texts_;
    std::vector<std::uint16_t> slots_;  ///< open addressing: CIDs, 0 for free
};

}  // namespace galley::pdf
