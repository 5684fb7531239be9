#pragma once

#include "converters/pdf/font/face.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <utility>

namespace galley::pdf {

/// What is known of each face, for as long as it is not too much: `Known` is made once for a face, says with `memory`
/// how many bytes it takes, about, and forgets them with `forget`. One thread.
template <class Known>
class FaceCache {
public:
    explicit FaceCache(std::size_t most_bytes) : most_bytes_(most_bytes) {}

    /// What `make` gave for `face`; all faces' is forgotten first when it takes too much. Valid until the next call.
    template <class Make>
    [[nodiscard]] Known& of(const Face& face, const Make& make) {
        std::size_t bytes = 0;
        for (const Entry& each : kept_) {
            bytes += each.known.memory();
        }
        if (bytes > most_bytes_) {
            for (Entry& each : kept_) {
                each.known.forget();
            }
        }
        auto entry = std::ranges::find(kept_, face.serial(), &Entry::serial);
        if (entry == kept_.end()) {
            if (kept_.size() == most_faces) {
                kept_.pop_front();
            }
            kept_.push_back({face.serial(), make()});
            entry = kept_.end() - 1;
        }
        return entry->known;
    }

private:
    static constexpr std::size_t most_faces = 64;

    struct Entry {
        std::uint64_t serial;
        Known known;
    };

    std::deque<Entry> kept_;
    std::size_t most_bytes_;
};

}  // namespace galley::pdf
