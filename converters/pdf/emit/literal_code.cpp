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
constexpr int longest_codeword = 12;
constexpr int longest_length_codeword = 7;          // RFC 1951, 3.2.7
constexpr std::size_t length_symbols = 19;
constexpr std::array<std::uint8_t, length_symbols> length_order{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};

/// The lengths of a Huffman code for symbols that are so frequent; 0 for those that never come. Where a codeword would be longer than
/// `limit`, frequencies are drawn together until none is.
std::vector<std::uint8_t> code_lengths(std::vector<std::uint32_t> frequencies, int limit) {
    struct Node {
        std::uint64_t weight = 0;
        std::size_t parent = 0;
    };
    std::vector<std::uint8_t> lengths(frequencies.size());
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < frequencies.size(); ++i) {
        if (frequencies[i] != 0) { order.push_back(i); }
    }
    for (int longest = limit + 1; longest > limit;) {
        std::ranges::stable_sort(order, {}, [&](std::size_t symbol) { return frequencies[symbol]; });
        // Leaves by weight, then the nodes above them, which come by weight as they are made.
        std::vector<Node> nodes;
        for (const std::size_t symbol : order) { nodes.push_back({.weight = frequencies[symbol]}); }
        std::size_t leaf = 0, inner = order.size();
        const auto lightest = [&] { return leaf < order.size() && (inner == nodes.size() || nodes[leaf].weight <= nodes[inner].weight) ? leaf++ : inner++; };
        while (nodes.size() + 1 < order.size() * 2) {
            const std::size_t one = lightest(), other = lightest();
            nodes[one].parent = nodes[other].parent = nodes.size();
            nodes.push_back({.weight = nodes[one].weight + nodes[other].weight});
        }
        std::vector<int> depths(nodes.size());
        longest = 1;
        for (std::size_t i = nodes.size() - 1; i-- > 0;) {
            depths[i] = depths[nodes[i].parent] + 1;
            longest = std::max(longest, depths[i]);
        }
        for (std::size_t i = 0; i < order.size(); ++i) { lengths[order[i]] = static_cast<std::uint8_t>(std::min(std::max(depths[i], 1), 255)); }
        for (std::uint32_t& frequency : frequencies) { frequency = frequency == 0 ? 0 : frequency / 2 + 1; }
    }
    return lengths;
}

/// RFC 1951, 3.2.2: codewords by length, then by symbol; turned round, since they are sent from their highest bit on.
std::vector<std::uint16_t> codewords_of(std::span<const std::uint8_t> lengths) {
    std::vector<std::uint16_t> codewords(lengths.size());
    std::uint32_t next = 0;
    for (std::uint32_t length = 1; length <= 15; ++length, next <<= 1) {
        for (std::size_t symbol = 0; symbol < lengths.size(); ++symbol) {
            if (lengths[symbol] != length) { continue; }
            std::uint32_t turned = 0;
            for (std::uint32_t bit = 0; bit < length; ++bit) { turned |= (next >> bit & 1u) << (length - 1 - bit); }
            codewords[symbol] = static_cast<std::uint16_t>(turned);
            ++next;
        }
    }
    return codewords;
}

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
    std::vector<std::uint32_t> frequencies(symbols, 1);
    for (const char byte : sample) { frequencies[static_cast<unsigned char>(byte)] += weight; }
    std::vector<std::uint8_t> lengths = code_lengths(std::move(frequencies), longest_codeword);
    const std::vector<std::uint16_t> codewords = codewords_of(lengths);
    for (std::size_t i = 0; i < symbols; ++i) {
        codewords_[i] = {.bits = codewords[i], .length = lengths[i]};
        longest_ = std::max<std::size_t>(longest_, lengths[i]);
    }

    // One code for distances, of one bit, which is never used: programs exist that want one.
    lengths.push_back(1);
    std::vector<std::uint32_t> length_frequencies(length_symbols);
    for (const std::uint8_t length : lengths) { ++length_frequencies[length]; }
    const std::vector<std::uint8_t> length_lengths = code_lengths(std::move(length_frequencies), longest_length_codeword);
    const std::vector<std::uint16_t> length_codewords = codewords_of(length_lengths);
    BitString head;
    head.bytes = "\x78\x01";                            // RFC 1950, 2.2: compressed by the fastest way
    head.add(1, 1);                                     // the last block
    head.add(2, 2);                                     // with codes of its own
    head.add(symbols - 257, 5);
    head.add(0, 5);
    head.add(length_symbols - 4, 4);
    for (const std::uint8_t symbol : length_order) { head.add(length_lengths[symbol], 3); }
    for (const std::uint8_t length : lengths) { head.add(length_codewords[length], length_lengths[length]); }
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
