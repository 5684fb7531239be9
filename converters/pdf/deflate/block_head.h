#pragma once

#include "converters/pdf/deflate/huffman_code.h"

#include <cstdint>
#include <span>
#include <string>

namespace galley::pdf {

/// How a zlib stream (RFC 1950, 2.2) of a single block with codes of its own begins, the codes told (RFC 1951, 3.2.7).
struct BlockHead {
    std::string bytes;      ///< up to the last whole byte
    std::uint8_t rest = 0;  ///< bits behind that
    std::uint8_t rest_length = 0;
};

/// REQUIRES: 257 to 286 codewords for literals, the block's end and lengths, 1 to 30 for distances.
[[nodiscard]] BlockHead make_block_head(std::span<const Codeword> literals, std::span<const Codeword> distances);

}  // namespace galley::pdf
