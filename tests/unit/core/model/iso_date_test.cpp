#include "galley/iso_date.h"

#include <catch2/catch.hpp>

using namespace galley;

TEST_CASE("iso_date writes what is there and read_iso_date reads it back", "[iso_date]") {
    for (const char* text :
         {"2026-01-02", "2026-01", "2026", "2026-01-02T10:00-05:00", "2026-01-02T10:00", "--06-02", "--06", "---02",
          "T17:41+09:00", "2024-02-29T23:59:60Z", "2026-01-02T10:00:00.25+05:30", "-0044-03-15", "0000-01-01"}) {
        CAPTURE(text);
        const auto date = read_iso_date(text);
        REQUIRE(date);
        CHECK(iso_date(*date) == text);
    }
    CHECK(iso_date(PartialDate{}).empty());
}

TEST_CASE("read_iso_date reads the basic form", "[iso_date]") {
    CHECK(iso_date(read_iso_date("20260102T100000Z").value()) == "2026-01-02T10:00:00Z");
    CHECK(iso_date(read_iso_date("20140829T135002+0100").value()) == "2014-08-29T13:50:02+01:00");
    CHECK(iso_date(read_iso_date("20260102").value()) == "2026-01-02");
    CHECK(iso_date(read_iso_date("2026-01-02T10:00:00-05").value()) == "2026-01-02T10:00:00-05:00");
}

TEST_CASE("read_iso_date refuses what is no date", "[iso_date]") {
    for (const char* text : {"", "today", "2026-02-30", "2026-13-01", "2025-02-29", "2026-01-02T25:00", "2026-01-02T10",
                             "2026-01-02x", "26-01-02", "2026-1-2", "2026-01-02T10:00+5", "2026-01-02T10:00:00.", "T",
                             "---00", "2026-01T10:00", "2026-01-02T10:00+24:00"}) {
        CAPTURE(text);
        const auto date = read_iso_date(text);
        REQUIRE_FALSE(date);
        CHECK(date.error().code == "date.not-iso");
    }
}

TEST_CASE("instants go to dates and back", "[iso_date]") {
    const std::chrono::sys_seconds instant{std::chrono::seconds{1767348000}};
    const PartialDate date = to_partial_date(instant);
    CHECK(iso_date(date) == "2026-01-02T10:00:00Z");
    CHECK(to_instant(date) == instant);
    CHECK(to_instant(read_iso_date("2026-01-02T05:00-05:00").value()) == instant);
    CHECK_FALSE(to_instant(read_iso_date("2026-01-02").value()));
    CHECK_FALSE(to_instant(read_iso_date("2026-01-02T05:00").value()));
}

TEST_CASE("is_valid knows the calendar and which parts need which", "[partial_date]") {
    CHECK(is_valid({.month = 2, .day = 29}));
    CHECK_FALSE(is_valid({.year = 2025, .month = 2, .day = 29}));
    CHECK_FALSE(is_valid({.year = 2026, .day = 2}));
    CHECK_FALSE(is_valid({.year = 2026, .offset = 0}));
    CHECK_FALSE(is_valid({.year = 2026, .month = 1, .time = TimeOfDay{.hour = 1}}));
    CHECK_FALSE(is_valid({.time = TimeOfDay{.hour = 10, .nanosecond = 5}}));
    CHECK(is_valid({.time = TimeOfDay{.hour = 10}, .offset = -300}));
}
