/// How fast a story becomes a finished PDF, from its text in memory to the file in memory: fonts warm, fully tagged,
/// checked, with its source and its NewsML-G2 item attached. Read the figures against `deflate_alone`, the time that
/// compressing the same streams takes at the same level: what is above three times that is ours to save.
///
/// `one` is the seed again and again: a processor learns its every branch, in compressing most of all, and both figures
/// are better than any run will see. `many` are stories of the seed's words in other orders, in turn.

#include "converters/pdf/deflate_edge.h"
#include "galley/builtin.h"
#include "galley/convert.h"
#include "galley/pdf.h"
#include "galley/try.h"
#include "tests/bench/pdf_streams.h"

#include <benchmark/benchmark.h>

#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using namespace galley;

constexpr std::size_t one = 1, many = 100;

std::string seed() {
    const char* const project = std::getenv("GALLEY_SOURCE");
    std::ifstream file(std::string(project == nullptr ? "." : project) + "/samples/copy/carney-paris.txt",
                       std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// The words of each paragraph of `story` but the first, in an order of their own for each `variant`; 0 is the story as
/// it is.
std::string reordered(const std::string& story, std::uint64_t variant) {
    std::string text;
    std::uint64_t state = variant * 0x9E3779B97F4A7C15u + 1;
    bool is_first = true;
    for (std::size_t at = 0; at < story.size();) {
        const std::size_t end = std::min(story.find('\n', at), story.size());
        std::vector<std::string> words{std::string{}};
        for (const char c : story.substr(at, end - at)) {
            if (c == ' ') {
                words.emplace_back();
            } else {
                words.back() += c;
            }
        }
        for (std::size_t i = words.size(); variant != 0 && !is_first && i > 1; --i) {
            state = state * 6364136223846793005u + 1442695040888963407u;
            std::swap(words[i - 1], words[(state >> 33) % i]);
        }
        for (std::size_t i = 0; i < words.size(); ++i) {
            (text += i == 0 ? "" : " ") += words[i];
        }
        text += '\n';
        is_first = is_first && words.size() < 2;
        at = end + 1;
    }
    return text;
}

/// Everything that is made once for all stories, and the stories read.
struct Desk {
    Desk(const char* compression, std::size_t count)
        : target(*Target::create(pdf_format(), {{"compression", compression}}, *host)) {
        if (!register_builtin(registry) || !registry.add(pdf_format())) {
            std::abort();
        }
        const std::string text = seed();
        for (std::size_t variant = 0; variant < count; ++variant) {
            Context context(registry, *host);
            context.keep_source_bytes(true);
            const std::string story = reordered(text, variant);
            const auto source = memory_source("carney-paris.txt", story);
            const auto take = [&](Document&& read) -> Result<> {
                stories.push_back(std::move(read));
                return {};
            };
            if (!read_stories(*source, {}, take, context)) {
                std::abort();
            }
        }
    }

    [[nodiscard]] std::string pdf(std::size_t story) const {
        Context context(registry, *host);
        const auto bytes = render(stories[story], target, {}, context);
        if (!bytes) {
            std::abort();
        }
        return std::string(*bytes);
    }

    std::unique_ptr<Host> host = system_host(std::chrono::sys_days{std::chrono::year{2026} / 1 / 2});
    Registry registry;
    Target target;
    std::vector<Document> stories;
};

void count_documents(benchmark::State& state) {
    state.counters["documents/s"] =
        benchmark::Counter(static_cast<double>(state.iterations()), benchmark::Counter::kIsRate);
}

void write(benchmark::State& state, const char* compression, std::size_t stories) {
    const Desk desk(compression, stories);
    std::size_t next = 0, size = 0;
    for (auto _ : state) {
        size = desk.pdf(next).size();
        next = (next + 1) % stories;
    }
    count_documents(state);
    state.counters["bytes"] = static_cast<double>(size);
}

void deflate_alone(benchmark::State& state, pdf::Level level, std::size_t stories) {
    const Desk desk("none", stories);
    std::vector<std::vector<std::string>> all;
    for (std::size_t story = 0; story < stories; ++story) {
        all.push_back(streams_of(desk.pdf(story)));
    }
    std::size_t next = 0;
    for (auto _ : state) {
        for (const std::string& stream : all[next]) {
            benchmark::DoNotOptimize(pdf::deflate(stream, level));
        }
        next = (next + 1) % stories;
    }
    count_documents(state);
    state.counters["streams"] = static_cast<double>(all.front().size());
}

/// The part that is not the page: the attached item, rendered alone.
void newsml_alone(benchmark::State& state) {
    const Desk desk("none", many);
    std::size_t next = 0;
    for (auto _ : state) {
        Context context(desk.registry, *desk.host);
        benchmark::DoNotOptimize(context.render(desk.stories[next], "application/vnd.iptc.g2.newsitem+xml"));
        next = (next + 1) % many;
    }
    count_documents(state);
}

BENCHMARK_CAPTURE(deflate_alone, fast_one, pdf::Level::fast, one);
BENCHMARK_CAPTURE(deflate_alone, fast_many, pdf::Level::fast, many);
BENCHMARK_CAPTURE(deflate_alone, normal_one, pdf::Level::normal, one);
BENCHMARK_CAPTURE(deflate_alone, normal_many, pdf::Level::normal, many);
BENCHMARK(newsml_alone);
BENCHMARK_CAPTURE(write, none_many, "none", many);
BENCHMARK_CAPTURE(write, fast_one, "fast", one);
BENCHMARK_CAPTURE(write, fast_many, "fast", many);
BENCHMARK_CAPTURE(write, normal_one, "normal", one);
BENCHMARK_CAPTURE(write, normal_many, "normal", many);

}  // namespace
