#include "converters/pdf/emit/cid_map.h"

#include <catch2/catch.hpp>

using galley::pdf::CidMap;

TEST_CASE("CIDs are numbered by first use, one for each glyph and text") {
    CidMap cids;
    CHECK(cids.of(70, U'a') == 1);
    CHECK(cids.of(71, U'b') == 2);
    CHECK(cids.of(70, U'a') == 1);
    CHECK(cids.of(70, U'\u0430') == 3);
    CHECK(cids.of(90, "fi") == 4);
    CHECK(cids.of(90, "fi") == 4);
    CHECK(cids.of(90, "fl") == 5);
    CHECK(cids.entries()[4].glyph == 90);
    CHECK(cids.texts()[cids.entries()[4].text] == "fl");
}

TEST_CASE("a font has 65,535 CIDs and not one more") {
    CidMap cids;
    for (std::uint32_t glyph = 1; glyph <= 65'535; ++glyph) {
        REQUIRE(cids.of(glyph, U'x') == glyph);
    }
    CHECK(cids.of(7, U'y') == 0);
    CHECK(cids.of(7, U'x') == 7);
}
