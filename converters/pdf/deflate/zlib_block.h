#pragma once

#include "converters/pdf/deflate/bit_writer.h"
#include "converters/pdf/deflate/block_head.h"
#include "converters/pdf/deflate_edge.h"
#include "converters/pdf/emit/font_bytes.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace galley::pdf {

/// `bytes` as a zlib stream (RFC 1950) of the block that `head` begins. `write` gets a BitWriter, adds what stands for
/// them, up to the block's end, and gives it back. REQUIRES: it writes at most `longest_codeword` bits for each byte
/// and for the end.
template <class Write>
[[nodiscard]] std::string write_zlib_block(const BlockHead& head, std::string_view bytes, std::size_t longest_codeword,
                                           const Write& write) {
    constexpr std::size_t checksum = 4;
    std::string packed;
    const std::size_t most =
        head.bytes.size() + (bytes.size() + 1) * longest_codeword / 8 + checksum + 2 * sizeof(std::uint64_t);
    packed.resize_and_overwrite(most, [&](char* const begin, std::size_t) {
        BitWriter writer = write(BitWriter(std::ranges::copy(head.bytes, begin).out, head.rest, head.rest_length));
        return static_cast<std::size_t>(writer.finish() - begin);
    });
    append_u32(adler32(bytes), packed);
    return packed;
}

}  // namespace galley::pdf
