#include "converters/pdf/deflate/literal_code.h"
#include "converters/pdf/deflate_edge.h"

#include <catch2/catch.hpp>

using namespace galley::pdf;

namespace {

constexpr std::size_t most = 1 << 20;

/// Bytes of which the low ones are the more frequent.
std::string uneven_bytes(std::size_t count, std::uint64_t state) {
    std::string bytes;
    for (std::size_t i = 0; i < count; ++i) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        bytes += static_cast<char>((state >> 56 & 0xFF) * (state >> 48 & 0xFF) / 256);
    }
    return bytes;
}

std::string every_byte() {
    std::string bytes;
    for (int byte = 0; byte < 256; ++byte) {
        bytes += static_cast<char>(byte);
    }
    return bytes;
}

}  // namespace

TEST_CASE("what a literal code packs comes back, whatever it was made of") {
    const std::string samples[] = {"", "a", std::string(100'000, 'x'), every_byte(), uneven_bytes(5000, 1)};
    for (const std::string& sample : samples) {
        const LiteralCode code{sample};
        for (std::size_t size = 0; size < 40; ++size) {
            CHECK(inflate(code.pack(uneven_bytes(size, size)), most).value() == uneven_bytes(size, size));
        }
        for (const std::string& bytes : samples) {
            CHECK(inflate(code.pack(bytes), most).value() == bytes);
        }
    }
}

TEST_CASE("a literal code makes bytes shorter that are like its sample") {
    const LiteralCode code{uneven_bytes(20'000, 1)};
    const std::string bytes = uneven_bytes(20'000, 2);
    const std::size_t counted = deflate(bytes, Level::normal).value().size();
    CHECK(code.pack(bytes).size() < counted * 101 / 100);
    // Sums of powers of two as frequencies: codewords as long as they may be.
    std::string steep;
    for (int byte = 0; byte < 16; ++byte) {
        steep.append(std::size_t{1} << byte, static_cast<char>(byte));
    }
    CHECK(inflate(LiteralCode{steep}.pack(steep), most).value() == steep);
    CHECK(LiteralCode{steep}.pack(steep).size() < steep.size() / 3);
}

TEST_CASE("a literal code is the same whenever it is made") {
    const std::string sample = uneven_bytes(3000, 7);
    CHECK(LiteralCode{sample}.pack(sample) == LiteralCode{sample}.pack(sample));
}

TEST_CASE("what is known of a stream is packed as the rest is") {
    const LiteralCode code{uneven_bytes(3000, 7)};
    const std::string bytes = uneven_bytes(2000, 8);
    for (const std::size_t size : {0u, 1u, 5u, 6u, 7u, 48u, 700u}) {
        const PackedBits one = code.bits(std::string_view{bytes}.substr(3, size)),
                         other = code.bits(std::string_view{bytes}.substr(1000, size));
        const LiteralCode::Known known[] = {{.begin = 3, .size = size, .bits = &one},
                                            {.begin = 1000, .size = size, .bits = &other}};
        CHECK(code.pack(bytes, known) == code.pack(bytes));
    }
}
