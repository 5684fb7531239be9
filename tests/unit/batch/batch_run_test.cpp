#include "core/batch/tar_member.h"
#include "tests/unit/batch/batch_bench.h"

#include <unistd.h>
#include <filesystem>

using namespace galley;
using test::BatchBench;

namespace {

/// Reads something else each time.
class ForgetfulReader final : public Reader {
public:
    [[nodiscard]] Result<> read(ByteSource&, const OnStory& on_story, Context&) const override {
        static std::atomic<int> times = 0;
        Document story;
        story.body.push_back(Paragraph{{Text{"time " + std::to_string(++times)}}});
        return on_story(std::move(story));
    }
};

}  // namespace

TEST_CASE("every story becomes all its renditions and a record", "[batch]") {
    BatchBench bench;
    bench.folder.write("in/b.lines", "second\n");
    bench.folder.write("in/a/x.lines", "first\n%%\nother\n");
    const auto summary = bench.run(bench.settings(BatchForm::folder, "out")).value();
    CHECK(summary.complete);
    CHECK(summary.records == 3);
    CHECK(summary.done == 3);
    const auto files = bench.folder.files("out");
    CHECK(files.size() == 7);
    CHECK(files.at("a/x.lines.lines") == "first\n%%\n");
    CHECK(files.at("a/x.lines.wrap") == "<first\n%%\n>");
    CHECK(files.at("a/x.lines~2.wrap") == "<other\n%%\n>");
    CHECK(files.at("b.lines.wrap") == "<second\n%%\n>");
    const std::string& journal = files.at(".galley/journal.jsonl");
    CHECK(journal.find("\"name\":\"a/x.lines\",\"story\":2,\"last\":true,\"status\":\"done\"") != std::string::npos);
    CHECK(journal.ends_with("\"skipped\":0,\"warned\":0,\"output_bytes\":62}\n"));
}

TEST_CASE("a story that fails is a record and stops nothing", "[batch]") {
    BatchBench bench;
    bench.folder.write("in/a.lines", "good\n");
    bench.folder.write("in/b.lines", "");
    bench.folder.write("in/c.lines", "bad\n");
    std::filesystem::create_symlink("a.lines", bench.folder.path("in/d.lines"));
    auto settings = bench.settings(BatchForm::folder, "out");
    settings.options.self_check = SelfCheck::full;
    const auto summary = bench.run(settings).value();
    CHECK(summary.done == 1);
    CHECK(summary.failed == 2);
    CHECK(summary.invalid == 1);
    CHECK(summary.skipped == 1);
    CHECK(bench.folder.files("out").size() == 3);
    const std::string journal = bench.folder.read("out/.galley/journal.jsonl");
    CHECK(journal.find("format.no-story") != std::string::npos);
    CHECK(journal.find("convert.invalid-output") != std::string::npos);
    CHECK(journal.find("batch.not-a-file") != std::string::npos);
}

TEST_CASE("the bytes are the same whatever the number of jobs", "[batch]") {
    BatchBench bench;
    bench.write_stories(300);
    for (const BatchForm form : {BatchForm::folder, BatchForm::bag, BatchForm::tar, BatchForm::tar_zstd}) {
        const std::string number = std::to_string(static_cast<int>(form));
        std::map<std::string, std::string> first;
        for (const std::uint32_t jobs : {1u, 2u, 5u}) {
            const std::string name = "out" + number + "-" + std::to_string(jobs) + "/x";
            std::filesystem::create_directory(bench.folder.path("out" + number + "-" + std::to_string(jobs)));
            auto settings = bench.settings(form, name);
            settings.jobs = jobs;
            REQUIRE(bench.run(settings).value().done == 300);
            auto files = bench.folder.files("out" + number + "-" + std::to_string(jobs));
            std::erase_if(files, [](const auto& file) {
                return file.first.find("galley/") != std::string::npos && !file.first.ends_with("journal.jsonl");
            });
            if (first.empty()) {
                first = files;
            }
            CHECK(files == first);
        }
    }
}

TEST_CASE("stories by digest, in shards, by pattern", "[batch]") {
    BatchBench bench;
    bench.write_stories(60);
    std::uint64_t total = 0;
    for (std::uint32_t shard = 1; shard <= 3; ++shard) {
        auto settings = bench.settings(BatchForm::folder, "shard" + std::to_string(shard));
        settings.destination.layout = BatchLayout::hashed;
        settings.source.shard = shard;
        settings.source.shards = 3;
        total += bench.run(settings).value().done;
    }
    CHECK(total == 60);
    auto some = bench.settings(BatchForm::folder, "some");
    some.source.include = {"[0-2]/*"};
    some.source.exclude = {"story-1*"};
    CHECK(bench.run(some).value().failed == 0);
    CHECK_FALSE(std::filesystem::exists(bench.folder.path("some/3")));
    CHECK_FALSE(std::filesystem::exists(bench.folder.path("some/1/story-1.lines.wrap")));
    CHECK(std::filesystem::exists(bench.folder.path("some/2/story-2.lines.wrap")));
}

TEST_CASE("what cannot be run is refused before anything is written", "[batch]") {
    BatchBench bench;
    bench.folder.write("in/a.lines", "text\n");
    auto settings = bench.settings(BatchForm::folder, "out");
    settings.targets.clear();
    CHECK(bench.run(settings).error().code == "batch.bad-targets");
    settings = bench.settings(BatchForm::folder, "out");
    settings.targets.push_back(settings.targets.front());
    CHECK(bench.run(settings).error().code == "batch.bad-targets");
    CHECK(bench.run(bench.settings(BatchForm::folder, "in/out")).error().code == "batch.target-in-source");
    CHECK(bench.run(bench.settings(BatchForm::tar, "in/out.tar")).error().code == "batch.target-in-source");
    bench.folder.write("theirs/file", "x");
    CHECK(bench.run(bench.settings(BatchForm::folder, "theirs")).error().code == "batch.exists");
    CHECK(bench.run(bench.settings(BatchForm::tar, "theirs/file")).error().code == "batch.exists");
    settings = bench.settings(BatchForm::folder, "none");
    settings.source.paths.clear();
    CHECK(bench.run(settings).error().code == "batch.no-source");
    settings = bench.settings(BatchForm::folder, "none2");
    settings.source.shard = 4;
    settings.source.shards = 3;
    CHECK(bench.run(settings).error().code == "batch.bad-shard");
    settings = bench.settings(BatchForm::folder, "none3");
    settings.source.paths = {bench.folder.path("gone")};
    CHECK(bench.run(settings).error().code == "input.missing");
}

TEST_CASE("two runs at once on one destination are refused", "[batch]") {
    BatchBench bench;
    bench.folder.write("in/a.lines", "text\n");
    auto settings = bench.settings(BatchForm::folder, "out");
    settings.resume = true;
    const auto first = BatchRun::open(settings, bench.registry, *bench.host).value();
    CHECK(BatchRun::open(settings, bench.registry, *bench.host).error().code == "batch.locked");
    CHECK(first->run({}).value().complete);
}

TEST_CASE("a destination that cannot be written ends the run", "[batch]") {
    if (::geteuid() == 0) {
        WARN("SKIPPED: root may write everywhere");
        return;
    }
    BatchBench bench;
    bench.folder.write("in/a.lines", "text\n");
    bench.folder.write("fixed/file", "x");
    std::filesystem::permissions(bench.folder.path("fixed"),
                                 std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
    CHECK(bench.run(bench.settings(BatchForm::folder, "fixed/out")).error().cause == Cause::output);
    std::filesystem::permissions(bench.folder.path("fixed"), std::filesystem::perms::owner_all);
}

TEST_CASE("a list of files that is none is refused", "[batch]") {
    BatchBench bench;
    auto settings = bench.settings(BatchForm::folder, "out");
    settings.source.paths.clear();
    settings.source.list = true;
    settings.source.list_path = bench.folder.path("list");
    bench.folder.write("list", std::string(70'000, 'x'));
    CHECK(bench.run(settings).error().code == "batch.bad-list");

    // Names that NUL bytes separate, read by line ends: one failure, because what stands before the first is another
    // file.
    bench.folder.write("list", std::string("a\0b\n", 4));
    settings.resume = true;
    CHECK(bench.run(settings).value().failed == 1);
    CHECK(bench.folder.read("out/.galley/journal.jsonl").find("batch.bad-list") != std::string::npos);
}

TEST_CASE("the journal keeps the digest of the file that describes the run, and says when it changed", "[batch]") {
    BatchBench bench;
    bench.folder.write("in/a.lines", "text\n");
    auto settings = bench.settings(BatchForm::folder, "out");
    settings.resume = true;
    settings.configuration = sha256("jobs: 1");
    REQUIRE(bench.run(settings));
    CHECK(bench.folder.read("out/.galley/journal.jsonl").find("\"configuration\":\"" + hex(sha256("jobs: 1")) + "\"") !=
          std::string::npos);
    CHECK(BatchRun::open(settings, bench.registry, *bench.host).value()->notes().empty());
    settings.configuration = sha256("jobs: 2");
    const auto changed = BatchRun::open(settings, bench.registry, *bench.host).value();
    REQUIRE(changed->notes().size() == 1);
    CHECK(changed->notes().front().code == "batch.config-changed");
}

TEST_CASE("lists of files may name one twice and lead upwards", "[batch]") {
    BatchBench bench;
    bench.folder.write("in/a.lines", "text\n");
    const std::string file = bench.folder.path("in/a.lines");
    bench.folder.write("list",
                       file + std::string(1, '\0') + file + std::string(1, '\0') + bench.folder.path("in/../in/none"));
    auto settings = bench.settings(BatchForm::tar, "out.tar");
    settings.source.paths.clear();
    settings.source.list = true;
    settings.source.list_path = bench.folder.path("list");
    settings.source.list_separator = '\0';
    const auto summary = bench.run(settings).value();
    CHECK(summary.done == 2);
    CHECK(summary.failed == 1);
    const std::string journal = bench.folder.read("out.tar.galley/journal.jsonl");
    CHECK(journal.find("a.lines~=2\"") != std::string::npos);
    CHECK(journal.find("in/~up/in/none\"") != std::string::npos);
    CHECK(journal.find("input.missing") != std::string::npos);
}

TEST_CASE("a list by NUL bytes is not mistaken for one by line ends", "[batch]") {
    BatchBench bench;
    bench.folder.write("in/a.lines", "text\n");
    bench.folder.write("list", bench.folder.path("in/a.lines") + std::string("\0b\n", 3));
    auto settings = bench.settings(BatchForm::folder, "out");
    settings.source.paths.clear();
    settings.source.list = true;
    settings.source.list_path = bench.folder.path("list");
    CHECK(bench.run(settings).value().failed == 1);
    CHECK(bench.folder.read("out/.galley/journal.jsonl").find("batch.bad-list") != std::string::npos);
}

TEST_CASE("a tar is read as a stream, damage ends it", "[batch]") {
    BatchBench bench;
    std::string tar;
    batch::append_tar_header("../a.lines", 5, 0, tar);
    tar += "text\n";
    tar.append(batch::tar_padding(5), '\0');
    batch::append_tar_header("b.lines", 5, 0, tar);
    bench.folder.write("cut.tar", tar + "te");
    auto settings = bench.settings(BatchForm::folder, "out");
    settings.source.paths = {bench.folder.path("cut.tar")};
    const auto summary = bench.run(settings).value();
    CHECK(summary.done == 1);
    CHECK(summary.failed >= 1);
    CHECK(summary.complete);
    CHECK(bench.folder.read("out/~up/a.lines.lines") == "text\n%%\n");
}

TEST_CASE("stories are converted twice and compared", "[batch]") {
    BatchBench bench;
    bench.write_stories(20);
    auto settings = bench.settings(BatchForm::folder, "same");
    settings.second_targets = bench.settings(BatchForm::folder, "same").targets;
    CHECK(bench.run(settings).value().done == 20);
    settings = bench.settings(BatchForm::folder, "other");
    settings.second_targets = {settings.targets[1], settings.targets[0]};
    CHECK(bench.run(settings).value().invalid == 20);
    CHECK(bench.folder.read("other/.galley/journal.jsonl").find("batch.not-reproducible") != std::string::npos);
}

TEST_CASE("a reader that does not read the same twice is found out", "[batch]") {
    BatchBench bench;
    static const Format forgetful = [] {
        Format format = test::lines_format();
        format.name = "forgetful";
        format.sniff = [](std::string_view) { return 100; };
        format.make_reader = [](const OptionValues&, const Host&) -> Result<std::unique_ptr<Reader>> {
            return std::make_unique<ForgetfulReader>();
        };
        return format;
    }();
    REQUIRE(bench.registry.add(forgetful));
    bench.write_stories(5);
    auto settings = bench.settings(BatchForm::folder, "out");
    settings.jobs = 1;
    CHECK(bench.run(settings).value().done == 5);
    settings = bench.settings(BatchForm::folder, "twice");
    settings.second_targets = bench.settings(BatchForm::folder, "twice").targets;
    CHECK(bench.run(settings).value().invalid == 5);
    CHECK(bench.folder.read("twice/.galley/journal.jsonl").find("batch.not-reproducible") != std::string::npos);
}

TEST_CASE("items of several stories are converted twice, too", "[batch]") {
    BatchBench bench;
    bench.folder.write("in/many.lines", "one\n%%\ntwo\n%%\nthree\n");
    auto settings = bench.settings(BatchForm::folder, "out");
    settings.targets.pop_back();
    settings.second_targets = settings.targets;
    CHECK(bench.run(settings).value().done == 3);
}

TEST_CASE("a story beyond its deadline fails", "[batch]") {
    BatchBench bench;
    bench.folder.write("in/a.lines", "text\n");
    auto settings = bench.settings(BatchForm::folder, "out");
    settings.deadline = std::chrono::seconds(-1);
    CHECK(bench.run(settings).value().failed == 1);
    CHECK(bench.folder.read("out/.galley/journal.jsonl").find("limit.time") != std::string::npos);
}
