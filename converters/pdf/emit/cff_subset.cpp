#include "converters/pdf/emit/cff_subset.h"

#include "converters/pdf/emit/cff_charstring.h"
#include "converters/pdf/emit/cff_outlines.h"
#include "converters/pdf/emit/cid_map.h"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace galley::pdf {

namespace {

constexpr std::string_view ordering_strings[] = {"Adobe", "Identity"};
constexpr std::int32_t first_own_string = 391;   // appendix A: as many strings are predefined
constexpr std::string_view no_outline = "\x0E";  // endchar

void append_operator(CffOperator key, std::string& to) {
    const auto code = static_cast<std::uint16_t>(key);
    if (code >= 0x0C00) {
        to += '\x0C';
    }
    to += static_cast<char>(code & 0xFF);
}

/// An integer operand in the form of fixed size, so that offsets can be known before they are written.
void append_operand(std::int64_t value, std::string& to) {
    to += '\x1D';
    append_u32(static_cast<std::uint32_t>(value), to);
}

/// What an INDEX holds: byte strings, one after the other.
struct IndexItems {
    std::string bytes;
    std::vector<std::size_t> ends{};

    /// What was appended to `bytes` since the last call is one of them.
    void close() { ends.push_back(bytes.size()); }
};

IndexItems items_of(std::initializer_list<std::string_view> all) {
    IndexItems items;
    for (const std::string_view each : all) {
        items.bytes += each;
        items.close();
    }
    return items;
}

void append_index(const IndexItems& items, std::string& to) {
    append_u16(static_cast<std::uint32_t>(items.ends.size()), to);
    if (items.ends.empty()) {
        return;
    }
    const std::size_t total = items.bytes.size() + 1;
    const std::size_t offset_size = total < 0x100 ? 1 : total < 0x10000 ? 2 : total < 0x1000000 ? 3 : 4;
    to += static_cast<char>(offset_size);
    const auto append_offset = [&](std::size_t offset) {
        for (std::size_t i = offset_size; i-- > 0;) {
            to += static_cast<char>(offset >> (8 * i) & 0xFF);
        }
    };
    append_offset(1);
    for (const std::size_t end : items.ends) {
        append_offset(end + 1);
    }
    to += items.bytes;
}

/// A font dictionary of the subset.
struct UsedFont {
    std::uint32_t number = 0;  ///< in the face
    const CffFont* source = nullptr;
};

class CffSubset {
public:
    explicit CffSubset(const Face& face) : face_(face), source_(CffOutlines::of(face)) {}

    Result<FontProgram> build(std::span<const std::uint32_t> glyphs) {
        constexpr std::size_t usual_charstring = 160;
        outlines_.bytes.reserve(glyphs.size() * usual_charstring);
        outlines_.ends.reserve(glyphs.size() + 1);
        places_.reserve(glyphs.size());
        outlines_.bytes += no_outline;
        outlines_.close();
        font_of_.push_back(0);
        for (const std::uint32_t glyph : glyphs) {
            const bool is_spacer = CidMap::is_spacer(glyph);
            if (!is_spacer && glyph >= source_.glyph_count()) {
                return fail(damaged());
            }
            const auto font = font_of(is_spacer ? 0 : glyph);
            if (!font) {
                return fail(damaged());
            }
            font_of_.push_back(*font);
            const std::size_t before = outlines_.bytes.size();
            if (is_spacer) {
                append_spacer(glyph, *fonts_[*font].source);
            } else {
                outlines_.bytes += source_.charstring(glyph);
                places_.push_back({.begin = before, .size = outlines_.bytes.size() - before, .glyph = glyph});
            }
            if (outlines_.bytes.size() == before) {
                return fail(damaged());
            }
            outlines_.close();
        }
        if (fonts_.empty()) {
            return fail(damaged());
        }
        return assemble();
    }

private:
    [[nodiscard]] Diagnostic damaged() const {
        return {.code = "pdf.unusable-font",
                .message = "'" + face_.path() + "' cannot be embedded: its CFF table is damaged",
                .hints = {"choose another font"}};
    }

    /// The charstring of a spacer: its width as what it adds to the nominal one, and no outline.
    void append_spacer(std::uint32_t glyph, const CffFont& font) {
        append_charstring_number(CidMap::spacer_width(glyph, face_.metrics().units_per_em) - font.nominal_width,
                                 outlines_.bytes);
        outlines_.bytes += no_outline;
    }

    /// The new number of the font dictionary that `glyph` belongs to.
    std::optional<std::uint8_t> font_of(std::uint32_t glyph) {
        const std::uint32_t old = source_.font_of(glyph);
        const auto known = std::ranges::find(fonts_, old, &UsedFont::number);
        if (known != fonts_.end()) {
            return static_cast<std::uint8_t>(known - fonts_.begin());
        }
        const CffFont* const source = source_.font(old);
        if (fonts_.size() == 255 || source == nullptr) {
            return std::nullopt;
        }
        fonts_.push_back({.number = old, .source = source});
        return static_cast<std::uint8_t>(fonts_.size() - 1);
    }

    FontProgram assemble() {
        std::string program{"\x01\x00\x04\x04", 4};
        append_index(items_of({face_.postscript_name()}), program);
        // The top DICT's size does not depend on the offsets in it: it gets them when they are known.
        const std::size_t top_at = program.size();
        program += top_index({});
        append_index(items_of({ordering_strings[0], ordering_strings[1]}), program);
        append_index({}, program);  // no global subroutines

        constexpr std::size_t rest = 4096;
        program.reserve(program.size() + outlines_.bytes.size() + outlines_.ends.size() * 4 + rest);
        Offsets offsets;
        offsets.charset = program.size();
        append_charset(program);
        offsets.select = program.size();
        append_select(program);
        offsets.outlines = program.size();
        append_index(outlines_, program);
        for (FontProgram::Outline& place : places_) {
            place.begin += program.size() - outlines_.bytes.size();
        }
        IndexItems dictionaries;
        for (const UsedFont& font : fonts_) {
            dictionaries.bytes += append_private(font, program);
            dictionaries.close();
        }
        offsets.fonts = program.size();
        append_index(dictionaries, program);
        const std::string top = top_index(offsets);
        program.replace(top_at, top.size(), top);
        return {.bytes = std::move(program), .outlines = std::move(places_)};
    }

    struct Offsets {
        std::size_t charset = 0, select = 0, outlines = 0, fonts = 0;
    };

    [[nodiscard]] std::string top_index(Offsets offsets) const {
        std::string top;
        append_operand(first_own_string, top);
        append_operand(first_own_string + 1, top);
        append_operand(0, top);
        append_operator(CffOperator::ros, top);
        for (const CffOperator kept : {CffOperator::font_matrix, CffOperator::font_bbox}) {
            if (const auto* const entry = source_.top().find(kept); entry != nullptr) {
                top += entry->whole;
            }
        }
        append_operand(static_cast<std::int64_t>(font_of_.size()), top);
        top += "\x0C\x22";  // CIDCount
        const std::pair<std::size_t, CffOperator> places[] = {{offsets.charset, CffOperator::charset},
                                                              {offsets.outlines, CffOperator::char_strings},
                                                              {offsets.fonts, CffOperator::fd_array},
                                                              {offsets.select, CffOperator::fd_select}};
        for (const auto& [offset, key] : places) {
            append_operand(static_cast<std::int64_t>(offset), top);
            append_operator(key, top);
        }
        std::string index;
        append_index(items_of({top}), index);
        return index;
    }

    /// Format 2: glyph n is CID n.
    void append_charset(std::string& to) const {
        to += '\x02';
        append_u16(1, to);
        append_u16(static_cast<std::uint32_t>(font_of_.size() - 2), to);
    }

    /// Format 3: a range for each change of font.
    void append_select(std::string& to) const {
        std::string ranges;
        std::uint32_t count = 0;
        for (std::size_t i = 0; i < font_of_.size(); ++i) {
            if (i > 0 && font_of_[i] == font_of_[i - 1]) {
                continue;
            }
            append_u16(static_cast<std::uint32_t>(i), ranges);
            ranges += static_cast<char>(font_of_[i]);
            ++count;
        }
        to += '\x03';
        append_u16(count, to);
        to += ranges;
        append_u16(static_cast<std::uint32_t>(font_of_.size()), to);
    }

    /// Appends a Private DICT; gives the font DICT that points to it.
    [[nodiscard]] static std::string append_private(const UsedFont& font, std::string& to) {
        std::string dictionary = font.source->matrix;
        append_operand(static_cast<std::int64_t>(font.source->private_entries.size()), dictionary);
        append_operand(static_cast<std::int64_t>(to.size()), dictionary);
        append_operator(CffOperator::private_dict, dictionary);
        to += font.source->private_entries;
        return dictionary;
    }

    const Face& face_;
    CffOutlines& source_;
    std::vector<UsedFont> fonts_;  ///< by new number
    IndexItems outlines_;          ///< charstrings, by new number
    std::vector<std::uint8_t> font_of_;
    std::vector<FontProgram::Outline> places_;  ///< in `outlines_`
};

}  // namespace

Result<FontProgram> subset_cff(const Face& face, std::span<const std::uint32_t> glyphs) {
    return CffSubset(face).build(glyphs);
}

}  // namespace galley::pdf
