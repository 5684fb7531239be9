#include "converters/pdf/deflate/block_head.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>
#include <vector>

namespace galley::pdf {

namespace {

constexpr unsigned longest_length_codeword = 7;     // RFC 1951, 3.2.7
constexpr std::size_t length_symbols = 19;
constexpr std::uint16_t repeat = 16;                // the length before it, three to six times
constexpr std::uint32_t fewest_repeated = 3, most_repeated = 6;
constexpr std::array<std::uint8_t, length_symbols> length_order{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};

/// Bits from the lowest of each byte on (RFC 1951, 3.1.1).
class BitString {
public:
    explicit BitString(std::string begin) : bytes_(std::move(begin)) {}

    void add(std::uint32_t bits, std::uint32_t length) {
        open_ |= bits << size_;
        for (size_ += length; size_ >= 8; size_ -= 8, open_ >>= 8) { bytes_ += static_cast<char>(open_ & 0xFF); }
    }

    BlockHead take() { return {std::move(bytes_), static_cast<std::uint8_t>(open_), static_cast<std::uint8_t>(size_)}; }

private:
    std::string bytes_;
    std::uint32_t open_ = 0, size_ = 0;
};

/// A codeword's length, or how often the one before it is repeated.
struct LengthRun {
    std::uint16_t symbol;
    std::uint32_t repeated;
};

std::vector<LengthRun> runs_of(std::span<const Codeword> literals, std::span<const Codeword> distances) {
    std::vector<std::uint16_t> lengths;
    for (const auto& code : {literals, distances}) {
        for (const Codeword& codeword : code) { lengths.push_back(codeword.length); }
    }
    std::vector<LengthRun> runs;
    for (std::size_t at = 0; at < lengths.size();) {
        const auto same = static_cast<std::uint32_t>(std::ranges::find_if(lengths.begin() + static_cast<std::ptrdiff_t>(at), lengths.end(),
                                                                          [&](std::uint16_t length) { return at == 0 || length != lengths[at - 1]; }) -
                                                     lengths.begin() - static_cast<std::ptrdiff_t>(at));
        if (same >= fewest_repeated) {
            runs.push_back({repeat, std::min(same, most_repeated)});
            at += runs.back().repeated;
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
    for (const LengthRun& run : runs) { ++frequencies[run.symbol]; }
    std::array<Codeword, length_symbols> code;
    make_code(frequencies, longest_length_codeword, code);

    BitString head("\x78\x01");                         // RFC 1950, 2.2: compressed by the fastest way
    head.add(1, 1);                                     // the last block
    head.add(2, 2);                                     // with codes of its own
    head.add(static_cast<std::uint32_t>(literals.size() - 257), 5);
    head.add(static_cast<std::uint32_t>(distances.size() - 1), 5);
    head.add(length_symbols - 4, 4);
    for (const std::uint8_t symbol : length_order) { head.add(code[symbol].length, 3); }
    for (const LengthRun& run : runs) {
        head.add(code[run.symbol].bits, code[run.symbol].length);
        if (run.symbol == repeat) { head.add(run.repeated - fewest_repeated, 2); }
    }
    return head.take();
}

}  // namespace galley::pdf
