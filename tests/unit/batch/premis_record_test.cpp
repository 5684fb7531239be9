#include "core/batch/premis_record.h"

#include "tests/unit/batch/batch_bench.h"

using namespace galley;
using galley::test::BatchBench;
using namespace galley::batch;

namespace {

StoryResult result_of(Outcome outcome) {
    StoryResult result;
    result.name = "a & b.lines";
    result.outcome = outcome;
    result.source = {.bytes = 12, .sha256 = sha256("source"), .format = "lines", .confidence = 80};
    result.diagnostics = {{.severity = Severity::warning, .code = "toy.warning", .message = "1 < 2"}};
    if (outcome == Outcome::done) {
        result.outputs.push_back({.path = "a & b.lines.out",
                                  .bytes = "bytes",
                                  .role = "rendition",
                                  .format = "wrapper",
                                  .pronom = "fmt/0",
                                  .sha256 = sha256("bytes")});
    }
    return result;
}

std::size_t times(const std::string& text, std::string_view part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
        ++found;
    }
    return found;
}

}  // namespace

TEST_CASE("a PREMIS record has source and renditions as objects, and what was done as events", "[premis]") {
    const std::string text =
        premis_record(result_of(Outcome::done), {.clock = std::chrono::sys_days{std::chrono::year{2026} / 1 / 2}});
    CHECK(times(text, "<object xsi:type=\"file\">") == 2);
    CHECK(times(text, "<event>") == 4);
    CHECK(times(text, "<agent>") == 1);
    for (const char* type : {"capture", "format identification", "normalization", "validation"}) {
        CHECK(times(text, "<eventType>" + std::string(type) + "</eventType>") == 1);
    }
    CHECK(times(text, "<eventDateTime>2026-01-02T00:00:00Z</eventDateTime>") == 4);
    CHECK(times(text, "<messageDigest>" + hex(sha256("bytes"))) == 1);
    CHECK(times(text, "<formatRegistryKey>fmt/0<") == 1);
    CHECK(times(text, "toy.warning: 1 &lt; 2<") == 1);
    CHECK(times(text, "<eventOutcome>warning<") == 1);
}

TEST_CASE("a story that failed has an event that failed and no rendition", "[premis]") {
    const std::string failed = premis_record(result_of(Outcome::failed), {});
    CHECK(times(failed, "<object ") == 1);
    CHECK(times(failed, "<eventOutcome>failure<") == 1);
    CHECK(times(failed, "<eventType>normalization<") == 1);
    CHECK(times(premis_record(result_of(Outcome::invalid), {}), "<eventType>validation<") == 1);
}

TEST_CASE("one story of several in a file is a bitstream", "[premis]") {
    StoryResult second = result_of(Outcome::done);
    second.story = 2;
    const std::string text = premis_record(second, {});
    CHECK(times(text, "<object xsi:type=\"bitstream\">") == 1);
    CHECK(times(text, "<originalName>") == 0);
    CHECK(times(text, ">a &amp; b.lines#2<") > 0);
}

TEST_CASE("PREMIS records stand beside the renditions, in the journal and in the bag's manifests", "[premis]") {
    BatchBench bench;
    bench.write_stories(3);
    bench.folder.write("in/empty.lines", "");
    for (const BatchForm form : {BatchForm::folder, BatchForm::bag}) {
        auto settings = bench.settings(form, form == BatchForm::bag ? "bag" : "out");
        settings.premis = true;
        const auto summary = bench.run(settings).value();
        CHECK(summary.done == 3);
        CHECK(
            verify_batch(settings.destination.path, [](const Diagnostic& said) { FAIL(said.message); }).value().wrong ==
            0);
    }
    CHECK(bench.folder.read("out/1/story-1.lines~premis.xml").starts_with("<?xml"));
    const std::string record = bench.folder.read("bag/data/metadata/1/story-1.lines~premis.xml");
    CHECK(times(record, "<messageDigestAlgorithm>SHA-512<") == 3);
    CHECK(bench.folder.read("bag/manifest-sha512.txt").find("data/metadata/1/story-1.lines~premis.xml") !=
          std::string::npos);
    auto other = bench.settings(BatchForm::folder, "out");
    other.resume = true;
    CHECK(bench.run(other).error().code == "batch.other-run");
}
