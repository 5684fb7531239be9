#pragma once

#include "converters/pdf/emit/cff_charstring.h"
#include "converters/pdf/emit/cff_reader.h"
#include "converters/pdf/font/face.h"

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace galley::pdf {

/// A font dictionary (FD) of a face, as far as a subset needs it.
struct CffFont {
    std::string matrix;             ///< its FontMatrix entry, if it has one
    std::string private_entries;    ///< its Private DICT without Subrs
    std::int64_t nominal_width = 0;
    CffIndex locals;
    std::vector<std::uint32_t> numbers;     ///< of the local subroutines met, plus 1, by their number in the font
};

/// A subroutine of a face, and what it calls in turn.
struct CffSubroutine {
    TracedCharstring body;
    bool is_global = false;
};

/// A glyph's charstring and all subroutines that run for it, by first call.
struct CffOutline {
    TracedCharstring charstring;
    std::vector<std::uint32_t> needs;
    bool is_sound = false;
};

/// The CFF table of one face and what was found out about it: glyphs are traced once, however many documents show them. Nothing
/// of that shows in a subset. For one thread, and not after the face is gone.
class CffOutlines {
public:
    /// This thread's, for `face`. Keeps those of the last few faces, and of each at most some ten thousand glyphs.
    [[nodiscard]] static CffOutlines& of(const Face& face);

    explicit CffOutlines(std::string_view table);
    CffOutlines(const CffOutlines&) = delete;
    CffOutlines& operator=(const CffOutlines&) = delete;

    [[nodiscard]] const CffDict& top() const { return top_; }
    [[nodiscard]] std::uint32_t glyph_count() const { return char_strings_.count(); }

    /// The number of the font dictionary that `glyph` belongs to (FDSelect).
    [[nodiscard]] std::uint32_t font_of(std::uint32_t glyph) const;
    /// Null when it is damaged. Stays where it is.
    [[nodiscard]] const CffFont* font(std::uint32_t number);

    /// REQUIRES: `font(font_of(glyph))` is one. Valid until `trim`.
    [[nodiscard]] const CffOutline& outline(std::uint32_t glyph);

    [[nodiscard]] const CffSubroutine& subroutine(std::uint32_t number) const { return subroutines_[number]; }
    [[nodiscard]] std::uint32_t subroutine_count() const { return static_cast<std::uint32_t>(subroutines_.size()); }

    /// True when a global subroutine calls a local one: which one depends on the glyph, and what was found holds for one font
    /// dictionary only.
    [[nodiscard]] bool is_ambiguous() const { return is_ambiguous_; }

    /// Forgets what was traced when there is much of it, or it is ambiguous. Call it between documents.
    void trim();

private:
    class Library;

    void open_font(std::uint32_t number);

    FontBytes table_;
    CffIndex names_, tops_, strings_, globals_;
    CffDict top_;
    CffIndex char_strings_;
    std::vector<std::unique_ptr<CffFont>> fonts_;       ///< by number; null when damaged or not asked for yet
    std::vector<std::uint32_t> places_;                 ///< in `outlines_` plus 1, by glyph
    std::deque<CffOutline> outlines_;
    std::vector<std::uint32_t> global_numbers_;         ///< of the global subroutines met, plus 1
    std::deque<CffSubroutine> subroutines_;
    bool is_ambiguous_ = false;
};

}  // namespace galley::pdf
