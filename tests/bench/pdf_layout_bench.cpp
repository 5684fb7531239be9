/// How fast stories become pages, fonts warm. Read the figures against `words_copied`, the cost of touching the text at
/// all.

#include "tests/unit/pdf/layout/sample_story.h"

#include "galley/plain_text.h"

#include <benchmark/benchmark.h>

namespace {

using namespace galley;

void lay_out_story(benchmark::State& state, const Document& story) {
    const test::Desk desk;
    std::size_t pages = 0;
    for (auto _ : state) {
        const auto placed = desk.lay_out(story);
        pages += placed->pages.size();
    }
    state.counters["documents/s"] =
        benchmark::Counter(static_cast<double>(state.iterations()), benchmark::Counter::kIsRate);
    state.counters["pages/s"] = benchmark::Counter(static_cast<double>(pages), benchmark::Counter::kIsRate);
}

void short_story(benchmark::State& state) { lay_out_story(state, test::long_story(5)); }
void every_block(benchmark::State& state) { lay_out_story(state, test::market_story()); }
void long_story(benchmark::State& state) { lay_out_story(state, test::long_story(400)); }

void words_copied(benchmark::State& state) {
    const Document story = test::long_story(5);
    for (auto _ : state) {
        std::string text;
        for (const Block& block : story.body) {
            append_plain_text(block, text);
        }
        benchmark::DoNotOptimize(test::words_of(text));
    }
}

BENCHMARK(words_copied);
BENCHMARK(short_story);
BENCHMARK(every_block);
BENCHMARK(long_story);

}  // namespace
