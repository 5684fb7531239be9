#include "converters/pdf/deflate/literal_code.h"

#include "converters/pdf/deflate/zlib_block.h"

#include <algorithm>
#include <array>

namespace galley::pdf {

namespace {

// Four symbols and what is left of the byte before them fit into 64 bits with room to spare.
constexpr std::size_t symbols_at_once = 4;
constexpr unsigned longest_codeword = 12;

}  // namespace

LiteralCode::LiteralCode(std::string_view sample) {
    constexpr std::uint32_t weight = 16;  // of a byte met, against one that was not and may come all the same
    std::array<std::uint32_t, symbols> frequencies{};
    for (const char byte : sample) {
        ++frequencies[static_cast<unsigned char>(byte)];
    }
    for (std::uint32_t& frequency : frequencies) {
        frequency = frequency * weight + 1;
    }
    make_code(frequencies, longest_codeword, codewords_);
    longest_ = std::ranges::max_element(codewords_, {}, &Codeword::length)->length;

    // One code for distances, of one bit, which is never used: programs exist that want one.
    const std::array distances{Codeword{.bits = 0, .length = 1}};
    head_ = make_block_head(codewords_, distances);
}

std::string LiteralCode::pack(std::string_view bytes, std::span<const Known> known) const {
    return write_zlib_block(head_, bytes, longest_, [&](BitWriter writer) {
        std::size_t at = 0;
        for (const Known& one : known) {
            add(bytes.substr(at, one.begin - at), writer);
            one.bits->write(writer);
            at = one.begin + one.size;
        }
        add(bytes.substr(at), writer);
        writer.add(codewords_[end_of_block].bits, codewords_[end_of_block].length);
        return writer;
    });
}

PackedBits LiteralCode::bits(std::string_view bytes) const {
    PackedBits packed;
    for (const char byte : bytes) {
        const Codeword& codeword = codewords_[static_cast<unsigned char>(byte)];
        packed.add(codeword.bits, codeword.length);
    }
    return packed;
}

/// Leaves fewer than eight bits held back.
void LiteralCode::add(std::string_view bytes, BitWriter& to) const {
    BitWriter writer = to;  // in registers
    const auto add = [&](std::size_t symbol) { writer.add(codewords_[symbol].bits, codewords_[symbol].length); };
    const auto* at = reinterpret_cast<const unsigned char*>(bytes.data());
    const auto* const end = at + bytes.size();
    for (; static_cast<std::size_t>(end - at) >= symbols_at_once; at += symbols_at_once) {
        for (std::size_t i = 0; i < symbols_at_once; ++i) {
            add(at[i]);
        }
        writer.flush();
    }
    for (; at != end; ++at) {
        add(*at);
    }
    writer.flush();
    to = writer;
}

}  // namespace galley::pdf
