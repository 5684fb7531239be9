#include "converters/pdf/emit/cid_map.h"

#include <algorithm>
#include <limits>

namespace galley::pdf {

namespace {

constexpr std::size_t first_slots = 256;

std::size_t hash(const CidMap::Entry& entry) {
    const std::uint64_t key = (std::uint64_t{entry.glyph} << 32) ^ (std::uint64_t{entry.code} << 8) ^ entry.text;
    return static_cast<std::size_t>((key * 0x9E3779B97F4A7C15u) >> 32);
}

bool same(const CidMap::Entry& left, const CidMap::Entry& right) {
    return left.glyph == right.glyph && left.code == right.code && left.text == right.text;
}

}  // namespace

CidMap::CidMap() : slots_(first_slots) { entries_.reserve(first_slots / 2); }

std::uint16_t CidMap::of(std::uint32_t glyph, std::string_view text) {
    const auto known = std::ranges::find(texts_, text);  // ligatures: a handful a face
    const auto index = static_cast<std::uint32_t>(known - texts_.begin());
    if (known == texts_.end()) {
        texts_.emplace_back(text);
    }
    return find({glyph, 0, index});
}

std::uint16_t CidMap::find(Entry entry) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = hash(entry) & mask;
    for (; slots_[slot] != 0; slot = (slot + 1) & mask) {
        if (same(entries_[slots_[slot] - 1u], entry)) {
            return slots_[slot];
        }
    }
    if (entries_.size() == std::numeric_limits<std::uint16_t>::max()) {
        return 0;
    }
    entries_.push_back(entry);
    const auto cid = static_cast<std::uint16_t>(entries_.size());
    slots_[slot] = cid;
    if (entries_.size() * 2 > slots_.size()) {
        grow();
    }
    return cid;
}

void CidMap::grow() {
    std::vector<std::uint16_t> wider(slots_.size() * 2);
    const std::size_t mask = wider.size() - 1;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        std::size_t slot = hash(entries_[i]) & mask;
        while (wider[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        wider[slot] = static_cast<std::uint16_t>(i + 1);
    }
    slots_ = std::move(wider);
}

}  // namespace galley::pdf
