#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace galley::pdf {

/// A codeword of a Huffman code; of its bits, the lowest is sent first (RFC 1951, 3.1.1).
struct Codeword {
    std::uint16_t bits = 0;
    std::uint16_t length = 0;  ///< 0 when its symbol never comes
};

/// Makes the code of symbols that come so often: the shortest there is with codewords of at most `limit` bits, or
/// nearly. Symbols that never come get none. REQUIRES: at most 288 symbols, whose frequencies add up to less than 2^32;
/// `code` has a place for each.
void make_code(std::span<const std::uint32_t> frequencies, unsigned limit, std::span<Codeword> code);

/// Gives codewords of known lengths their bits (RFC 1951, 3.2.2): by length, then by symbol. REQUIRES: lengths of at
/// most 15 that a code can have.
void set_codewords(std::span<Codeword> code);

}  // namespace galley::pdf
