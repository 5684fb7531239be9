#include "galley/decode.h"

#include <catch2/catch.hpp>

#include <string>

using namespace galley;

TEST_CASE("a shift that its encoding does not have is an invalid byte, at the end of a source, too") {
    for (const std::string bytes : {"\x0F", "a\x0F", "a\x0E"}) {
        Diagnostics diagnostics;
        const auto decoded = decode("story.txt", bytes, {.encoding = "ISO-2022-JP"}, diagnostics);
        REQUIRE_FALSE(decoded);
        REQUIRE(decoded.error().code == "decode.invalid-bytes");
        REQUIRE(decoded.error().where.span);
        CHECK(*decoded.error().where.span == Span{bytes.size() - 1, bytes.size()});
    }
}
