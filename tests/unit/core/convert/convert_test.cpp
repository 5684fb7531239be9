#include "galley/convert.h"
#include "core/convert/other_language.h"
#include "galley/digest.h"
#include "galley/guid.h"
#include "tests/unit/core/convert/toy_format.h"

#include <catch2/catch.hpp>

using namespace galley;

namespace {

struct Bench {
    Bench() {
        REQUIRE(registry.add(test::lines_format()));
        REQUIRE(registry.add(test::wrapper_format()));
    }

    Result<> run(std::string_view input, const Format& format, ConvertOptions options = {}) {
        const auto target = Target::create(format, {}, host).value();
        const auto source = memory_source("in.lines", input);
        const auto sink = memory_sink(output);
        return convert(*source, target, *sink, options, context);
    }

    MemoryHost host;
    Registry registry;
    std::stop_source stop;
    Context context{registry, host, {}, stop.get_token()};
    std::string output = "untouched";
};

}  // namespace

TEST_CASE("a format of many stories takes them all", "[convert]") {
    Bench bench;
    REQUIRE(bench.run("a\n%%\nb\nc\n", test::lines_format()));
    CHECK(bench.output == "a\n%%\nb\nc\n%%\n");
}

TEST_CASE("a format of one story refuses a second and publishes nothing", "[convert]") {
    Bench bench;
    CHECK(bench.run("a\n%%\nb\n", test::wrapper_format()).error().code == "convert.many-stories");
    CHECK(bench.output == "untouched");
    REQUIRE(bench.run("a\n", test::wrapper_format()));
    CHECK(bench.output == "<a\n%%\n>");
}

TEST_CASE("a source without a story is an error", "[convert]") {
    Bench bench;
    CHECK(bench.run("", test::lines_format()).error().code == "format.no-story");
    CHECK(bench.output == "untouched");
}

TEST_CASE("the full self-check refuses what the validator calls an error", "[convert]") {
    Bench bench;
    const auto done = bench.run("bad\n", test::wrapper_format(), {.self_check = SelfCheck::full});
    REQUIRE_FALSE(done);
    CHECK(done.error().code == "convert.invalid-output");
    CHECK(done.error().cause == Cause::self_check);
    CHECK(bench.output == "untouched");
}

TEST_CASE("the full self-check also sees what was first rendered inside another format", "[convert]") {
    Bench bench;
    const auto target = Target::create(test::wrapper_format(), {}, bench.host).value();
    Document story;
    story.body.push_back(Paragraph{{Text{"bad"}}});
    REQUIRE(bench.context.render(story, "text/x-wrapper"));
    CHECK(render(story, target, {.self_check = SelfCheck::full}, bench.context).error().code ==
          "convert.invalid-output");
}

TEST_CASE("the profile goes over what was read", "[convert]") {
    Bench bench;
    const auto source = memory_source("in.lines", "a\n");
    std::string language;
    REQUIRE(read_stories(
        *source, {.profile = {.language = "fr"}},
        [&](Document&& story) -> Result<> {
            language = story.meta.language->value;
            return {};
        },
        bench.context));
    CHECK(language == "fr");
}

TEST_CASE("a configured language brings its direction", "[convert]") {
    Document story;
    apply({.language = "ar"}, story);
    CHECK(story.meta.direction == Direction::right_to_left);
    apply({.language = "fr"}, story);
    CHECK(story.meta.direction == Direction::left_to_right);
}

TEST_CASE("a profile whose language the text contradicts is told of it", "[convert]") {
    Document story;
    story.meta.language = Found<std::string>{"ja"};
    story.meta.language->method = Method::inferred;
    story.meta.language->confidence = 99;
    const auto warning = other_language({.language = "en-CA"}, story);
    REQUIRE(warning);
    CHECK(warning->code == "profile.other-language");
    CHECK(warning->severity == Severity::warning);
    CHECK_FALSE(other_language({.language = "JA-jp"}, story));
    CHECK_FALSE(other_language({}, story));
    story.meta.language->value = "nb";
    CHECK_FALSE(other_language({.language = "no"}, story));
    CHECK_FALSE(other_language({.language = "nn"}, story));
    story.meta.language->confidence = 80;
    CHECK_FALSE(other_language({.language = "en"}, story));
    story.meta.language = Found<std::string>{"ja"};  // stated by the source
    story.meta.language->method = Method::stated;
    CHECK_FALSE(other_language({.language = "en"}, story));
}

TEST_CASE("the next version keeps the guid and counts on", "[convert]") {
    Document first;
    first.source.sha256 = sha256("first");
    Document second;
    second.source.sha256 = sha256("second");
    continue_from(first, second);
    Diagnostics said;
    CHECK(document_guid(second, said) == document_guid(first, said));
    CHECK(second.identity.version->value == 2);
    Document third;
    continue_from(second, third);
    CHECK(third.identity.version->value == 3);
    CHECK(third.identity.guid->method == Method::configured);
}

TEST_CASE("a job that was asked to stop stops", "[convert]") {
    Bench bench;
    bench.stop.request_stop();
    const auto done = bench.run("a\n", test::lines_format());
    REQUIRE_FALSE(done);
    CHECK(done.error().code == "job.stopped");
    CHECK(done.error().cause == Cause::cancelled);
}

TEST_CASE("bytes already rendered in a job are used again", "[convert]") {
    Bench bench;
    const auto lines = Target::create(test::lines_format(), {}, bench.host).value();
    Document story;
    story.body.push_back(Paragraph{{Text{"a"}}});
    const std::string_view first = render(story, lines, {}, bench.context).value();
    CHECK(bench.context.render(story, "text/x-lines").value().data() == first.data());
    bench.context.forget(story);
    story.body.push_back(Paragraph{{Text{"b"}}});
    CHECK(bench.context.render(story, "text/x-lines").value() == "a\nb\n%%\n");
}

TEST_CASE("formats inside formats that are not there, or too deep, are told", "[convert]") {
    Bench bench;
    Document story;
    CHECK(bench.context.render(story, "text/none").error().code == "format.absent");
    CHECK(bench.context.read("x", "x", "text/none").error().code == "format.absent");
    Context shallow(bench.registry, bench.host, {.nesting = 0});
    CHECK(shallow.render(story, "text/x-lines").error().code == "limit.nesting");
    CHECK(shallow.read("x", "a\n", "text/x-lines").error().code == "limit.nesting");
    CHECK(bench.context.read("x", "a\n", "text/x-lines").value().body.size() == 1);
    CHECK(bench.context.read("x", "", "text/x-lines").error().code == "format.no-story");
}

TEST_CASE("an output beyond the limit is refused", "[convert]") {
    Bench bench;
    Context small(bench.registry, bench.host, {.output_bytes = 3});
    const auto target = Target::create(test::lines_format(), {}, bench.host).value();
    const auto source = memory_source("in.lines", "abc\n");
    const auto sink = memory_sink(bench.output);
    CHECK(convert(*source, target, *sink, {}, small).error().code == "limit.output-bytes");
    CHECK(bench.output == "untouched");
}

TEST_CASE("a format that has no reader or writer says so", "[convert]") {
    const MemoryHost host;
    static Format write_only = test::wrapper_format();
    CHECK(Origin::create(write_only, {}, host).error().code == "format.cannot-read");
    static Format read_only = test::lines_format();
    read_only.make_writer = nullptr;
    CHECK(Target::create(read_only, {}, host).error().code == "format.cannot-write");
}
