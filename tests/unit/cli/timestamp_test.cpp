#include "cli/timestamp.h"

#include <catch2/catch.hpp>

using namespace galley::cli;
using namespace std::chrono;

TEST_CASE("a timestamp is seconds, a date, or a date with time") {
    const auto at = [](std::string_view text) { return read_timestamp(text).value(); };
    CHECK(at("1767366000") == sys_seconds(seconds(1767366000)));
    CHECK(at("0") == sys_seconds());
    CHECK(at("2026-01-02") == sys_days(2026y / 1 / 2));
    CHECK(at("20260102") == sys_days(2026y / 1 / 2));
    CHECK(at("2026-01-02T10:00:00Z") == sys_days(2026y / 1 / 2) + 10h);
    CHECK(at("2026-01-02T10:00:00-05:00") == sys_days(2026y / 1 / 2) + 15h);
    CHECK(at("2026-01-02T10:00") == sys_days(2026y / 1 / 2) + 10h);
}

TEST_CASE("what is no instant is refused") {
    for (const char* text : {"", "soon", "-1", "2026-13-01", "2026-02-30", "--06-02", "2026-01", "999999999999999"}) {
        INFO(text);
        const auto read = read_timestamp(text);
        REQUIRE_FALSE(read);
        CHECK(read.error().code == "usage.bad-timestamp");
        CHECK(read.error().cause == galley::Cause::usage);
    }
}
