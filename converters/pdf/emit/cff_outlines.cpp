#include "converters/pdf/emit/cff_outlines.h"

#include <algorithm>
#include <utility>

namespace galley::pdf {

namespace {

constexpr std::size_t most_faces = 8;
constexpr std::size_t most_outlines = 20'000;       // some 5 MB
constexpr std::uint32_t most_fonts = 256;

std::size_t offset_in(const CffDict::Entry* entry) { return entry == nullptr ? 0 : static_cast<std::size_t>(entry->numbers[1]); }

}  // namespace

/// Looks subroutines up for the glyphs of one font dictionary, and numbers them by first meeting.
class CffOutlines::Library final : public SubroutineLibrary {
public:
    Library(CffOutlines& outlines, CffFont& font) : outlines_(outlines), font_(font) {}

    std::optional<std::uint32_t> find(std::int64_t operand, bool is_global) override {
        const CffIndex& all = is_global ? outlines_.globals_ : font_.locals;
        std::vector<std::uint32_t>& numbers = is_global ? outlines_.global_numbers_ : font_.numbers;
        const std::int64_t old = operand + subroutine_bias(all.count());
        if (old < 0 || old >= all.count()) { return std::nullopt; }
        numbers.resize(all.count());
        std::uint32_t& number = numbers[static_cast<std::size_t>(old)];
        if (number == 0) {
            outlines_.subroutines_.push_back({.body = {.bytes = all[static_cast<std::uint32_t>(old)]}, .is_global = is_global});
            number = static_cast<std::uint32_t>(outlines_.subroutines_.size());
        }
        return number - 1;
    }

    TracedCharstring& body(std::uint32_t subroutine) override { return outlines_.subroutines_[subroutine].body; }

private:
    CffOutlines& outlines_;
    CffFont& font_;
};

CffOutlines& CffOutlines::of(const Face& face) {
    thread_local std::deque<std::pair<std::uint64_t, std::unique_ptr<CffOutlines>>> kept;
    const auto known = std::ranges::find(kept, face.serial(), [](const auto& each) { return each.first; });
    if (known != kept.end()) { return *known->second; }
    if (kept.size() == most_faces) { kept.pop_front(); }
    return *kept.emplace_back(face.serial(), std::make_unique<CffOutlines>(face.table("CFF "))).second;
}

CffOutlines::CffOutlines(std::string_view table)
    : table_(table), names_(table_, table_.u8(2)), tops_(table_, names_.end()), strings_(table_, tops_.end()),
      globals_(table_, strings_.end()), top_(tops_[0]) {
    if (const auto* const entry = top_.find(CffOperator::char_strings); entry != nullptr) { char_strings_ = CffIndex(table_, offset_in(entry)); }
    fonts_.resize(most_fonts);
    places_.resize(char_strings_.count());
}

/// FDSelect (19).
std::uint32_t CffOutlines::font_of(std::uint32_t glyph) const {
    const auto* const entry = top_.find(CffOperator::fd_select);
    if (entry == nullptr || top_.find(CffOperator::ros) == nullptr) { return 0; }
    const std::size_t at = offset_in(entry);
    if (table_.u8(at) == 0) { return table_.u8(at + 1 + glyph); }
    std::uint32_t low = 0, high = table_.u16(at + 1);       // the last range that begins at or before the glyph
    while (high - low > 1) {
        const std::uint32_t middle = (low + high) / 2;
        if (table_.u16(at + 3 + std::size_t{middle} * 3) <= glyph) { low = middle; } else { high = middle; }
    }
    return table_.u8(at + 3 + std::size_t{low} * 3 + 2);
}

const CffFont* CffOutlines::font(std::uint32_t number) {
    if (fonts_[number] == nullptr) { open_font(number); }
    return fonts_[number].get();
}

void CffOutlines::open_font(std::uint32_t number) {
    const CffDict::Entry* private_entry = top_.find(CffOperator::private_dict);
    auto font = std::make_unique<CffFont>();
    std::optional<CffDict> dictionary;
    if (const auto* const array = top_.find(CffOperator::fd_array); array != nullptr) {
        dictionary.emplace(CffIndex(table_, offset_in(array))[number]);
        private_entry = dictionary->find(CffOperator::private_dict);
        if (const auto* const matrix = dictionary->find(CffOperator::font_matrix); matrix != nullptr) { font->matrix = matrix->whole; }
    }
    if (private_entry == nullptr || private_entry->numbers[0] < 0 || private_entry->numbers[1] < 0) { return; }
    const auto at = static_cast<std::size_t>(private_entry->numbers[1]);
    const CffDict private_dict(table_.slice(at, static_cast<std::size_t>(private_entry->numbers[0])));
    for (const CffDict::Entry& entry : private_dict.entries()) {
        if (entry.key == CffOperator::subrs) {
            font->locals = CffIndex(table_, at + static_cast<std::size_t>(entry.numbers[1]));
        } else {
            font->private_entries += entry.whole;
            if (entry.key == CffOperator::nominal_width) { font->nominal_width = entry.numbers[1]; }
        }
    }
    fonts_[number] = std::move(font);
}

const CffOutline& CffOutlines::outline(std::uint32_t glyph) {
    std::uint32_t& place = places_[glyph];
    if (place == 0) {
        outlines_.push_back({.charstring = {.bytes = char_strings_[glyph]}, .needs = {}});
        place = static_cast<std::uint32_t>(outlines_.size());
        CffOutline& outline = outlines_.back();
        Library library(*this, *fonts_[font_of(glyph)]);
        outline.is_sound = trace_charstring(outline.charstring, library, outline.needs);
        const auto calls_local = [&](const SubroutineCall& call) { return !subroutines_[call.subroutine].is_global; };
        is_ambiguous_ = is_ambiguous_ || std::ranges::any_of(outline.needs, [&](std::uint32_t number) {
            return subroutines_[number].is_global && std::ranges::any_of(subroutines_[number].body.calls, calls_local);
        });
    }
    return outlines_[place - 1];
}

void CffOutlines::trim() {
    if (!is_ambiguous_ && outlines_.size() <= most_outlines) { return; }
    outlines_.clear();
    std::ranges::fill(places_, 0u);
    if (!is_ambiguous_) { return; }
    subroutines_.clear();
    global_numbers_.clear();
    for (const auto& font : fonts_) {
        if (font != nullptr) { font->numbers.clear(); }
    }
    is_ambiguous_ = false;
}

}  // namespace galley::pdf
