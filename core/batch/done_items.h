#pragma once

#include "core/batch/item_name.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace galley::batch {

/// What an earlier part of a run journaled, by item: 24 bytes each. Items are looked up in the order of the journal for
/// as long as the source still has that order, which costs nothing, and by binary search when it changed.
class DoneItems {
public:
    struct Done {
        std::uint64_t results = 0;
        bool last = false;  ///< nothing of the item is left to do
    };

    /// Notes one more result, in the order of the journal.
    void add(const NameKey& key, bool last);
    /// Nothing when the item has no result yet.
    [[nodiscard]] std::optional<Done> find(const NameKey& key);
    [[nodiscard]] std::size_t size() const { return entries_.size(); }

private:
    struct Entry {
        NameKey key;
        std::uint64_t results;  ///< twice their number, plus one when the last is there
    };
    static Done read(const Entry& entry) { return {entry.results >> 1, (entry.results & 1) != 0}; }

    std::vector<Entry> entries_;
    std::size_t next_ = 0;
    bool sorted_ = false;
};

}  // namespace galley::batch
