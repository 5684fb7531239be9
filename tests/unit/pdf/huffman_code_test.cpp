#include "converters/pdf/deflate/huffman_code.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <vector>

using namespace galley::pdf;

namespace {

std::vector<Codeword> code_of(const std::vector<std::uint32_t>& frequencies, unsigned limit) {
    std::vector<Codeword> code(frequencies.size());
    make_code(frequencies, limit, code);
    return code;
}

/// How much of all strings of 15 bits begin with one of the codewords: 1 << 15 for a whole code.
std::uint32_t covered(const std::vector<Codeword>& code) {
    std::uint32_t sum = 0;
    for (const Codeword& codeword : code) {
        sum += codeword.length == 0 ? 0 : 1u << (15 - codeword.length);
    }
    return sum;
}

/// True when no codeword begins another.
bool is_prefix_free(const std::vector<Codeword>& code) {
    for (const Codeword& one : code) {
        for (const Codeword& other : code) {
            if (&one == &other || one.length == 0 || one.length > other.length) {
                continue;
            }
            if ((other.bits & ((1u << one.length) - 1)) == one.bits) {
                return false;
            }
        }
    }
    return true;
}

}  // namespace

TEST_CASE("codewords are as long as their symbols are rare") {
    const auto code = code_of({8, 4, 2, 1, 1, 0}, 15);
    const std::vector<unsigned> lengths{1, 2, 3, 4, 4, 0};
    for (std::size_t i = 0; i < code.size(); ++i) {
        CHECK(code[i].length == lengths[i]);
    }
    // RFC 1951, 3.2.2: 0, 10, 110, 1110, 1111, sent from their highest bit on.
    const std::vector<unsigned> bits{0, 0b01, 0b011, 0b0111, 0b1111, 0};
    for (std::size_t i = 0; i < code.size(); ++i) {
        CHECK(code[i].bits == bits[i]);
    }
}

TEST_CASE("no codeword is longer than it may be, and the code stays whole") {
    std::vector<std::uint32_t> steep{1, 1};
    while (steep.size() < 40) {
        steep.push_back(steep[steep.size() - 1] + steep[steep.size() - 2]);
    }
    for (const unsigned limit : {6u, 7u, 12u, 15u}) {
        const auto code = code_of(steep, limit);
        CHECK(std::ranges::max(code, {}, &Codeword::length).length <= limit);
        CHECK(covered(code) == 1u << 15);
        CHECK(is_prefix_free(code));
    }
    CHECK(covered(code_of(std::vector<std::uint32_t>(288, 1), 15)) == 1u << 15);
}

TEST_CASE("a symbol alone gets a bit, and none gets nothing") {
    CHECK(code_of({0, 7, 0}, 15)[1].length == 1);
    CHECK(covered(code_of({0, 0}, 15)) == 0);
}
