#include "galley/registry.h"
#include "tests/unit/core/convert/toy_format.h"

#include <catch2/catch.hpp>

using namespace galley;

TEST_CASE("a registry finds formats by name and media type", "[registry]") {
    Registry registry;
    REQUIRE(registry.add(test::wrapper_format()));
    REQUIRE(registry.add(test::lines_format()));
    CHECK(registry.find("lines").value() == &test::lines_format());
    CHECK(registry.find_media_type("text/x-lines; charset=utf-8") == &test::lines_format());
    CHECK(registry.find_media_type("text/x-wrapper") == &test::wrapper_format());
    CHECK(registry.find_media_type("text/none") == nullptr);
    const auto unknown = registry.find("line");
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().code == "format.unknown");
    CHECK(unknown.error().hints.front() == "did you mean 'lines'?");
}

TEST_CASE("a name is taken once, and a format must be good for something", "[registry]") {
    Registry registry;
    REQUIRE(registry.add(test::lines_format()));
    CHECK(registry.add(test::lines_format()).error().code == "registry.duplicate");
    static const Format useless{.name = "useless", .title = "Useless"};
    CHECK(registry.add(useless).error().code == "registry.bad-format");
}

TEST_CASE("detection goes by content, then by extension", "[registry]") {
    Registry registry;
    static constexpr std::string_view other_extensions[] = {".other"};
    static Format other = test::lines_format();
    other.name = "other";
    other.extensions = other_extensions;
    REQUIRE(registry.add(test::lines_format()));
    REQUIRE(registry.add(other));
    CHECK(detect_format(registry, "a.txt", "text").value().format == &test::lines_format());
    CHECK(detect_format(registry, "a.OTHER", "text").value().format == &other);
    CHECK(detect_format(registry, "a.other/b", "text").value().format == &test::lines_format());
    other.sniff = [](std::string_view head) -> SniffScore { return head.starts_with("other") ? 90 : 0; };
    Registry strict;
    REQUIRE(strict.add(test::lines_format()));
    REQUIRE(strict.add(other));
    CHECK(detect_format(strict, "a.other", "other text").value().format == &other);
    const auto misnamed = detect_format(strict, "a.other", "text");
    REQUIRE_FALSE(misnamed);
    CHECK(misnamed.error().message.find("is named as other") != std::string::npos);
    CHECK(detect_format(strict, "a.lines", "text").value().format == &test::lines_format());
    const auto none = detect_format(registry, "a.html", "<html>");
    REQUIRE_FALSE(none);
    CHECK(none.error().code == "format.not-recognised");
    CHECK(none.error().message.find("a web page") != std::string::npos);
}
