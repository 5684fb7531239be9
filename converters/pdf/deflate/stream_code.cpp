#include "converters/pdf/deflate/stream_code.h"

#include "converters/pdf/deflate/match_scan.h"
#include "converters/pdf/deflate/zlib_block.h"

#include <algorithm>

namespace galley::pdf {

namespace {

constexpr std::size_t fewest_bytes = 1024;          // what is shorter may take more for the code than for itself
constexpr std::size_t most_bytes = 0xFFFF;          // see scan_matches
constexpr std::uint32_t longest_codeword = 12;
constexpr std::uint32_t most_bits_of_match = longest_codeword + 5 + longest_codeword + 13;
constexpr std::uint32_t most_open_bits = 63;

template <std::size_t Symbols>
void set_code(const std::array<std::uint8_t, Symbols>& lengths, std::array<Codeword, Symbols>& code) {
    std::ranges::transform(lengths, code.begin(), [](std::uint8_t length) { return Codeword{.bits = 0, .length = length}; });
    set_codewords(code);
}

}  // namespace

StreamCode::StreamCode(const StreamCodeLengths& lengths) {
    set_code(lengths.literals, literals_);
    set_code(lengths.distances, distances_);
    for (std::size_t length = MatchLimits::shortest; length <= MatchLimits::longest; ++length) {
        const MatchSymbol said = length_symbol(length);
        const Codeword& codeword = literals_[said.symbol];
        lengths_[length] = {codeword.bits | std::uint32_t{said.extra} << codeword.length, static_cast<std::uint8_t>(codeword.length + said.extra_bits)};
    }
    head_ = make_block_head(literals_, distances_);
}

std::string StreamCode::pack(std::string_view bytes) const {
    // A match takes no more bits than the literals in its place could.
    static_assert(most_bits_of_match <= 4 * longest_codeword);
    return write_zlib_block(head_, bytes, longest_codeword, [&](BitWriter& writer) {
        const auto on_literal = [&](unsigned char byte) {
            writer.add(literals_[byte].bits, literals_[byte].length);
            if (writer.size() > most_open_bits - longest_codeword) { writer.flush(); }
        };
        const auto on_match = [&](std::size_t length, std::size_t distance) {
            if (writer.size() > most_open_bits - most_bits_of_match) { writer.flush(); }
            writer.add(lengths_[length].bits, lengths_[length].size);
            const MatchSymbol said = distance_symbol(distance);
            writer.add(distances_[said.symbol].bits, distances_[said.symbol].length);
            writer.add(said.extra, said.extra_bits);
            writer.flush();
        };
        scan_matches(bytes, on_literal, on_match);
        writer.add(literals_[end_of_block].bits, literals_[end_of_block].length);
    });
}

const StreamCode* find_stream_code(std::string_view bytes) {
    // Of codes, the one that takes the fewest bits for some bytes of the stream; more than so many for each, and it is like none.
    constexpr std::size_t looked_at = 256;
    constexpr std::uint32_t most_bits = 7 * looked_at;
    if (bytes.size() < fewest_bytes || bytes.size() > most_bytes) { return nullptr; }
    static const std::array<StreamCode, stream_codes.size()> codes{StreamCode(stream_codes[0]), StreamCode(stream_codes[1]), StreamCode(stream_codes[2])};
    std::array<std::uint32_t, stream_codes.size()> bits{};
    const std::size_t step = bytes.size() / looked_at;
    for (std::size_t i = 0; i < looked_at; ++i) {
        const auto byte = static_cast<unsigned char>(bytes[i * step]);
        for (std::size_t code = 0; code < codes.size(); ++code) { bits[code] += codes[code].literal_bits(byte); }
    }
    const auto least = std::ranges::min_element(bits);
    return *least <= most_bits ? &codes[static_cast<std::size_t>(least - bits.begin())] : nullptr;
}

}  // namespace galley::pdf
