#pragma once

#include <cstdint>

namespace galley::pdf {

/// The compiled patterns of all languages, as `compile_patterns` writes them and `Hyphenator` reads them: numbers of 32
/// bits in the byte order of the machine, every part at a multiple of 4.
///
///     header, language entries; for each trie: header, alphabet (code points, ascending),
///     first edge of each node and one beyond the last, edges (letter << 24 | target node), value of each node, value
///     bytes
///
/// Letter 0 is the word's edge (the dot of a pattern), letter n the n-th of the alphabet. A node's value is where its
/// priorities begin in the value bytes: how many letters back from the pattern's end the first one stands, how many
/// there are, and they. Value 0: none. Equal subtrees are stored once.
struct PatternFileHeader {
    std::uint32_t magic = 0;
    std::uint32_t languages = 0;
};
inline constexpr std::uint32_t pattern_magic = 0x31505948;  // "HYP1"

struct PatternLanguage {
    char tag[16] = {};            ///< BCP 47
    std::uint32_t compounds = 0;  ///< offset of the trie that divides compounds into their parts, 0 for none
    std::uint32_t words = 0;      ///< offset of the trie for words and parts
    std::uint32_t left = 0;       ///< least letters before and after a hyphen
    std::uint32_t right = 0;
};

struct TrieHeader {
    std::uint32_t letters = 0;
    std::uint32_t nodes = 0;  ///< node 0 is the root
    std::uint32_t edges = 0;
    std::uint32_t value_bytes = 0;
};

}  // namespace galley::pdf
