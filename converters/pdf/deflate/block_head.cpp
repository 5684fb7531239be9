#include "converters/pdf/deflate/block_head.h"

#include "converters/pdf/deflate/bit_writer.h"

#include <array>
#include <cstddef>
#include <vector>

namespace galley::pdf {

namespace {

constexpr unsigned longest_length_codeword = 7;  // RFC 1951, 3.2.7
constexpr std::size_t length_symbols = 19;
constexpr std::uint16_t repeat = 16;  // the length before it, three to six times
constexpr std::uint32_t fewest_repeated = 3, most_repeated = 6;
constexpr std::size_t most_bytes =
    512;  // 316 lengths of 7 bits, what stands before them, and what the writer of bits wants behind
constexpr std::array<std::uint8_t, length_symbols> length_order{16, 17, 18, 0, 8,  7, 9,  6, 10, 5,
                                                                11, 4,  12, 3, 13, 2, 14, 1, 15};

/// A codeword's length, or how often the one before it is repeated.
struct LengthRun {
    std::uint16_t symbol;
    std::uint32_t repeated;
};

std::vector<LengthRun> runs_of(std::span<const Codeword> literals, std::span<const Codeword> distances) {
    std::vector<std::uint16_t> lengths;
    for (const auto& code : {literals, distances}) {
        for (const Codeword& codeword : code) {
            lengths.push_back(codeword.length);
        }
    }
    std::vector<LengthRun> runs;
    for (std::size_t at = 0; at < lengths.size();) {
        std::size_t end = at;
        while (at > 0 && end < lengths.size() && end - at < most_repeated && lengths[end] == lengths[at - 1]) {
            ++end;
        }
        const auto same = static_cast<std::uint32_t>(end - at);
        if (same >= fewest_repeated) {
            runs.push_back({repeat, same});
            at = end;
        } else {
            runs.push_back({lengths[at++], 0});
        }
    }
    return runs;
}

}  // namespace

BlockHead make_block_head(std::span<const Codeword> literals, std::span<const Codeword> distances) {
    const std::vector<LengthRun> runs = runs_of(literals, distances);
    std::array<std::uint32_t, length_symbols> frequencies{};
    for (const LengthRun& run : runs) {
        ++frequencies[run.symbol];
    }
    std::array<Codeword, length_symbols> code;
    make_code(frequencies, longest_length_codeword, code);

    std::array<char, most_bytes> bytes;
    bytes[0] = '\x78';  // RFC 1950, 2.2: compressed
    bytes[1] = '\x01';  // by the fastest way
    BitWriter head(bytes.data() + 2, 0, 0);
    const auto add = [&](std::uint32_t bits, std::uint32_t length) {
        head.add(bits, length);
        head.flush();
    };
    add(1, 1);  // the last block
    add(2, 2);  // with codes of its own
    add(static_cast<std::uint32_t>(literals.size() - 257), 5);
    add(static_cast<std::uint32_t>(distances.size() - 1), 5);
    add(length_symbols - 4, 4);
    for (const std::uint8_t symbol : length_order) {
        add(code[symbol].length, 3);
    }
    for (const LengthRun& run : runs) {
        add(code[run.symbol].bits, code[run.symbol].length);
        if (run.symbol == repeat) {
            add(run.repeated - fewest_repeated, 2);
        }
    }
    const auto size = static_cast<std::size_t>(head.to() - bytes.data());
    return {.bytes = std::string(bytes.data(), size),
            .rest = head.rest(),
            .rest_length = static_cast<std::uint8_t>(head.size())};
}

}  // namespace galley::pdf
