#include "galley/plain_text.h"
#include "tests/unit/batch/batch_bench.h"

#include <sys/wait.h>
#include <unistd.h>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <thread>

using namespace galley;
using test::BatchBench;

namespace {

constexpr BatchForm forms[] = {BatchForm::folder, BatchForm::bag, BatchForm::tar, BatchForm::tar_zstd};

/// All bytes of a destination that count.
std::map<std::string, std::string> outcome(const BatchBench& bench, const BatchSettings& settings) {
    const std::string name = std::filesystem::path(settings.destination.path).filename().string();
    if (std::filesystem::is_directory(settings.destination.path)) {
        return bench.folder.files(name);
    }
    return {{"", bench.folder.read(name)}, {"journal", bench.folder.read(name + ".galley/journal.jsonl")}};
}

std::string name_for(BatchForm form, const char* what) { return what + std::to_string(static_cast<int>(form)); }

/// Runs in a process of its own that is killed after a while; true when it was done before.
bool run_and_kill(const BatchBench& bench, const BatchSettings& settings, std::chrono::microseconds after) {
    const pid_t child = ::fork();
    if (child == 0) {
        const auto summary = bench.run(settings);
        ::_exit(summary && summary->complete ? 0 : 1);
    }
    std::this_thread::sleep_for(after);
    ::kill(child, SIGKILL);
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/// Crashes the process on a story that says so.
class CrashingSession final : public WriterSession {
public:
    [[nodiscard]] Result<> story(const Document& document) override {
        if (plain_text(document.body.front()) == "crash") {
            std::raise(SIGSEGV);
        }
        return {};
    }
    [[nodiscard]] Result<> end() override { return {}; }
};

class CrashingWriter final : public Writer {
public:
    [[nodiscard]] Result<std::unique_ptr<WriterSession>> begin(Sink&, Context&) const override {
        return std::make_unique<CrashingSession>();
    }
};

}  // namespace

TEST_CASE("a run that was killed at any moment is resumed to the same bytes", "[resume]") {
    BatchBench bench;
    bench.write_stories(600);
    bench.folder.write("in/3/many.lines", [] {
        std::string stories;
        for (int number = 0; number < 200; ++number) {
            stories += "one of many " + std::to_string(number) + "\n%%\n";
        }
        return stories;
    }());
    std::uint64_t state = 12345;
    for (const BatchForm form : forms) {
        const auto whole = bench.settings(form, name_for(form, "whole"));
        REQUIRE(bench.run(whole).value().records == 800);
        auto parts = bench.settings(form, name_for(form, "parts"));
        parts.resume = true;
        int kills = 0;
        while (kills < 15) {
            state = state * 6364136223846793005u + 1442695040888963407u;
            kills += run_and_kill(bench, parts, std::chrono::microseconds(1000 + state % 25'000)) ? 15 : 1;
        }
        const auto last = bench.run(parts).value();
        CHECK(last.complete);
        CHECK(last.records == 800);
        CHECK((outcome(bench, parts) == outcome(bench, whole)));
    }
}

TEST_CASE("a run that was asked to stop is resumed", "[resume]") {
    BatchBench bench;
    bench.write_stories(500);
    for (const BatchForm form : forms) {
        const auto whole = bench.settings(form, name_for(form, "whole"));
        REQUIRE(bench.run(whole));
        auto parts = bench.settings(form, name_for(form, "parts"));
        parts.resume = true;
        std::stop_source stop;
        std::jthread stopper([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
            stop.request_stop();
        });
        REQUIRE(bench.run(parts, stop.get_token()));
        const auto second = bench.run(parts).value();
        CHECK(second.complete);
        CHECK(second.done == 500);
        CHECK((outcome(bench, parts) == outcome(bench, whole)));
    }
}

TEST_CASE("a run stops after too many failures and goes on when asked", "[resume]") {
    BatchBench bench;
    for (int number = 0; number < 40; ++number) {
        bench.folder.write("in/" + std::to_string(number), number % 4 == 0 ? "" : "text\n");
    }
    auto settings = bench.settings(BatchForm::folder, "out");
    settings.max_failures = 3;
    settings.resume = true;
    const auto first = bench.run(settings).value();
    CHECK_FALSE(first.complete);
    CHECK(first.failed == 3);
    settings.max_failures = 0;
    const auto second = bench.run(settings).value();
    CHECK(second.complete);
    CHECK(second.failed == 10);
    CHECK(second.records == 40);
}

TEST_CASE("a complete run that is resumed takes what the source has more, and nothing twice", "[resume]") {
    BatchBench bench;
    bench.write_stories(50);
    for (const BatchForm form : forms) {
        auto settings = bench.settings(form, name_for(form, "out"));
        settings.resume = true;
        REQUIRE(bench.run(settings).value().complete);
        const auto before = outcome(bench, settings);
        CHECK(bench.run(settings).value().records >= 50);
        CHECK((outcome(bench, settings) == before));
    }
    bench.folder.write("in/0/late.lines", "late\n");
    auto settings = bench.settings(BatchForm::folder, name_for(BatchForm::folder, "out"));
    settings.resume = true;
    const auto more = bench.run(settings).value();
    CHECK(more.resumed == 50);
    CHECK(more.records == 51);
}

TEST_CASE("a run is resumed only under the settings it was begun with", "[resume]") {
    BatchBench bench;
    bench.write_stories(5);
    auto settings = bench.settings(BatchForm::folder, "out");
    REQUIRE(bench.run(settings));
    CHECK(bench.run(settings).error().code == "batch.exists");
    settings.resume = true;
    settings.targets.pop_back();
    CHECK(bench.run(settings).error().code == "batch.other-run");
    settings = bench.settings(BatchForm::folder, "out");
    settings.resume = true;
    settings.identity = "another profile";
    CHECK(bench.run(settings).error().code == "batch.other-run");
    CHECK(batch_clock(settings.destination).value() == bench.host->now());
    CHECK_FALSE(batch_clock({.path = bench.folder.path("none")}).value());
}

TEST_CASE("a damaged journal or target is told, a journal cut short is not damaged", "[resume]") {
    BatchBench bench;
    bench.write_stories(5);
    auto settings = bench.settings(BatchForm::tar, "out.tar");
    settings.resume = true;
    REQUIRE(bench.run(settings));
    const std::string journal = bench.folder.read("out.tar.galley/journal.jsonl");
    const std::string tar = bench.folder.read("out.tar");

    bench.folder.write("out.tar.galley/journal.jsonl", journal.substr(0, journal.size() * 2 / 3));
    REQUIRE(bench.run(settings).value().complete);
    CHECK(bench.folder.read("out.tar.galley/journal.jsonl") == journal);
    CHECK(bench.folder.read("out.tar") == tar);

    bench.folder.write("out.tar", tar.substr(0, 600));
    CHECK(bench.run(settings).error().code == "batch.damaged-target");
    bench.folder.write("out.tar.galley/journal.jsonl", "{\"name\":\n" + journal);
    CHECK(bench.run(settings).error().code == "batch.bad-journal");
    const std::size_t second_line = journal.find('\n') + 1;
    bench.folder.write("out.tar.galley/journal.jsonl",
                       journal.substr(0, second_line) + "rubbish\n" + journal.substr(second_line));
    CHECK(bench.run(settings).error().code == "batch.bad-journal");
    bench.folder.write("out.tar.galley/journal.jsonl",
                       journal.substr(0, second_line) + "{\"item\":1,\"outputs\":[]}\n");
    CHECK(bench.run(settings).error().code == "batch.bad-journal");
}

TEST_CASE("a source that vanishes ends the run, which can be resumed", "[resume]") {
    BatchBench bench;
    bench.write_stories(600);
    const auto whole = bench.settings(BatchForm::folder, "whole");
    REQUIRE(bench.run(whole));
    auto parts = bench.settings(BatchForm::folder, "parts");
    parts.resume = true;
    {
        std::jthread mover([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(25));
            std::filesystem::rename(bench.folder.path("in"), bench.folder.path("away"));
        });
        const auto gone = bench.run(parts);
        if (!gone) {
            CHECK((gone.error().code == "batch.source-gone" || gone.error().code == "input.missing"));
        }
    }
    std::filesystem::rename(bench.folder.path("away"), bench.folder.path("in"));
    CHECK(bench.run(parts).value().failed == 0);
    CHECK((bench.folder.files("parts") == bench.folder.files("whole")));
}

TEST_CASE("a story that crashes the process is tried again once and then passed over", "[resume]") {
    BatchBench bench;
    static const Format crashing = [] {
        Format format = test::lines_format();
        format.name = "crashing";
        format.extensions = {};
        format.make_writer = [](const OptionValues&, const Host&) -> Result<std::unique_ptr<Writer>> {
            return std::make_unique<CrashingWriter>();
        };
        return format;
    }();
    bench.write_stories(20);
    bench.folder.write("in/3/crash.lines", "crash\n");
    auto settings = bench.settings(BatchForm::folder, "out");
    settings.targets.push_back(Target::create(crashing, {}, *bench.host).value());
    settings.resume = true;
    settings.mark_crashes = true;
    for (int attempt = 0; attempt < 2; ++attempt) {
        const pid_t child = ::fork();
        if (child == 0) {
            static_cast<void>(bench.run(settings));
            ::_exit(0);
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        REQUIRE((WIFSIGNALED(status) && WTERMSIG(status) == SIGSEGV));
    }
    const auto run = BatchRun::open(settings, bench.registry, *bench.host).value();
    REQUIRE(run->notes().size() == 1);
    CHECK(run->notes().front().code == "batch.crashed-before");
    const auto summary = run->run({}).value();
    CHECK(summary.done == 20);
    CHECK(summary.failed == 1);
    CHECK(bench.folder.read("out/.galley/journal.jsonl").find("batch.crashes") != std::string::npos);
}

TEST_CASE("a story that was given up is passed over", "[resume]") {
    BatchBench bench;
    bench.write_stories(3);
    auto settings = bench.settings(BatchForm::folder, "out");
    settings.resume = true;
    {
        const auto run = BatchRun::open(settings, bench.registry, *bench.host).value();
        CHECK_FALSE(run->oldest());
        REQUIRE(run->give_up("1/story-1.lines"));
    }
    const auto summary = bench.run(settings).value();
    CHECK(summary.done == 2);
    CHECK(summary.failed == 1);
}
