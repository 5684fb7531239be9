#include "converters/pdf/emit/cff_outlines.h"

#include "converters/pdf/emit/cff_charstring.h"

#include <algorithm>
#include <deque>
#include <optional>
#include <utility>

namespace galley::pdf {

namespace {

constexpr std::size_t most_faces = 8;
constexpr std::size_t most_bytes = 4 << 20;  // of charstrings: some 20,000 Chinese characters
constexpr std::uint32_t most_fonts = 256;

std::size_t offset_in(const CffDict::Entry* entry) {
    return entry == nullptr ? 0 : static_cast<std::size_t>(entry->numbers[1]);
}

}  // namespace

CffOutlines& CffOutlines::of(const Face& face) {
    thread_local std::deque<std::pair<std::uint64_t, std::unique_ptr<CffOutlines>>> kept;
    const auto known = std::ranges::find(kept, face.serial(), [](const auto& each) { return each.first; });
    if (known != kept.end()) {
        return *known->second;
    }
    if (kept.size() == most_faces) {
        kept.pop_front();
    }
    return *kept.emplace_back(face.serial(), std::make_unique<CffOutlines>(face.table("CFF "))).second;
}

CffOutlines::CffOutlines(std::string_view table)
    : table_(table),
      names_(table_, table_.u8(2)),
      tops_(table_, names_.end()),
      strings_(table_, tops_.end()),
      globals_(table_, strings_.end()),
      top_(tops_[0]) {
    if (const auto* const entry = top_.find(CffOperator::char_strings); entry != nullptr) {
        char_strings_ = CffIndex(table_, offset_in(entry));
    }
    fonts_.resize(most_fonts);
    places_.resize(char_strings_.count());
}

/// FDSelect (19).
std::uint32_t CffOutlines::font_of(std::uint32_t glyph) const {
    const auto* const entry = top_.find(CffOperator::fd_select);
    if (entry == nullptr || top_.find(CffOperator::ros) == nullptr) {
        return 0;
    }
    const std::size_t at = offset_in(entry);
    if (table_.u8(at) == 0) {
        return table_.u8(at + 1 + glyph);
    }
    std::uint32_t low = 0, high = table_.u16(at + 1);  // the last range that begins at or before the glyph
    while (high - low > 1) {
        const std::uint32_t middle = (low + high) / 2;
        if (table_.u16(at + 3 + std::size_t{middle} * 3) <= glyph) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return table_.u8(at + 3 + std::size_t{low} * 3 + 2);
}

const CffFont* CffOutlines::font(std::uint32_t number) {
    if (fonts_[number] == nullptr) {
        open_font(number);
    }
    return fonts_[number].get();
}

void CffOutlines::open_font(std::uint32_t number) {
    const CffDict::Entry* private_entry = top_.find(CffOperator::private_dict);
    auto font = std::make_unique<CffFont>();
    std::optional<CffDict> dictionary;
    if (const auto* const array = top_.find(CffOperator::fd_array); array != nullptr) {
        dictionary.emplace(CffIndex(table_, offset_in(array))[number]);
        private_entry = dictionary->find(CffOperator::private_dict);
        if (const auto* const matrix = dictionary->find(CffOperator::font_matrix); matrix != nullptr) {
            font->matrix = matrix->whole;
        }
    }
    if (private_entry == nullptr || private_entry->numbers[0] < 0 || private_entry->numbers[1] < 0) {
        return;
    }
    const auto at = static_cast<std::size_t>(private_entry->numbers[1]);
    const CffDict private_dict(table_.slice(at, static_cast<std::size_t>(private_entry->numbers[0])));
    for (const CffDict::Entry& entry : private_dict.entries()) {
        if (entry.key == CffOperator::subrs) {
            font->locals = CffIndex(table_, at + static_cast<std::size_t>(entry.numbers[1]));
        } else {
            font->private_entries += entry.whole;
            if (entry.key == CffOperator::nominal_width) {
                font->nominal_width = entry.numbers[1];
            }
        }
    }
    fonts_[number] = std::move(font);
}

std::string_view CffOutlines::charstring(std::uint32_t glyph) {
    if (charstrings_.size() > most_bytes) {
        charstrings_.clear();
        std::ranges::fill(places_, Place{});
    }
    Place& place = places_[glyph];
    if (!place.is_known) {
        place = {.begin = static_cast<std::uint32_t>(charstrings_.size()), .is_known = true};
        static_cast<void>(
            flatten_charstring(char_strings_[glyph], globals_, fonts_[font_of(glyph)]->locals, charstrings_));
        place.end = static_cast<std::uint32_t>(charstrings_.size());
    }
    return std::string_view{charstrings_}.substr(place.begin, place.end - place.begin);
}

}  // namespace galley::pdf
