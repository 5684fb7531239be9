#pragma once

#include "converters/pdf/deflate/block_head.h"
#include "converters/pdf/deflate/huffman_code.h"
#include "converters/pdf/deflate/match_symbols.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace galley::pdf {

/// How many bits each symbol of a deflate block takes: literals, the block's end and lengths; and distances (RFC
/// 1951, 3.2.5).
struct StreamCodeLengths {
    std::array<std::uint8_t, 286> literals;
    std::array<std::uint8_t, 30> distances;
};

/// Codes counted over streams of many stories (stream_codes_data.cpp): pages, packed objects, text and its markup.
extern const std::array<StreamCodeLengths, 3> stream_codes;

/// A code for streams of one kind, made beforehand, so that a stream is compressed while it is read: short ones take
/// longer to have their symbols counted and codes made than all else together. Immutable and thread-safe.
class StreamCode {
public:
    /// REQUIRES: complete codes of at most 12 bits in which every symbol has a codeword.
    explicit StreamCode(const StreamCodeLengths& lengths);

    /// `bytes` as a zlib stream (RFC 1950) of one block. REQUIRES: at most 65,535 bytes.
    [[nodiscard]] std::string pack(std::string_view bytes) const;

    /// Bits that `byte` takes where nothing like it came before.
    [[nodiscard]] std::uint32_t literal_bits(unsigned char byte) const { return literals_[byte].length; }

private:
    class Packer;
    struct LengthBits {
        std::uint32_t bits = 0;  ///< the codeword, and behind it the extra bits
        std::uint8_t size = 0;
    };
    static constexpr std::size_t end_of_block = 256;

    std::array<Codeword, 286> literals_{};
    std::array<Codeword, 30> distances_{};
    std::array<LengthBits, MatchLimits::longest + 1> lengths_{};
    BlockHead head_;
};

/// The code whose streams `bytes` are most like, or null where libdeflate does better: they are like none, or too few
/// or too many.
[[nodiscard]] const StreamCode* find_stream_code(std::string_view bytes);

}  // namespace galley::pdf
