#include "core/batch/done_items.h"

#include <algorithm>

namespace galley::batch {

void DoneItems::add(const NameKey& key, bool last) {
    // The records of an item stand together.
    if (entries_.empty() || entries_.back().key != key) {
        entries_.push_back({key, 0});
    }
    entries_.back().results += 2 + (last ? 1 : 0);
}

std::optional<DoneItems::Done> DoneItems::find(const NameKey& key) {
    if (!sorted_) {
        if (next_ < entries_.size() && entries_[next_].key == key) {
            return read(entries_[next_++]);
        }
        if (next_ == entries_.size() && next_ == 0) {
            return std::nullopt;
        }
        std::ranges::sort(entries_, {}, &Entry::key);
        sorted_ = true;
    }
    const auto found = std::ranges::lower_bound(entries_, key, {}, &Entry::key);
    return found == entries_.end() || found->key != key ? std::nullopt : std::optional(read(*found));
}

}  // namespace galley::batch
