#pragma once

#include "converters/pdf/deflate/bit_writer.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace galley::pdf {

/// What a code makes of some bytes, to be written again and again.
class PackedBits {
public:
    /// Adds `length` bits, at most 16.
    void add(std::uint64_t bits, std::uint32_t length) {
        open_ |= bits << size_;
        size_ += length;
        if (size_ < chunk) {
            return;
        }
        chunks_.push_back(open_ & ((std::uint64_t{1} << chunk) - 1));
        open_ >>= chunk;
        size_ -= chunk;
    }

    /// Bytes of memory, about.
    [[nodiscard]] std::size_t memory() const { return sizeof *this + chunks_.size() * sizeof(std::uint64_t); }

    /// REQUIRES: fewer than eight bits are held back; it is so behind it, too.
    void write(BitWriter& to) const {
        for (const std::uint64_t bits : chunks_) {
            to.add(bits, chunk);
            to.flush();
        }
        to.add(open_, size_);
        to.flush();
    }

private:
    static constexpr std::uint32_t chunk = 48;  // what is held back and one codeword more fit into 64 bits

    std::vector<std::uint64_t> chunks_;
    std::uint64_t open_ = 0;
    std::uint32_t size_ = 0;
};

}  // namespace galley::pdf
