#include "galley/host.h"
#include "core/host/system_error.h"

#include <catch2/catch.hpp>
#include <cerrno>
#include <cstdlib>

using namespace galley;

TEST_CASE("SOURCE_DATE_EPOCH sets the clock, or is refused", "[host]") {
    ::setenv("SOURCE_DATE_EPOCH", "1767312000", 1);
    CHECK(run_instant().value() == std::chrono::sys_seconds{std::chrono::seconds{1767312000}});
    for (const char* bad : {"tomorrow", "-1", "12x", "99999999999999"}) {
        ::setenv("SOURCE_DATE_EPOCH", bad, 1);
        CHECK(run_instant().error().code == "clock.bad-epoch");
    }
    ::unsetenv("SOURCE_DATE_EPOCH");
    CHECK(run_instant().value() > std::chrono::sys_seconds{std::chrono::seconds{1767312000}});
}

TEST_CASE("a host in memory has its own files", "[host]") {
    MemoryHost host(std::chrono::sys_seconds{std::chrono::seconds{7}});
    CHECK(host.now().time_since_epoch().count() == 7);
    host.files["in"] = "bytes";
    CHECK(host.open_source("in").value()->peek(10).value() == "bytes");
    CHECK(host.open_source("none").error().code == "input.missing");
    CHECK(host.open_sink("in", {}).error().code == "output.exists");
    auto sink = host.open_sink("out", {}).value();
    REQUIRE(sink->write("new"));
    CHECK_FALSE(host.files.contains("out"));
    REQUIRE(sink->commit());
    CHECK(host.files["out"] == "new");
}

TEST_CASE("each error of the system has a code and advice", "[host]") {
    CHECK(input_error("f", EACCES).code == "input.permission");
    CHECK(input_error("f", EIO).code == "input.read-failed");
    CHECK(output_error("f", EROFS).code == "output.permission");
    CHECK(output_error("f", ENOSPC).code == "output.full");
    CHECK(output_error("f", EIO).code == "output.write-failed");
    CHECK(output_error("f", ENOSPC).cause == Cause::output);
    CHECK_FALSE(output_error("f", EIO).hints.empty());
}
