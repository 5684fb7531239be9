#include "core/batch/run_statistics.h"
#include "core/batch/story_list.h"
#include "galley/batch_report.h"
#include "tests/unit/batch/batch_bench.h"

using namespace galley;
using galley::batch::RunStatistics;
using galley::test::BatchBench;

namespace {

constexpr std::string_view header =
    R"({"galley_batch":1,"version":"1","settings":"0123456789abcdef","clock":0,"form":"folder",)"
    R"("layout":"mirror","records_per_frame":1,"shard":1,"shards":1,"formats":["lines"],"bag_info":[]})";

std::string record(int item, std::string_view status, std::string_view code) {
    return R"({"item":)" + std::to_string(item) + R"(,"name":"story )" + std::to_string(item) +
           R"( <b>","story":1,"last":true,"status":")" + std::string(status) +
           R"(","source":{"bytes":3,"format":"lines","confidence":100,"encoding":"UTF-8","encoding_confidence":55,"language":"en"},)"
           R"("outputs":[],"diagnostics":[{"severity":"warning","code":"toy.said","message":"first"},{"severity":"error","code":")" +
           std::string(code) + R"(","message":"why & how"}]})";
}

std::string lines(std::initializer_list<std::string> all) {
    std::string text;
    for (const std::string& line : all) {
        text += line + "\n";
    }
    return text;
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("statistics come from the journals of all runs together", "[report]") {
    const BatchBench bench;
    bench.folder.write("a/.galley/journal.jsonl", lines({std::string(header), record(1, "done", "toy.also"),
                                                         record(2, "failed", "toy.bad"), R"({"end":true})"}));
    bench.folder.write("a/.galley/timings.jsonl", lines({R"({"first":1,"milliseconds":1500,"microseconds":[70]})",
                                                         R"({"first":2,"milliseconds":500,"microseconds":[90]})"}) +
                                                      "{\"fir");
    bench.folder.write("b/.galley/journal.jsonl", lines({std::string(header), record(3, "invalid", "toy.bad")}));
    RunStatistics told;
    REQUIRE(told.add(bench.folder.path("a"), {}));
    CHECK(told.summary.complete);
    REQUIRE(told.add(bench.folder.path("b"), {}));
    CHECK_FALSE(told.summary.complete);
    CHECK(told.summary.records == 3);
    CHECK(told.summary.failed == 2);
    CHECK(told.codes.at("toy.bad").stories == 2);
    CHECK(told.languages.at("en") == 3);
    CHECK(told.format_confidence.back() == 3);
    CHECK(told.encoding_confidence.at(5) == 3);
    REQUIRE(told.failures.size() == 2);
    CHECK(told.failures.back().status == "invalid");
    REQUIRE(told.slowest.size() == 2);
    CHECK(told.slowest.front().name == "story 2 <b>");
    REQUIRE(told.groups.size() == 2);
    CHECK(told.groups.back().milliseconds == 2000);
}

TEST_CASE("the page escapes what it quotes and needs nothing else", "[report]") {
    const BatchBench bench;
    bench.folder.write("a/.galley/journal.jsonl", lines({std::string(header), record(2, "failed", "toy.bad")}));
    const std::string page = report_batches({bench.folder.path("a")}, BatchReport::page).value();
    CHECK(page.starts_with("<!DOCTYPE html>"));
    CHECK(has(page, "story 2 &lt;b&gt;"));
    CHECK(has(page, "why &amp; how"));
    CHECK(has(page, "not complete"));
    for (const char* part : {"src=", "href=", "url(", "@import"}) {
        CHECK_FALSE(has(page, part));
    }
    CHECK(has(page, "default-src 'none'"));
}

TEST_CASE("the list of stories holds their values in their texts, and nothing that ends a script", "[report]") {
    const BatchBench bench;
    bench.folder.write(
        "a/.galley/journal.jsonl",
        lines(
            {std::string(header),
             R"({"item":4,"name":"four","story":1,"last":true,"status":"done","source":{"bytes":3,"format":"lines"},)"
             R"("found":[{"what":"byline","value":"By </script>","method":"parsed","confidence":81,"begin":0,"end":8},)"
             R"({"what":"by","part":true,"value":"Ola","method":"parsed","confidence":79,"begin":3,"end":8}],)"
             R"("outputs":[],"diagnostics":[]})"}));
    bench.folder.write("a/.galley/texts.jsonl", R"({"item":4,"story":1,"pieces":[{"text":"By )"
                                                "\u2028"
                                                R"(Ola <b>","marks":[[0,0,9],[1,3,9],[1,90,99],[0]]}]})"
                                                "\n");
    RunStatistics told;
    REQUIRE(told.add(bench.folder.path("a"), {}));
    CHECK(told.found_confidence.at("byline").at(8) == 1);
    CHECK(told.found_confidence.size() == 1);
    const std::string list = galley::batch::story_list(told);
    CHECK(has(
        list,
        R"("stories":[[0,"four",1,0,0,null,null,79,[],0,)"
        R"([[[0,"By \u003c/script\u003e",1,81,0,1],[1,"Ola",1,79,1,1]],[],[[["By ",0],["\u2028Ola",0,1]," \u003cb\u003e"]]]]])"));
    CHECK(has(list, R"("kinds":["byline","by"])"));
    CHECK(list.find_first_of("<>&") == std::string::npos);
}

TEST_CASE("Archivematica is told pass, partial pass or fail", "[report]") {
    const BatchBench bench;
    const auto told = [&](std::initializer_list<std::string> journal) {
        bench.folder.write("a/.galley/journal.jsonl", lines(journal));
        return report_batches({bench.folder.path("a")}, BatchReport::archivematica).value();
    };
    const std::string first(header);
    const std::string end = R"({"end":true})";
    CHECK(has(told({first, record(1, "done", "toy.also"), end}), R"("eventOutcomeInformation":"pass")"));
    CHECK(has(told({first, record(1, "done", "toy.also"), record(2, "failed", "toy.bad"), end}),
              R"("eventOutcomeInformation":"partial pass")"));
    CHECK(has(told({first, record(1, "failed", "toy.bad"), end}), R"("eventOutcomeInformation":"fail")"));
    CHECK(has(told({first, record(1, "done", "toy.also")}), R"("eventOutcomeInformation":"fail")"));
}

TEST_CASE("where there is no run there is no report", "[report]") {
    const BatchBench bench;
    CHECK(report_batches({bench.folder.path("nowhere")}, BatchReport::page).error().code == "batch.not-a-batch");
}
