#pragma once

#include "converters/pdf/deflate/block_head.h"
#include "converters/pdf/deflate/huffman_code.h"
#include "converters/pdf/deflate/packed_bits.h"

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace galley::pdf {

/// A Huffman code for bytes, made once of a sample for all that are like it. What it packs is compressed as fast as it
/// can be read: nothing repeated is looked for and nothing counted, and short streams are spared the making of a code
/// of their own, which takes longer than compressing them. Worth it where little repeats: font programs, tables of
/// codes. Immutable and thread-safe.
class LiteralCode {
public:
    /// Every byte gets a code, those of `sample` short ones.
    explicit LiteralCode(std::string_view sample);

    /// Bytes of a stream that were packed before.
    struct Known {
        std::size_t begin = 0, size = 0;
        const PackedBits* bits = nullptr;  ///< as `bits` gives them
    };

    /// `bytes` as a zlib stream (RFC 1950) of one block without matches (RFC 1951, 3.2.7), the same whatever of it is
    /// known. `known` is in the order of the bytes.
    [[nodiscard]] std::string pack(std::string_view bytes, std::span<const Known> known = {}) const;

    /// What `bytes` are in any stream.
    [[nodiscard]] PackedBits bits(std::string_view bytes) const;

private:
    void add(std::string_view bytes, BitWriter& writer) const;

    static constexpr std::size_t end_of_block = 256, symbols = 257;

    std::array<Codeword, symbols> codewords_{};
    BlockHead head_;           ///< of every stream
    std::size_t longest_ = 0;  ///< bits a symbol takes at most
};

}  // namespace galley::pdf
