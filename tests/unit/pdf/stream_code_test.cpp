#include "converters/pdf/deflate/stream_code.h"
#include "converters/pdf/deflate/match_symbols.h"
#include "converters/pdf/deflate_edge.h"

#include <catch2/catch.hpp>

#include <array>
#include <numeric>
#include <string>
#include <string_view>

using namespace galley::pdf;

namespace {

constexpr std::size_t most = 1 << 20;

/// Words of a story's kind, in an order that `state` decides.
std::string words(std::size_t size, std::uint32_t state) {
    constexpr std::string_view known[] = {"the",  "harbour", "council", "said",  "on",     "Monday", "that", "it",
                                          "will", "dredge",  "town's",  "basin", "before", "1",      "May,"};
    std::string text;
    while (text.size() < size) {
        state = state * 1664525U + 1013904223U;
        (text += known[(state >> 16) % std::size(known)]) += ' ';
    }
    text.resize(size);
    return text;
}

std::string noise(std::size_t size, std::uint32_t state) {
    std::string bytes;
    while (bytes.size() < size) {
        state = state * 1664525U + 1013904223U;
        bytes += static_cast<char>(state >> 24);
    }
    return bytes;
}

/// Of all strings of 12 bits, how many begin with a codeword of one of `lengths`.
template <class Lengths>
std::uint32_t covered(const Lengths& lengths) {
    return std::accumulate(lengths.begin(), lengths.end(), 0U,
                           [](std::uint32_t sum, std::uint8_t length) { return sum + (4096U >> length); });
}

}  // namespace

TEST_CASE("each length and distance has the symbol that the standard gives it") {
    // RFC 1951, 3.2.5: the first length and the first distance of each symbol.
    constexpr std::array lengths{3,  4,  5,  6,  7,  8,  9,  10, 11,  13,  15,  17,  19,  23, 27,
                                 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258};
    constexpr std::array distances{1,    2,    3,    4,    5,    7,    9,    13,    17,    25,
                                   33,   49,   65,   97,   129,  193,  257,  385,   513,   769,
                                   1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577};
    std::size_t symbol = 0;
    for (std::size_t length = 3; length <= 258; ++length) {
        symbol += symbol + 1 < lengths.size() && length == static_cast<std::size_t>(lengths[symbol + 1]) ? 1U : 0U;
        const MatchSymbol said = length_symbol(length);
        CHECK(said.symbol == 257 + symbol);
        CHECK(static_cast<std::size_t>(lengths[symbol]) + said.extra == length);
        CHECK(said.extra < (1U << said.extra_bits));
    }
    symbol = 0;
    bool all_right = true;
    for (std::size_t distance = 1; distance <= 32'768; ++distance) {
        symbol +=
            symbol + 1 < distances.size() && distance == static_cast<std::size_t>(distances[symbol + 1]) ? 1U : 0U;
        const MatchSymbol said = distance_symbol(distance);
        all_right = all_right && said.symbol == symbol &&
                    static_cast<std::size_t>(distances[symbol]) + said.extra == distance &&
                    said.extra < (1U << said.extra_bits);
    }
    CHECK(all_right);
}

TEST_CASE("stream codes are whole, and have a codeword for every symbol") {
    for (const StreamCodeLengths& lengths : stream_codes) {
        CHECK(covered(lengths.literals) == 4096);
        CHECK(covered(lengths.distances) == 4096);
        CHECK(std::ranges::min(lengths.literals) >= 1);
        CHECK(std::ranges::min(lengths.distances) >= 1);
        CHECK(std::ranges::max(lengths.literals) <= 12);
        CHECK(std::ranges::max(lengths.distances) <= 12);
    }
}

TEST_CASE("what a stream code packs comes back, like its streams or not") {
    std::string far = noise(40'000, 1);
    far += far.substr(0, 20'000);  // matches beyond the farthest, which are none
    const std::string streams[] = {words(256, 1),
                                   words(20'000, 2),
                                   words(65'535, 3),
                                   noise(5'000, 4),
                                   far,
                                   std::string(65'535, 'a'),
                                   std::string(300, '\0'),
                                   words(9'000, 5) + words(9'000, 5),
                                   "aaab" + std::string(258, 'c') + "aaab" + std::string(259, 'c') + noise(8, 6)};
    for (const StreamCodeLengths& lengths : stream_codes) {
        const StreamCode code{lengths};
        for (const std::string& stream : streams) {
            CHECK(inflate(code.pack(stream), most).value() == stream);
        }
        for (std::size_t size = 0; size < 40; ++size) {
            CHECK(inflate(code.pack(words(size, 7)), most).value() == words(size, 7));
            CHECK(inflate(code.pack(std::string(size, 'x')), most).value() == std::string(size, 'x'));
        }
        CHECK(code.pack(streams[1]) == StreamCode{lengths}.pack(streams[1]));
    }
}

TEST_CASE("copy in Latin letters has a stream code, and takes little more with it") {
    constexpr std::string_view copy =
        "Harbour to be dredged before winter\n\nBy Ann Lee\n\nThe council of Tidewell voted on Monday to dredge the harbour before winter, ending two "
        "years of argument over who should pay for it.\n\nFishermen have complained since the storms of 2024 that boats touch the ground at low water, "
        "and three of them have moved to Quayside. \"Nobody wanted to be the first to sign,\" said Tom Ray, who leads the harbour office. \"Now it is "
        "done.\"\n\nThe work is to cost 4.2 million and to take eleven weeks; the sand goes to the beach north of the mole, where the sea has taken "
        "forty metres of it in ten years. Two hotels there have lost their terraces, and a third its dining room.\n\nThe ministry in the capital pays "
        "half. It had asked for a survey of the sea bed first, which a firm from Eastport delivered in March: under the mud lies gravel, not rock, so "
        "that no blasting is needed. Divers found the wreck of a barge, too, known from no chart, and left it where it was.\n\nThe ferry to the islands "
        "will sail from the eastern quay meanwhile. Its timetable changes on Sunday, the operator said; tickets that were bought before stay valid.\n";
    const StreamCode* const code = find_stream_code(copy);
    REQUIRE(code != nullptr);
    CHECK(inflate(code->pack(copy), most).value() == copy);
    CHECK(code->pack(copy).size() < deflate(copy, Level::fast).value().size() * 120 / 100);
}

TEST_CASE("what is like no stream that was counted is left to libdeflate") {
    std::string arabic;
    while (arabic.size() < 4'000) {
        arabic += "قال المجلس يوم الاثنين إن الميناء سيُعمَّق. ";
    }
    CHECK(find_stream_code(arabic) == nullptr);
    CHECK(find_stream_code(noise(4'000, 9)) == nullptr);
    CHECK(find_stream_code(words(1023, 10)) == nullptr);
    CHECK(find_stream_code(words(1024, 10)) != nullptr);
    CHECK(find_stream_code(words(65'535, 11)) != nullptr);
    CHECK(find_stream_code(words(65'536, 11)) == nullptr);
    CHECK(find_stream_code("") == nullptr);
}
