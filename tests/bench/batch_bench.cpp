/// What a batch costs beside the conversions it makes, as ratios of runs that alternate:
///     batch_bench [STORIES [PAIRS [overhead|jobs|files [FOLDER]]]]
///
/// - overhead: processor time of a batch of one job to NewsML-G2, YAML and PDF in a tar, over that of reading and
/// rendering the
///   same stories from memory, and nothing else;
/// - two jobs: the speed-up of a batch by a second job, over that of two bare loops in the same seconds;
/// - files: a folder's store with results that are ready, journal included, over a loop that makes the same files with
/// the same
///   bytes; processor time and time on the clock.
///
/// Every figure is the median of pairs, with the middle half of them and the ratio of the best times; what others used
/// of the machine meanwhile stands below it. FOLDER is where files are made (default: the system's folder for temporary
/// files).

#include "core/batch/committer.h"
#include "core/batch/run_header.h"
#include "core/batch/store.h"
#include "galley/batch.h"
#include "galley/builtin.h"
#include "galley/pdf.h"
#include "galley/try.h"
#include "tests/bench/paired_costs.h"

#include <fcntl.h>
#include <unistd.h>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>

namespace {

using namespace galley;
using namespace galley::bench;
namespace fs = std::filesystem;

template <class Value>
Value must(Result<Value>&& result) {
    if (!result) {
        std::fprintf(stderr, "%s: %s\n", result.error().code.c_str(), result.error().message.c_str());
        std::abort();
    }
    if constexpr (!std::is_void_v<Value>) {
        return *std::move(result);
    }
}

/// The samples of this project over and over, each with a line of its own, in a folder and in memory.
std::vector<std::string> make_stories(std::size_t count, const fs::path& folder) {
    const char* const project = std::getenv("GALLEY_SOURCE");
    std::vector<std::string> samples;
    for (const auto& entry : fs::directory_iterator(fs::path(project == nullptr ? "." : project) / "samples/copy")) {
        std::ifstream file(entry.path(), std::ios::binary);
        samples.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    std::ranges::sort(samples);
    fs::create_directories(folder);
    std::vector<std::string> stories;
    for (std::size_t number = 0; number < count; ++number) {
        stories.push_back(samples[number % samples.size()] + "\nThis was story " + std::to_string(number) + ".\n");
        std::ofstream(folder / ("story-" + std::to_string(1'000'000 + number) + ".txt"), std::ios::binary)
            << stories.back();
    }
    return stories;
}

class BatchBench {
public:
    BatchBench(std::size_t count, fs::path folder)
        : folder_(std::move(folder)),
          stories_(make_stories(count, folder_ / "in")) {
        must(register_builtin(registry_));
        must(registry_.add(pdf_format()));
        for (const char* format : {"newsml-g2", "yaml", "pdf"}) {
            targets_.push_back(must(Target::create(*must(registry_.find(format)), {}, *host_)));
        }
    }

    [[nodiscard]] std::size_t count() const { return stories_.size(); }
    [[nodiscard]] const fs::path& folder() const { return folder_; }

    /// The conversions alone, one story after the other.
    void convert_in_memory() const {
        Context context(registry_, *host_);
        context.keep_source_bytes(true);
        for (const std::string& story : stories_) {
            const auto source = memory_source("story.txt", story);
            must(read_stories(
                *source, {},
                [&](Document&& document) -> Result<> {
                    for (const Target& target : targets_) {
                        GALLEY_CHECK(render(document, target, {}, context));
                    }
                    context.forget(document);
                    return {};
                },
                context));
            context.diagnostics().clear();
        }
    }

    void run_batch(std::uint32_t jobs) const {
        fs::remove_all(folder_ / "out.tar.galley");
        fs::remove(folder_ / "out.tar");
        BatchSettings settings;
        settings.source.paths = {folder_ / "in"};
        settings.destination = {.form = BatchForm::tar, .path = folder_ / "out.tar"};
        settings.targets = targets_;
        settings.jobs = jobs;
        const auto run = must(BatchRun::open(std::move(settings), registry_, *host_));
        must(run->run({}));
    }

private:
    fs::path folder_;
    std::vector<std::string> stories_;
    std::unique_ptr<Host> host_ = system_host(std::chrono::sys_days{std::chrono::year{2026} / 1 / 2});
    Registry registry_;
    std::vector<Target> targets_;
};

void measure_overhead(const BatchBench& bench, int pairs) {
    PairedCosts costs;
    bench.convert_in_memory();
    for (int pair = 0; pair < pairs; ++pair) {
        // In a thread of its own, as a worker is: what writers keep for each thread begins cold on both sides.
        const Cost alone = cost_of([&] { std::jthread([&] { bench.convert_in_memory(); }).join(); });
        const Cost batch = cost_of([&] { bench.run_batch(1); });
        costs.add(batch.processor, alone.processor);
    }
    costs.print("overhead: batch / conversions, processor");
}

void spin(std::uint64_t rounds) {
    volatile std::uint64_t value = 1;
    for (std::uint64_t round = 0; round < rounds; ++round) {
        value = value * 6364136223846793005 + 1442695040888963407;
    }
}

void spin_in_two(std::uint64_t rounds) {
    const std::jthread one([rounds] { spin(rounds / 2); });
    const std::jthread other([rounds] { spin(rounds / 2); });
}

void measure_two_jobs(const BatchBench& bench, int pairs) {
    constexpr std::uint64_t rounds = 400'000'000;
    PairedCosts bare;
    PairedCosts batch;
    PairedCosts together;
    for (int pair = 0; pair < pairs; ++pair) {
        const double one_loop = cost_of([] { spin(rounds); }).clock;
        const double one_job = cost_of([&] { bench.run_batch(1); }).clock;
        const double two_loops = cost_of([] { spin_in_two(rounds); }).clock;
        const double two_jobs = cost_of([&] { bench.run_batch(2); }).clock;
        bare.add(one_loop, two_loops);
        batch.add(one_job, two_jobs);
        together.add(one_job / two_jobs, one_loop / two_loops);
    }
    bare.print("two bare loops: speed-up");
    batch.print("two jobs: speed-up");
    together.print("two jobs: speed-up / that of bare loops");
    std::printf("%-44s %.3f\n", "  the same of the best times", batch.best() / bare.best());
}

struct File {
    std::string path;
    std::string bytes;
};

/// Two files a story, of the sizes that stories in NewsML-G2 and YAML have, in folders of a thousand.
std::vector<File> make_files(std::size_t count) {
    std::vector<File> files;
    for (std::size_t number = 0; number < count; ++number) {
        const std::string stem = std::to_string(number / 1000) + "/story-" + std::to_string(number) + ".txt";
        files.push_back({stem + ".xml", std::string(3500 + number % 1000, 'x')});
        files.push_back({stem + ".yaml", std::string(2200 + number % 700, 'y')});
    }
    return files;
}

void make_bare(const std::vector<File>& files, const fs::path& folder) {
    std::string within;
    for (const File& file : files) {
        const std::string parent = file.path.substr(0, file.path.rfind('/'));
        if (parent != within) {
            fs::create_directories(folder / parent);
            within = parent;
        }
        const int made = ::open((folder / file.path).c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (made < 0 || ::write(made, file.bytes.data(), file.bytes.size()) < 0 || ::close(made) != 0) {
            std::abort();
        }
    }
}

void make_by_store(std::vector<batch::StoryResult> results, const fs::path& folder) {
    const BatchDestination destination{.form = BatchForm::folder, .path = folder};
    const auto state = must(batch::StateFolder::lock(destination));
    batch::Committer committer(must(batch::open_folder_store(destination, state, {})),
                               must(batch::AppendFile::open(state.journal(), 0)),
                               must(batch::AppendFile::open(state.file("timings.jsonl"), 0)),
                               must(batch::TextLog::open(state.file("texts.jsonl"))), {}, 1, false);
    for (batch::StoryResult& result : results) {
        result.write_record();
        must(committer.take(std::move(result)));
    }
    must(committer.finish());
}

std::vector<batch::StoryResult> make_results(const std::vector<File>& files) {
    std::vector<batch::StoryResult> results(files.size() / 2);
    for (std::size_t at = 0; at < files.size(); ++at) {
        batch::StoryResult& result = results[at / 2];
        result.item = at / 2 + 1;
        result.name = "story";
        result.outputs.push_back({.path = files[at].path,
                                  .bytes = files[at].bytes,
                                  .role = "rendition",
                                  .format = "yaml",
                                  .media_type = "application/yaml",
                                  .pronom = "fmt/818"});
    }
    return results;
}

void measure_files(const BatchBench& bench, int pairs) {
    const std::vector<File> files = make_files(4 * bench.count());
    PairedCosts processor;
    PairedCosts clock;
    for (int pair = 0; pair < pairs; ++pair) {
        fs::remove_all(bench.folder() / "files");
        ::sync();
        const Cost bare = cost_of([&] { make_bare(files, bench.folder() / "files"); });
        fs::remove_all(bench.folder() / "files");
        ::sync();
        auto results = make_results(files);
        const Cost stored = cost_of([&] { make_by_store(std::move(results), bench.folder() / "files"); });
        processor.add(bare.processor, stored.processor);
        clock.add(bare.clock, stored.clock);
    }
    processor.print("files: rate / bare loop, processor");
    clock.print("files: rate / bare loop, clock");
}

std::size_t number(int argc, char** argv, int at, std::size_t otherwise) {
    return argc > at ? static_cast<std::size_t>(std::strtoul(argv[at], nullptr, 10)) : otherwise;
}

}  // namespace

int main(int argc, char** argv) {
    constexpr std::size_t stories = 1000;
    constexpr std::size_t usual_pairs = 21;
    const std::size_t count = number(argc, argv, 1, stories);
    const int pairs = static_cast<int>(number(argc, argv, 2, usual_pairs));
    const std::string only = argc > 3 ? argv[3] : "";
    std::string name = fs::path(argc > 4 ? argv[4] : fs::temp_directory_path().c_str()) / "galley_batch_bench.XXXXXX";
    if (::mkdtemp(name.data()) == nullptr) {
        return 1;
    }
    {
        const BatchBench bench(count, name);
        constexpr std::pair<const char*, void (*)(const BatchBench&, int)> measures[] = {
            {"overhead", measure_overhead}, {"jobs", measure_two_jobs}, {"files", measure_files}};
        for (const auto& [what, measure] : measures) {
            if (only.empty() || only == what) {
                const OthersLoad others;
                measure(bench, pairs);
                std::printf("  others used %.0f %% of the machine meanwhile\n", others.percent());
            }
        }
    }
    fs::remove_all(name);
}
