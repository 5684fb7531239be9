/// How fast a story becomes a finished PDF, from its text in memory to the file in memory: fonts warm, fully tagged, checked, with
/// its source and its NewsML-G2 item attached. Read the figures against `deflate_alone`, the time that compressing the same
/// streams takes at the same level: what is above three times that is ours to save.

#include "converters/pdf/deflate_edge.h"
#include "converters/pdf/qpdf_edge.h"
#include "galley/builtin.h"
#include "galley/convert.h"
#include "galley/pdf.h"
#include "galley/try.h"

#include <benchmark/benchmark.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

namespace {

using namespace galley;

std::string seed() {
    const char* const project = std::getenv("GALLEY_SOURCE");
    std::ifstream file(std::string(project == nullptr ? "." : project) + "/samples/copy/carney-paris.txt", std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// Everything that is made once for all stories, and the story read.
struct Desk {
    explicit Desk(const char* compression)
        : target(*Target::create(pdf_format(), {{"compression", compression}}, *host)) {
        if (!register_builtin(registry) || !registry.add(pdf_format())) { std::abort(); }
        Context context(registry, *host);
        context.keep_source_bytes(true);
        const auto source = memory_source("carney-paris.txt", text);
        if (!read_stories(*source, {}, [&](Document&& read) -> Result<> { story = std::move(read); return {}; }, context)) { std::abort(); }
    }

    [[nodiscard]] std::string pdf() const {
        Context context(registry, *host);
        const auto bytes = render(story, target, {}, context);
        if (!bytes) { std::abort(); }
        return std::string(*bytes);
    }

    std::string text = seed();
    std::unique_ptr<Host> host = system_host(std::chrono::sys_days{std::chrono::year{2026} / 1 / 2});
    Registry registry;
    Target target;
    Document story;
};

void write(benchmark::State& state, const char* compression) {
    const Desk desk(compression);
    std::size_t size = 0;
    for (auto _ : state) { size = desk.pdf().size(); }
    state.counters["documents/s"] = benchmark::Counter(static_cast<double>(state.iterations()), benchmark::Counter::kIsRate);
    state.counters["bytes"] = static_cast<double>(size);
}

void deflate_alone(benchmark::State& state, pdf::Level level) {
    const auto file = pdf::read_pdf("seed", Desk("none").pdf());
    if (!file) { std::abort(); }
    for (auto _ : state) {
        for (const pdf::ReadObject& object : file->objects) {
            if (object.is_stream) { benchmark::DoNotOptimize(pdf::deflate(object.stored, level)); }
        }
    }
    state.counters["documents/s"] = benchmark::Counter(static_cast<double>(state.iterations()), benchmark::Counter::kIsRate);
}

/// The part that is not the page: the attached item, rendered alone.
void newsml_alone(benchmark::State& state) {
    const Desk desk("none");
    for (auto _ : state) {
        Context context(desk.registry, *desk.host);
        benchmark::DoNotOptimize(context.render(desk.story, "application/vnd.iptc.g2.newsitem+xml"));
    }
    state.counters["documents/s"] = benchmark::Counter(static_cast<double>(state.iterations()), benchmark::Counter::kIsRate);
}

BENCHMARK_CAPTURE(deflate_alone, fast, pdf::Level::fast);
BENCHMARK_CAPTURE(deflate_alone, normal, pdf::Level::normal);
BENCHMARK(newsml_alone);
BENCHMARK_CAPTURE(write, none, "none");
BENCHMARK_CAPTURE(write, fast, "fast");
BENCHMARK_CAPTURE(write, normal, "normal");

}  // namespace
