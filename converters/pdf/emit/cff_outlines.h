#pragma once

#include "converters/pdf/emit/cff_reader.h"
#include "converters/pdf/font/face.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace galley::pdf {

/// A font dictionary (FD) of a face, as far as a subset needs it.
struct CffFont {
    std::string matrix;           ///< its FontMatrix entry, if it has one
    std::string private_entries;  ///< its Private DICT without Subrs
    std::int64_t nominal_width = 0;
    CffIndex locals;
};

/// The CFF table of one face and its charstrings as subsets have them (`flatten_charstring`): each is made once,
/// however many documents show it. For one thread, and not after the face is gone.
class CffOutlines {
public:
    /// This thread's, for `face`. Keeps those of the last few faces, and of each some megabytes of charstrings.
    [[nodiscard]] static CffOutlines& of(const Face& face);

    explicit CffOutlines(std::string_view table);
    CffOutlines(const CffOutlines&) = delete;
    CffOutlines& operator=(const CffOutlines&) = delete;

    [[nodiscard]] const CffDict& top() const { return top_; }
    [[nodiscard]] std::uint32_t glyph_count() const { return char_strings_.count(); }

    /// The number of the font dictionary that `glyph` belongs to (FDSelect).
    [[nodiscard]] std::uint32_t font_of(std::uint32_t glyph) const;
    /// Null when it is damaged.
    [[nodiscard]] const CffFont* font(std::uint32_t number);

    /// A glyph's charstring, without calls; empty when it is damaged. REQUIRES: `font(font_of(glyph))` is one. Valid
    /// until the next call.
    [[nodiscard]] std::string_view charstring(std::uint32_t glyph);

private:
    /// Where a charstring stands in `charstrings_`.
    struct Place {
        std::uint32_t begin = 0, end = 0;
        bool is_known = false;
    };

    void open_font(std::uint32_t number);

    FontBytes table_;
    CffIndex names_, tops_, strings_, globals_;
    CffDict top_;
    CffIndex char_strings_;
    std::vector<std::unique_ptr<const CffFont>> fonts_;  ///< by number; null when damaged or not asked for yet
    std::vector<Place> places_;                          ///< by glyph
    std::string charstrings_;
};

}  // namespace galley::pdf
