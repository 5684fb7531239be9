#include "galley/option.h"

#include <array>
#include <catch2/catch.hpp>

using namespace galley;

namespace {

constexpr std::array<std::string_view, 2> pages{"a4", "letter"};
constexpr std::array<std::string_view, 3> bodies{"nitf", "xhtml", "text"};
constexpr std::array table{
    OptionSpec{.name = "page", .kind = OptionKind::choice, .fallback = "a4", .choices = pages},
    OptionSpec{.name = "tagged", .kind = OptionKind::flag, .fallback = "true"},
    OptionSpec{.name = "width", .kind = OptionKind::integer, .fallback = "0", .least = 0, .most = 200},
    OptionSpec{.name = "body", .kind = OptionKind::choices, .fallback = "nitf", .choices = bodies},
    OptionSpec{.name = "note", .kind = OptionKind::text, .fallback = ""},
};

std::string refused(const std::string& name, const std::string& value) {
    const auto values = OptionValues::create("pdf", table, {{name, value}});
    return values ? "" : values.error().code;
}

}  // namespace

TEST_CASE("options have their fallback until they are given", "[option]") {
    const auto values =
        OptionValues::create("pdf", table, {{"page", "letter"}, {"width", "72"}, {"body", "text,nitf"}}).value();
    CHECK(values.choice("page") == 1);
    CHECK(values.flag("tagged"));
    CHECK(values.integer("width") == 72);
    CHECK(values.choices("body") == std::vector<std::size_t>{2, 0});
    CHECK(values.text("note").empty());
    CHECK(values.is_given("page"));
    CHECK_FALSE(values.is_given("tagged"));
}

TEST_CASE("equal behaviour has one canonical form", "[option]") {
    const auto fallback = OptionValues::create("pdf", table, {}).value();
    const auto given = OptionValues::create("pdf", table, {{"page", "a4"}}).value();
    CHECK(fallback.canonical() == given.canonical());
    CHECK(fallback.canonical() == "body=nitf\nnote=\npage=a4\ntagged=true\nwidth=0\n");
}

TEST_CASE("an option that is not there, or a value it cannot have, is refused with advice", "[option]") {
    CHECK(refused("pge", "a4") == "option.unknown");
    CHECK(refused("page", "a5") == "option.bad-value");
    CHECK(refused("tagged", "yes") == "option.bad-value");
    CHECK(refused("width", "201") == "option.bad-value");
    CHECK(refused("width", "7x") == "option.bad-value");
    CHECK(refused("body", "nitf,pdf") == "option.bad-value");
    const auto unknown = OptionValues::create("pdf", table, {{"pge", "a4"}});
    CHECK(unknown.error().hints.front() == "did you mean 'page'?");
    CHECK(unknown.error().cause == Cause::usage);
}
