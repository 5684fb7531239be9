#include "galley/decode.h"

#include <catch2/catch.hpp>

#include <cstdint>
#include <vector>

using namespace galley;

TEST_CASE("a map with nothing added is the identity behind what was skipped") {
    SourceMap map(3);
    CHECK(map.to_source(0, 5) == Span{3, 8});
    map.shift(100);
    CHECK(map.to_source(2, 2) == Span{105, 105});
}

TEST_CASE("positions inside a character go to its start or its end") {
    SourceMap map;
    map.add(1, 1, 4);
    map.add(3, 2, 2);
    map.add(1, 1);
    CHECK(map.to_source(0, 4) == Span{0, 4});
    CHECK(map.to_source(4, 7) == Span{4, 6});
    CHECK(map.to_source(7, 10) == Span{6, 8});
    CHECK(map.to_source(5, 6) == Span{4, 6});
    CHECK(map.to_source(5, 8) == Span{4, 8});
    CHECK(map.to_source(10, 11) == Span{8, 9});
    CHECK(map.to_source(0, 11) == Span{0, 9});
}

TEST_CASE("source bytes that became nothing belong to neither neighbour") {
    SourceMap map;
    map.add(0, 3);
    map.add(3, 2, 2);
    map.add(0, 3);
    map.add(1, 1);
    map.add(0, 4);
    CHECK(map.to_source(0, 3) == Span{3, 5});
    CHECK(map.to_source(3, 6) == Span{5, 7});
    CHECK(map.to_source(6, 7) == Span{10, 11});
    CHECK(map.to_source(0, 7) == Span{3, 11});
    CHECK(map.to_source(6, 6).empty());
}

TEST_CASE("text that was made of nothing leads to where it stands") {
    SourceMap map;
    map.add(1, 1, 2);
    map.add(5, 0);
    map.add(1, 1, 2);
    CHECK(map.to_source(2, 7) == Span{2, 2});
    CHECK(map.to_source(7, 8) == Span{2, 3});
    CHECK(map.to_source(0, 9) == Span{0, 4});
}

TEST_CASE("a map of many runs answers like a list of all characters") {
    struct Character {
        std::uint32_t decoded;
        std::uint32_t source;
    };
    // Sizes from a linear congruential generator, runs of every length, some sizes beyond what a nibble holds.
    std::vector<Character> characters;
    SourceMap map(7);
    for (unsigned seed = 5; characters.size() < 5000;) {
        seed = seed * 1664525 + 1013904223;
        const Character character{seed >> 28U == 15 ? 300 : 1 + (seed >> 24U) % 4,
                                  seed >> 20U & 15U ? 1 + (seed >> 16U) % 3 : 70000};
        const unsigned count = 1 + (seed >> 12U & 7U) * (seed >> 8U & 7U);
        map.add(character.decoded, character.source, count);
        characters.insert(characters.end(), count, character);
    }
    std::uint64_t decoded = 0;
    std::uint64_t source = 7;
    for (const Character& character : characters) {
        const Span span = map.to_source(decoded, decoded + character.decoded);
        REQUIRE(span == Span{source, source + character.source});
        if (character.decoded > 1) {
            REQUIRE(map.to_source(decoded + 1, decoded + 1) == Span{source, source + character.source});
        }
        decoded += character.decoded;
        source += character.source;
    }
    CHECK(map.to_source(0, decoded) == Span{7, source});
    CHECK(map.to_source(decoded, decoded) == Span{source, source});
}
