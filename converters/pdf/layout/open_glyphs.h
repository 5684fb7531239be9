#pragma once

#include "converters/pdf/layout/placed_document.h"

#include <algorithm>
#include <cstddef>
#include <memory>
#include <span>

namespace galley::pdf {

/// The glyphs of a run under way. The room is kept from one run to the next, so that glyphs are written once and copied
/// once.
class OpenGlyphs {
public:
    void clear() { size_ = 0; }

    /// Places for `count` more, whatever is in them. Those before may move.
    std::span<PlacedGlyph> append(std::size_t count) {
        if (room_size_ - size_ < count) {
            grow(count);
        }
        PlacedGlyph* const begin = room_.get() + size_;
        size_ += count;
        return {begin, count};
    }

    [[nodiscard]] std::span<PlacedGlyph> all() { return {room_.get(), size_}; }

private:
    void grow(std::size_t count) {
        constexpr std::size_t usual_line = 128;
        room_size_ = std::max((size_ + count) * 2, usual_line);
        auto room = std::make_unique_for_overwrite<PlacedGlyph[]>(room_size_);
        std::ranges::copy(all(), room.get());
        room_ = std::move(room);
    }

    std::unique_ptr<PlacedGlyph[]> room_;
    std::size_t room_size_ = 0;
    std::size_t size_ = 0;
};

}  // namespace galley::pdf
