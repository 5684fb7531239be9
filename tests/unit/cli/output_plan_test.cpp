#include "cli/output_plan.h"

#include <catch2/catch.hpp>

using namespace galley;
using namespace galley::cli;

namespace {

constexpr std::string_view xml[] = {".xml"};
constexpr std::string_view pdf[] = {".pdf"};

const Format item{.name = "item", .title = "Item", .extensions = xml, .many_stories = true};
const Format page{.name = "page", .title = "Page", .extensions = pdf, .binary = true};
const Format other{.name = "other", .title = "Other", .extensions = xml};

Arguments given(std::vector<std::string> operands, const char* option, const char* value) {
    Arguments arguments;
    arguments.operands = std::move(operands);
    arguments.give(option, {value});
    return arguments;
}

std::string code_of(const Arguments& arguments, const std::vector<const Format*>& formats, bool terminal = false) {
    const auto plan = OutputPlan::create(arguments, formats, terminal);
    return plan ? "" : plan.error().code;
}

}  // namespace

TEST_CASE("outputs in a folder are named like their inputs") {
    const auto plan = OutputPlan::create(given({"copy/story.v2.txt", "-"}, "output-dir", "."), {&item, &page}, false);
    REQUIRE(plan);
    CHECK_FALSE(plan->single());
    CHECK(plan->path(0, 0, 1) == "./story.v2.xml");
    CHECK(plan->path(0, 1, 3) == "./story.v2-3.pdf");
    CHECK(plan->path(1, 1, 1) == "./stdin.pdf");
}

TEST_CASE("formats that share an extension get their name before it") {
    const auto plan = OutputPlan::create(given({"a.txt"}, "output-dir", "."), {&item, &other, &page}, false);
    REQUIRE(plan);
    CHECK(plan->path(0, 0, 1) == "./a.item.xml");
    CHECK(plan->path(0, 1, 1) == "./a.other.xml");
    CHECK(plan->path(0, 2, 1) == "./a.pdf");
}

TEST_CASE("what cannot be met is refused before anything is read") {
    Arguments both = given({"a.txt"}, "output-dir", ".");
    both.give("output", {"b.xml"});
    CHECK(code_of(both, {&item}) == "usage.two-places");
    CHECK(code_of(given({"a.txt"}, "output-dir", "-"), {&item}) == "usage.two-places");
    CHECK(code_of(given({"a.txt"}, "output", "b"), {&item, &page}) == "usage.needs-output-dir");
    CHECK(code_of(given({"a.txt", "b.txt"}, "output", "b"), {&page}) == "usage.needs-output-dir");
    CHECK(code_of(given({"a.txt", "b.txt"}, "output", "-"), {&item}).empty());
    CHECK(code_of(given({"a.txt"}, "output", "-"), {&page}, true) == "usage.binary-to-terminal");
    CHECK(code_of(given({"a.txt"}, "output", "-"), {&page}, false).empty());
    CHECK(code_of(given({"a/x.txt", "b/x.txt"}, "output-dir", "."), {&page}) == "output.same-name");
    CHECK(code_of(given({"a.txt"}, "output", "./no-such-folder/a.pdf"), {&page}) == "output.no-folder");
    CHECK(code_of(given({"a.txt"}, "output-dir", "/dev/null"), {&page}) == "output.no-folder");
    CHECK(code_of(given({"a.txt"}, "output-dir", "./no-such-folder"), {&page}).empty());
    CHECK(code_of(given({"a.txt"}, "output", "/"), {&page}) == "output.is-directory");
}
