#include "converters/pdf/emit/literal_code.h"

#include "converters/pdf/deflate_edge.h"
#include "converters/pdf/emit/font_bytes.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <span>
#include <vector>

namespace galley::pdf {

namespace {

// Four symbols and what is left of the byte before them fit into 64 bits with room to spare.
constexpr std::size_t symbols_at_once = 4;
constexpr unsigned longest_codeword = 12;
constexpr unsigned longest_length_codeword = 7;     // RFC 1951, 3.2.7
constexpr std::size_t length_symbols = 19;
constexpr std::array<std::uint8_t, length_symbols> length_order{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};

/// Bits from the lowest of each byte on (RFC 1951, 3.1.1).
class BitString {
public:
    void add(std::uint32_t bits, std::uint32_t length) {
        open_ |= bits << size_;
        for (size_ += length; size_ >= 8; size_ -= 8, open_ >>= 8) { bytes += static_cast<char>(open_ & 0xFF); }
    }
    [[nodiscard]] std::uint8_t rest() const { return static_cast<std::uint8_t>(open_); }
    [[nodiscard]] std::uint8_t rest_length() const { return static_cast<std::uint8_t>(size_); }

    std::string bytes;

private:
    std::uint32_t open_ = 0, size_ = 0;
};

/// Stores the lowest byte first, whatever the machine does.
void store(std::uint64_t value, char* to) {
    if constexpr (std::endian::native == std::endian::big) { value = __builtin_bswap64(value); }
    std::memcpy(to, &value, sizeof value);
}

}  // namespace

LiteralCode::LiteralCode(std::string_view sample) {
    constexpr std::uint32_t weight = 16;                // of a byte met, against one that was not and may come all the same
    std::array<std::uint32_t, symbols> frequencies{};
    for (const char byte : sample) { ++frequencies[static_cast<unsigned char>(byte)]; }
    for (std::uint32_t& frequency : frequencies) { frequency = frequency * weight + 1; }
    make_code(frequencies, longest_codeword, codewords_);

    // One code for distances, of one bit, which is never used: programs exist that want one.
    std::array<std::uint8_t, symbols + 1> lengths{};
    std::ranges::transform(codewords_, lengths.begin(), [](const Codeword& codeword) { return static_cast<std::uint8_t>(codeword.length); });
    lengths.back() = 1;
    longest_ = std::ranges::max(lengths);
    std::array<std::uint32_t, length_symbols> length_frequencies{};
    for (const std::uint8_t length : lengths) { ++length_frequencies[length]; }
    std::array<Codeword, length_symbols> length_code;
    make_code(length_frequencies, longest_length_codeword, length_code);
    BitString head;
    head.bytes = "\x78\x01";                            // RFC 1950, 2.2: compressed by the fastest way
    head.add(1, 1);                                     // the last block
    head.add(2, 2);                                     // with codes of its own
    head.add(symbols - 257, 5);
    head.add(0, 5);
    head.add(length_symbols - 4, 4);
    for (const std::uint8_t symbol : length_order) { head.add(length_code[symbol].length, 3); }
    for (const std::uint8_t length : lengths) { head.add(length_code[length].bits, length_code[length].length); }
    head_ = std::move(head.bytes);
    rest_ = head.rest();
    rest_length_ = head.rest_length();
}

std::string LiteralCode::pack(std::string_view bytes) const {
    constexpr std::size_t checksum = 4;
    std::string packed;
    const std::size_t most = head_.size() + (bytes.size() + 1) * longest_ / 8 + checksum + 2 * sizeof(std::uint64_t);
    packed.resize_and_overwrite(most, [&](char* const begin, std::size_t) {
        char* to = std::ranges::copy(head_, begin).out;
        std::uint64_t open = rest_;
        std::uint32_t size = rest_length_;
        const auto add = [&](std::size_t symbol) {
            open |= std::uint64_t{codewords_[symbol].bits} << size;
            size += codewords_[symbol].length;
        };
        const auto flush = [&] {
            store(open, to);
            to += size / 8;
            open >>= size & ~7u;
            size &= 7;
        };
        const auto* at = reinterpret_cast<const unsigned char*>(bytes.data());
        const auto* const end = at + bytes.size();
        for (; static_cast<std::size_t>(end - at) >= symbols_at_once; at += symbols_at_once) {
            for (std::size_t i = 0; i < symbols_at_once; ++i) { add(at[i]); }
            flush();
        }
        for (; at != end; ++at) { add(*at); }
        add(end_of_block);
        flush();
        if (size != 0) { *to++ = static_cast<char>(open); }
        return static_cast<std::size_t>(to - begin);
    });
    append_u32(adler32(bytes), packed);
    return packed;
}

}  // namespace galley::pdf
