// Reading UTF-8 copy, the document's digest included, against SHA-256 over the same bytes; and inputs made to be slow.

#include "converters/text/conventions.h"
#include "converters/text/story_reader.h"
#include "galley/digest.h"
#include "galley/registry.h"
#include "tests/bench/short_stories.h"

#include <benchmark/benchmark.h>

#include <iterator>
#include <string>

namespace {

using namespace galley;

/// A story of `size` bytes in English, one line a paragraph.
std::string story(std::size_t size) {
    std::string copy = "Harbour to be dredged next year\nBy Jane Doe | January 2, 2026\n\nQUAYSIDE, Jan 2 (AP) — ";
    while (copy.size() < size) {
        copy +=
            "The harbour will be dredged next year, its master said on Friday, after the council had put the work off three times "
            "because of what it would cost the town and the fishermen who live from it. “It cannot wait,” he said.\n\n";
    }
    return copy;
}

void read(benchmark::State& state, const std::string& copy) {
    const Registry registry;
    const MemoryHost host{std::chrono::sys_days{std::chrono::year{2026} / 1 / 2}};
    for (auto _ : state) {
        Context context{registry, host};
        benchmark::DoNotOptimize(text::read_story("story.txt", copy, text::Conventions::builtin(), {}, context));
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(copy.size()));
}

void digest(benchmark::State& state) {
    const std::string copy = story(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) {
        benchmark::DoNotOptimize(sha256(copy));
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(copy.size()));
}

void read_story_of(benchmark::State& state) { read(state, story(static_cast<std::size_t>(state.range(0)))); }

const bench::ShortStory& short_story(const benchmark::State& state) {
    return bench::short_stories[static_cast<std::size_t>(state.range(0))];
}

void digest_of_short(benchmark::State& state) {
    state.SetLabel(std::string(short_story(state).name));
    for (auto _ : state) {
        benchmark::DoNotOptimize(sha256(short_story(state).copy));
    }
}

void read_short(benchmark::State& state) {
    state.SetLabel(std::string(short_story(state).name));
    read(state, std::string(short_story(state).copy));
}

std::string repeated(std::string_view part, std::size_t times) {
    std::string all;
    while (times-- > 0) {
        all += part;
    }
    return all;
}

void million_separators(benchmark::State& state) {
    read(state, repeated(" | ", static_cast<std::size_t>(state.range(0))));
}
void million_short_lines(benchmark::State& state) {
    read(state, repeated("By A\n", static_cast<std::size_t>(state.range(0))));
}
void million_end_marks(benchmark::State& state) {
    read(state, repeated("-30-\n", static_cast<std::size_t>(state.range(0))));
}
void million_dates(benchmark::State& state) {
    read(state, repeated("1 May ", static_cast<std::size_t>(state.range(0))));
}
void million_furniture_lines(benchmark::State& state) {
    read(state, repeated("Share\n", static_cast<std::size_t>(state.range(0))));
}
void million_names(benchmark::State& state) {
    read(state, repeated("Jane Doe, ", static_cast<std::size_t>(state.range(0))));
}
void million_returns(benchmark::State& state) {
    read(state, repeated("a\r", static_cast<std::size_t>(state.range(0))));
}
void deep_quoting(benchmark::State& state) {
    read(state, repeated("> ", static_cast<std::size_t>(state.range(0))) + "said he.");
}
void one_long_line(benchmark::State& state) {
    read(state, repeated("word ", static_cast<std::size_t>(state.range(0)) * 10));
}

BENCHMARK(digest)->Arg(512)->Arg(1 << 10)->Arg(2 << 10)->Arg(4 << 10)->Arg(64 << 10)->Arg(4 << 20);
BENCHMARK(read_story_of)->Arg(512)->Arg(1 << 10)->Arg(2 << 10)->Arg(4 << 10)->Arg(64 << 10)->Arg(4 << 20);
BENCHMARK(digest_of_short)->DenseRange(0, std::size(bench::short_stories) - 1);
BENCHMARK(read_short)->DenseRange(0, std::size(bench::short_stories) - 1);
BENCHMARK(million_separators)->Arg(100'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);
BENCHMARK(million_short_lines)->Arg(100'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);
BENCHMARK(million_end_marks)->Arg(100'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);
BENCHMARK(million_dates)->Arg(100'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);
BENCHMARK(million_furniture_lines)->Arg(100'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);
BENCHMARK(million_names)->Arg(100'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);
BENCHMARK(million_returns)->Arg(100'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);
BENCHMARK(deep_quoting)->Arg(100'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);
BENCHMARK(one_long_line)->Arg(100'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);

}  // namespace
