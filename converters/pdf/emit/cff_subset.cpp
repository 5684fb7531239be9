#include "converters/pdf/emit/cff_subset.h"

#include "converters/pdf/emit/cff_charstring.h"
#include "converters/pdf/emit/cff_reader.h"
#include "converters/pdf/emit/cid_map.h"

#include <algorithm>
#include <deque>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace galley::pdf {

namespace {

constexpr std::string_view ordering_strings[] = {"Adobe", "Identity"};
constexpr std::int32_t first_own_string = 391;      // appendix A: as many strings are predefined
constexpr std::string_view no_outline = "\x0E";     // endchar

void append_operator(CffOperator key, std::string& to) {
    const auto code = static_cast<std::uint16_t>(key);
    if (code >= 0x0C00) { to += '\x0C'; }
    to += static_cast<char>(code & 0xFF);
}

/// An integer operand in the form of fixed size, so that offsets can be known before they are written.
void append_operand(std::int64_t value, std::string& to) {
    to += '\x1D';
    append_u32(static_cast<std::uint32_t>(value), to);
}

void append_index(std::span<const std::string> items, std::string& to) {
    append_u16(static_cast<std::uint32_t>(items.size()), to);
    if (items.empty()) { return; }
    std::size_t total = 1;
    for (const std::string& item : items) { total += item.size(); }
    const std::size_t offset_size = total < 0x100 ? 1 : total < 0x10000 ? 2 : total < 0x1000000 ? 3 : 4;
    to += static_cast<char>(offset_size);
    std::size_t offset = 1;
    const auto append_offset = [&] {
        for (std::size_t i = offset_size; i-- > 0;) { to += static_cast<char>(offset >> (8 * i) & 0xFF); }
    };
    append_offset();
    for (const std::string& item : items) {
        offset += item.size();
        append_offset();
    }
    for (const std::string& item : items) { to += item; }
}

/// A font dictionary (FD) of the source, as far as it is used.
struct UsedFont {
    std::string matrix;             ///< its FontMatrix entry, if it has one
    std::string private_entries;    ///< its Private DICT without Subrs
    std::int64_t nominal_width = 0;
    std::unique_ptr<CharstringTracer> tracer;
};

class CffSubset {
public:
    explicit CffSubset(const Face& face)
        : face_(face), bytes_(face.table("CFF ")), table_(bytes_), names_(table_, table_.u8(2)), tops_(table_, names_.end()),
          strings_(table_, tops_.end()), global_index_(table_, strings_.end()), top_(tops_[0]), globals_(global_index_) {}

    Result<std::string> build(std::span<const std::uint32_t> glyphs) {
        const auto* const char_strings = top_.find(CffOperator::char_strings);
        if (char_strings == nullptr) { return fail(damaged()); }
        const CffIndex outlines(table_, static_cast<std::size_t>(char_strings->numbers[1]));
        traced_.push_back({.bytes = no_outline, .calls = {}});
        font_of_.push_back(0);
        for (const std::uint32_t glyph : glyphs) {
            const bool is_spacer = CidMap::is_spacer(glyph);
            const auto font = font_of(is_spacer ? 0 : glyph);
            if (!font || (!is_spacer && glyph >= outlines.count())) { return fail(damaged()); }
            traced_.push_back({.bytes = is_spacer ? spacer(glyph, fonts_[*font]) : outlines[glyph], .calls = {}});
            font_of_.push_back(*font);
            if (!fonts_[*font].tracer->trace(traced_.back())) { return fail(damaged()); }
        }
        return assemble();
    }

private:
    [[nodiscard]] Diagnostic damaged() const {
        return {.code = "pdf.unusable-font", .message = "'" + face_.path() + "' cannot be embedded: its CFF table is damaged",
                .hints = {"choose another font"}};
    }

    /// The charstring of a spacer: its width as what it adds to the nominal one, and no outline.
    std::string_view spacer(std::uint32_t glyph, const UsedFont& font) {
        std::string& charstring = spacers_.emplace_back();
        append_charstring_number(CidMap::spacer_width(glyph, face_.metrics().units_per_em) - font.nominal_width, charstring);
        return charstring += no_outline;
    }

    /// The new number of the font dictionary that `glyph` belongs to.
    std::optional<std::uint8_t> font_of(std::uint32_t glyph) {
        const std::uint32_t old = top_.find(CffOperator::ros) == nullptr ? 0 : selected(glyph);
        const auto known = std::ranges::find(old_fonts_, old);
        if (known != old_fonts_.end()) { return static_cast<std::uint8_t>(known - old_fonts_.begin()); }
        if (old_fonts_.size() == 255 || !open_font(old)) { return std::nullopt; }
        old_fonts_.push_back(old);
        return static_cast<std::uint8_t>(old_fonts_.size() - 1);
    }

    /// FDSelect (19).
    [[nodiscard]] std::uint32_t selected(std::uint32_t glyph) const {
        const auto* const entry = top_.find(CffOperator::fd_select);
        if (entry == nullptr) { return 0; }
        const auto at = static_cast<std::size_t>(entry->numbers[1]);
        if (table_.u8(at) == 0) { return table_.u8(at + 1 + glyph); }
        std::uint32_t low = 0, high = table_.u16(at + 1);       // the last range that begins at or before the glyph
        while (high - low > 1) {
            const std::uint32_t middle = (low + high) / 2;
            if (table_.u16(at + 3 + std::size_t{middle} * 3) <= glyph) { low = middle; } else { high = middle; }
        }
        return table_.u8(at + 3 + std::size_t{low} * 3 + 2);
    }

    bool open_font(std::uint32_t old) {
        const CffDict::Entry* private_entry = top_.find(CffOperator::private_dict);
        UsedFont font;
        std::optional<CffDict> dictionary;
        if (const auto* const array = top_.find(CffOperator::fd_array); array != nullptr) {
            dictionary.emplace(CffIndex(table_, static_cast<std::size_t>(array->numbers[1]))[old]);
            private_entry = dictionary->find(CffOperator::private_dict);
            if (const auto* const matrix = dictionary->find(CffOperator::font_matrix); matrix != nullptr) { font.matrix = matrix->whole; }
        }
        if (private_entry == nullptr || private_entry->numbers[0] < 0 || private_entry->numbers[1] < 0) { return false; }
        const auto size = static_cast<std::size_t>(private_entry->numbers[0]);
        const auto at = static_cast<std::size_t>(private_entry->numbers[1]);
        CffIndex locals;
        const CffDict private_dict(table_.slice(at, size));
        for (const CffDict::Entry& entry : private_dict.entries()) {
            if (entry.key == CffOperator::subrs) {
                locals = CffIndex(table_, at + static_cast<std::size_t>(entry.numbers[1]));
            } else {
                font.private_entries += entry.whole;
                if (entry.key == CffOperator::nominal_width) { font.nominal_width = entry.numbers[1]; }
            }
        }
        font.tracer = std::make_unique<CharstringTracer>(globals_, global_bodies_, locals);
        fonts_.push_back(std::move(font));
        return true;
    }

    [[nodiscard]] std::vector<std::string> renumbered(const std::deque<TracedCharstring>& traced, std::uint32_t local_count) const {
        std::vector<std::string> all;
        all.reserve(traced.size());
        for (const TracedCharstring& each : traced) { append_renumbered(each, global_count(), local_count, all.emplace_back()); }
        return all;
    }

    [[nodiscard]] std::uint32_t global_count() const { return static_cast<std::uint32_t>(global_bodies_.size()); }
    [[nodiscard]] std::uint32_t local_count(std::uint8_t font) const {
        return static_cast<std::uint32_t>(fonts_[font].tracer->local_bodies().size());
    }

    /// A global subroutine runs under whatever font calls it; its own local calls then mean that font's. Where several fonts are
    /// used, their local counts must give the same bias, or a shared one would call the wrong number.
    [[nodiscard]] bool globals_are_unambiguous() const {
        const bool calls_locals = std::ranges::any_of(global_bodies_, [](const TracedCharstring& body) {
            return std::ranges::any_of(body.calls, [](const SubroutineCall& call) { return !call.is_global; });
        });
        return !calls_locals || fonts_.size() < 2;
    }

    Result<std::string> assemble() {
        if (!globals_are_unambiguous()) { return fail(damaged()); }
        if (fonts_.empty()) { return fail(damaged()); }
        std::vector<std::string> outlines;
        outlines.reserve(traced_.size());
        for (std::size_t i = 0; i < traced_.size(); ++i) {
            append_renumbered(traced_[i], global_count(), local_count(font_of_[i]), outlines.emplace_back());
        }

        std::string head{"\x01\x00\x04\x04", 4};
        append_index(std::vector<std::string>{face_.postscript_name()}, head);
        std::string after_top;
        append_index(std::vector<std::string>(std::begin(ordering_strings), std::end(ordering_strings)), after_top);
        append_index(renumbered(global_bodies_, fonts_.size() == 1 ? local_count(0) : 0), after_top);

        // The top DICT's size does not depend on the offsets in it, so a first one without them tells where everything comes.
        const std::size_t body_at = head.size() + top_index({}).size() + after_top.size();
        std::string body;
        Offsets offsets;
        offsets.charset = body_at;
        append_charset(body);
        offsets.select = body_at + body.size();
        append_select(body);
        offsets.outlines = body_at + body.size();
        append_index(outlines, body);
        std::vector<std::string> dictionaries;
        for (std::uint8_t font = 0; font < fonts_.size(); ++font) { dictionaries.push_back(append_private(font, body_at, body)); }
        offsets.fonts = body_at + body.size();
        append_index(dictionaries, body);
        return head + top_index(offsets) + after_top + body;
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
            if (const auto* const entry = top_.find(kept); entry != nullptr) { top += entry->whole; }
        }
        append_operand(static_cast<std::int64_t>(traced_.size()), top);
        top += "\x0C\x22";     // CIDCount
        const std::pair<std::size_t, CffOperator> places[] = {{offsets.charset, CffOperator::charset},
                                                              {offsets.outlines, CffOperator::char_strings},
                                                              {offsets.fonts, CffOperator::fd_array},
                                                              {offsets.select, CffOperator::fd_select}};
        for (const auto& [offset, key] : places) {
            append_operand(static_cast<std::int64_t>(offset), top);
            append_operator(key, top);
        }
        std::string index;
        append_index(std::vector<std::string>{top}, index);
        return index;
    }

    /// Format 2: glyph n is CID n.
    void append_charset(std::string& to) const {
        to += '\x02';
        append_u16(1, to);
        append_u16(static_cast<std::uint32_t>(traced_.size() - 2), to);
    }

    /// Format 3: a range for each change of font.
    void append_select(std::string& to) const {
        std::string ranges;
        std::uint32_t count = 0;
        for (std::size_t i = 0; i < font_of_.size(); ++i) {
            if (i > 0 && font_of_[i] == font_of_[i - 1]) { continue; }
            append_u16(static_cast<std::uint32_t>(i), ranges);
            ranges += static_cast<char>(font_of_[i]);
            ++count;
        }
        to += '\x03';
        append_u16(count, to);
        to += ranges;
        append_u16(static_cast<std::uint32_t>(font_of_.size()), to);
    }

    /// Appends a Private DICT and its subroutines; gives the font DICT that points to it.
    [[nodiscard]] std::string append_private(std::uint8_t number, std::size_t body_at, std::string& to) const {
        const UsedFont& font = fonts_[number];
        std::string entries = font.private_entries;
        const auto subroutines = renumbered(font.tracer->local_bodies(), local_count(number));
        if (!subroutines.empty()) {
            constexpr std::size_t entry_size = 6;
            append_operand(static_cast<std::int64_t>(entries.size() + entry_size), entries);
            append_operator(CffOperator::subrs, entries);
        }
        std::string dictionary = font.matrix;
        append_operand(static_cast<std::int64_t>(entries.size()), dictionary);
        append_operand(static_cast<std::int64_t>(body_at + to.size()), dictionary);
        append_operator(CffOperator::private_dict, dictionary);
        to += entries;
        if (!subroutines.empty()) { append_index(subroutines, to); }
        return dictionary;
    }

    const Face& face_;
    std::string_view bytes_;
    FontBytes table_;
    CffIndex names_;
    CffIndex tops_;
    CffIndex strings_;
    CffIndex global_index_;
    CffDict top_;
    SubroutineSet globals_;
    std::deque<TracedCharstring> global_bodies_;
    std::vector<std::uint32_t> old_fonts_;          ///< FD number in the source, by new number
    std::deque<UsedFont> fonts_;
    std::deque<std::string> spacers_;
    std::deque<TracedCharstring> traced_;           ///< by new glyph number
    std::vector<std::uint8_t> font_of_;
};

}  // namespace

Result<std::string> subset_cff(const Face& face, std::span<const std::uint32_t> glyphs) { return CffSubset(face).build(glyphs); }

}  // namespace galley::pdf
