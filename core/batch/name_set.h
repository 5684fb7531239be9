#pragma once

#include <cstdint>
#include <vector>

namespace galley::batch {

/// The names that came by already, by 64 bits of their digests, in some 12 bytes each. Two names that only look equal
/// are possible; whoever uses it must be able to live with that.
class NameSet {
public:
    [[nodiscard]] bool contains(std::uint64_t digest) const {
        digest += digest == 0 ? 1 : 0;
        return !places_.empty() && places_[place_of(digest)] == digest;
    }

    /// False when it was there.
    bool insert(std::uint64_t digest) {
        digest += digest == 0 ? 1 : 0;  // 0 marks a free place
        if (3 * (size_ + 1) > 2 * places_.size()) {
            grow();
        }
        return put(digest);
    }

private:
    /// Where it stands, or would.
    [[nodiscard]] std::uint64_t place_of(std::uint64_t digest) const {
        const std::uint64_t mask = places_.size() - 1;
        std::uint64_t at = digest & mask;
        while (places_[at] != 0 && places_[at] != digest) {
            at = (at + 1) & mask;
        }
        return at;
    }

    bool put(std::uint64_t digest) {
        const std::uint64_t at = place_of(digest);
        const bool is_new = places_[at] == 0;
        places_[at] = digest;
        size_ += is_new ? 1 : 0;
        return is_new;
    }

    void grow() {
        std::vector<std::uint64_t> before(places_.empty() ? 64 : 2 * places_.size());
        before.swap(places_);
        size_ = 0;
        for (const std::uint64_t digest : before) {
            if (digest != 0) {
                put(digest);
            }
        }
    }

    std::vector<std::uint64_t> places_;  // a power of two of them
    std::uint64_t size_ = 0;
};

}  // namespace galley::batch
