#include "converters/pdf/deflate/huffman_code.h"

#include <algorithm>
#include <array>

namespace galley::pdf {

namespace {

constexpr std::size_t most_symbols = 288;
constexpr unsigned longest_codeword = 15;

/// Leaves by weight, then the nodes above them, which come by weight as they are made.
struct Tree {
    std::array<std::uint32_t, most_symbols * 2> weights;
    std::array<std::uint16_t, most_symbols * 2> parents;
    std::array<std::uint8_t, most_symbols * 2> depths;

    /// How deep the deepest of `leaves` leaves stands.
    unsigned grow(std::size_t leaves) {
        std::size_t leaf = 0, inner = leaves, end = leaves;
        const auto lightest = [&] {
            return leaf < leaves && (inner == end || weights[leaf] <= weights[inner]) ? leaf++ : inner++;
        };
        while (end + 1 < leaves * 2) {
            const std::size_t one = lightest(), other = lightest();
            parents[one] = parents[other] = static_cast<std::uint16_t>(end);
            weights[end++] = weights[one] + weights[other];
        }
        depths[end - 1] = 0;
        unsigned deepest = 1;
        for (std::size_t i = end - 1; i-- > 0;) {
            depths[i] = static_cast<std::uint8_t>(depths[parents[i]] + 1);
            deepest = std::max<unsigned>(deepest, depths[i]);
        }
        return deepest;
    }
};

/// Codewords are made from their highest bit on.
std::uint16_t turned(std::uint32_t bits, unsigned length) {
    bits = (bits & 0x5555) << 1 | (bits >> 1 & 0x5555);
    bits = (bits & 0x3333) << 2 | (bits >> 2 & 0x3333);
    bits = (bits & 0x0F0F) << 4 | (bits >> 4 & 0x0F0F);
    bits = (bits & 0x00FF) << 8 | (bits >> 8 & 0x00FF);
    return static_cast<std::uint16_t>(bits >> (16 - length));
}

}  // namespace

void set_codewords(std::span<Codeword> code) {
    std::array<std::uint32_t, longest_codeword + 1> counts{}, next{};
    for (const Codeword& codeword : code) {
        ++counts[codeword.length];
    }
    counts[0] = 0;
    for (std::size_t length = 1; length < next.size(); ++length) {
        next[length] = (next[length - 1] + counts[length - 1]) << 1;
    }
    for (Codeword& codeword : code) {
        if (codeword.length != 0) {
            codeword.bits = turned(next[codeword.length]++, codeword.length);
        }
    }
}

void make_code(std::span<const std::uint32_t> frequencies, unsigned limit, std::span<Codeword> code) {
    struct Leaf {
        std::uint32_t weight;
        std::uint16_t symbol;
    };
    std::array<Leaf, most_symbols> leaves;
    std::size_t count = 0;
    for (std::size_t symbol = 0; symbol < frequencies.size(); ++symbol) {
        code[symbol].length = 0;
        if (frequencies[symbol] != 0) {
            leaves[count++] = {frequencies[symbol], static_cast<std::uint16_t>(symbol)};
        }
    }
    const std::span used = std::span{leaves}.first(count);
    std::ranges::sort(used, [](const Leaf& one, const Leaf& other) {
        return one.weight != other.weight ? one.weight < other.weight : one.symbol < other.symbol;
    });
    Tree tree;
    // Where a codeword would be too long, weights are drawn together until none is; their order stays.
    while (count != 0) {
        for (std::size_t i = 0; i < count; ++i) {
            tree.weights[i] = used[i].weight;
        }
        if (tree.grow(count) <= limit) {
            break;
        }
        for (Leaf& leaf : used) {
            leaf.weight = leaf.weight / 2 + 1;
        }
    }
    for (std::size_t i = 0; i < count; ++i) {
        code[used[i].symbol].length = std::max<std::uint16_t>(tree.depths[i], 1);
    }
    set_codewords(code);
}

}  // namespace galley::pdf
