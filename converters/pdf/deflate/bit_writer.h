#pragma once

#include <bit>
#include <cstdint>
#include <cstring>

namespace galley::pdf {

/// Writes bits from the lowest of each byte on (RFC 1951, 3.1.1). At most 64 may be held back: `flush` in between.
/// REQUIRES: room for eight bytes behind the last one written.
class BitWriter {
public:
    BitWriter(char* to, std::uint8_t rest, std::uint8_t rest_length) : to_(to), open_(rest), size_(rest_length) {}

    void add(std::uint64_t bits, std::uint32_t length) {
        open_ |= bits << size_;
        size_ += length;
    }
    /// How many bits are held back, and which, from the lowest on.
    [[nodiscard]] std::uint32_t size() const { return size_; }
    [[nodiscard]] std::uint8_t rest() const { return static_cast<std::uint8_t>(open_); }
    /// Where the next whole byte goes.
    [[nodiscard]] const char* to() const { return to_; }

    /// Writes all whole bytes; fewer than eight bits are held back then. REQUIRES: fewer than 64 are now.
    void flush() {
        std::uint64_t bytes = open_;
        if constexpr (std::endian::native == std::endian::big) {
            bytes = __builtin_bswap64(bytes);
        }
        std::memcpy(to_, &bytes, sizeof bytes);
        to_ += size_ / 8;
        open_ >>= size_ & ~7u;
        size_ &= 7;
    }

    /// Writes all, and returns where the next byte goes.
    char* finish() {
        flush();
        if (size_ != 0) {
            *to_++ = static_cast<char>(open_);
        }
        return to_;
    }

private:
    char* to_;
    std::uint64_t open_;
    std::uint32_t size_;
};

}  // namespace galley::pdf
