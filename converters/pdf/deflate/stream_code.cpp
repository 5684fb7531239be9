#include "converters/pdf/deflate/stream_code.h"

#include "converters/pdf/deflate/match_scan.h"
#include "converters/pdf/deflate/zlib_block.h"

#include <algorithm>

namespace galley::pdf {

namespace {

constexpr std::size_t fewest_bytes = 1024;  // what is shorter may take more for the code than for itself
constexpr std::size_t most_bytes = 0xFFFF;  // see scan_matches
constexpr std::uint32_t longest_codeword = 12;
constexpr std::uint32_t most_bits_of_match = longest_codeword + 5 + longest_codeword + 13;
constexpr std::uint32_t most_open_bits = 63;

template <std::size_t Symbols>
void set_code(const std::array<std::uint8_t, Symbols>& lengths, std::array<Codeword, Symbols>& code) {
    std::ranges::transform(lengths, code.begin(),
                           [](std::uint8_t length) { return Codeword{.bits = 0, .length = length}; });
    set_codewords(code);
}

}  // namespace

StreamCode::StreamCode(const StreamCodeLengths& lengths) {
    set_code(lengths.literals, literals_);
    set_code(lengths.distances, distances_);
    for (std::size_t length = MatchLimits::shortest; length <= MatchLimits::longest; ++length) {
        const MatchSymbol said = length_symbol(length);
        const Codeword& codeword = literals_[said.symbol];
        lengths_[length] = {codeword.bits | std::uint32_t{said.extra} << codeword.length,
                            static_cast<std::uint8_t>(codeword.length + said.extra_bits)};
    }
    head_ = make_block_head(literals_, distances_);
}

/// Writes the symbols of one stream.
class StreamCode::Packer {
public:
    Packer(const StreamCode& code, const BitWriter& writer) : code_(code), writer_(writer) {}

    void literal(std::size_t symbol) {
        writer_.add(code_.literals_[symbol].bits, code_.literals_[symbol].length);
        if (writer_.size() > most_open_bits - longest_codeword) {
            writer_.flush();
        }
    }

    void match(std::size_t length, std::size_t distance) {
        if (writer_.size() > most_open_bits - most_bits_of_match) {
            writer_.flush();
        }
        writer_.add(code_.lengths_[length].bits, code_.lengths_[length].size);
        const MatchSymbol said = distance_symbol(distance);
        writer_.add(code_.distances_[said.symbol].bits, code_.distances_[said.symbol].length);
        writer_.add(said.extra, said.extra_bits);
        writer_.flush();
    }

    /// What was written, the block ended.
    [[nodiscard]] const BitWriter& end() {
        literal(end_of_block);
        return writer_;
    }

private:
    const StreamCode& code_;
    BitWriter writer_;
};

std::string StreamCode::pack(std::string_view bytes) const {
    // A match takes no more bits than the literals in its place could.
    static_assert(most_bits_of_match <= 4 * longest_codeword);
    return write_zlib_block(head_, bytes, longest_codeword,
                            [&](const BitWriter& writer) { return scan_matches(bytes, Packer(*this, writer)).end(); });
}

namespace {

constexpr std::size_t looked_at = 256;  // bytes of a stream
constexpr unsigned weight_bits = 20;    // room for how many bits they take in one code
static_assert(stream_codes.size() * weight_bits <= 64 && looked_at * longest_codeword < 1U << weight_bits);

using StreamCodes = std::array<StreamCode, stream_codes.size()>;

/// The bits that each byte takes in all codes, side by side, so that they are added up at once.
std::array<std::uint64_t, 256> weights_in(const StreamCodes& codes) {
    std::array<std::uint64_t, 256> weights{};
    for (std::size_t byte = 0; byte < weights.size(); ++byte) {
        for (std::size_t code = 0; code < codes.size(); ++code) {
            weights[byte] |= std::uint64_t{codes[code].literal_bits(static_cast<unsigned char>(byte))}
                             << (code * weight_bits);
        }
    }
    return weights;
}

}  // namespace

const StreamCode* find_stream_code(std::string_view bytes) {
    // Of codes, the one that takes the fewest bits for some bytes of the stream; more than so many for each, and it is
    // like none.
    constexpr std::uint32_t most_bits = 7 * looked_at;
    if (bytes.size() < fewest_bytes || bytes.size() > most_bytes) {
        return nullptr;
    }
    static const StreamCodes codes{StreamCode(stream_codes[0]), StreamCode(stream_codes[1]),
                                   StreamCode(stream_codes[2])};
    static const std::array<std::uint64_t, 256> weights = weights_in(codes);
    const std::size_t step = bytes.size() / looked_at;
    std::uint64_t sums = 0;
    for (std::size_t i = 0; i < looked_at; ++i) {
        sums += weights[static_cast<unsigned char>(bytes[i * step])];
    }
    std::array<std::uint32_t, stream_codes.size()> bits{};
    for (std::uint32_t& of_code : bits) {
        of_code = static_cast<std::uint32_t>(sums & ((1U << weight_bits) - 1));
        sums >>= weight_bits;
    }
    const auto least = std::ranges::min_element(bits);
    return *least <= most_bits ? &codes[static_cast<std::size_t>(least - bits.begin())] : nullptr;
}

}  // namespace galley::pdf
