/// What stories of one's own cost as PDFs, against libdeflate over the same streams at the same level:
///     pdf_stories_bench fast|normal ROUNDS STORY...
///
/// Every round writes each story and compresses its streams, in turn, and what counts is the least time that each took:
/// whatever else runs on the machine only makes them slower. Fonts are warm, and both attachments are there, as in
/// pdf_bench.

#include "converters/pdf/deflate_edge.h"
#include "galley/builtin.h"
#include "galley/convert.h"
#include "galley/pdf.h"
#include "tests/bench/paired_costs.h"
#include "tests/bench/pdf_streams.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using namespace galley;

struct Desk {
    explicit Desk(const char* compression)
        : target(*Target::create(pdf_format(), {{"compression", compression}}, *host)),
          plain(*Target::create(pdf_format(), {{"compression", "none"}}, *host)) {
        if (!register_builtin(registry) || !registry.add(pdf_format())) {
            std::abort();
        }
    }

    void read(const char* path, std::vector<Document>& to) const {
        std::ifstream file(path, std::ios::binary);
        const std::string text(std::istreambuf_iterator<char>(file), {});
        Context context(registry, *host);
        context.keep_source_bytes(true);
        const auto source = memory_source("story.txt", text);
        const auto take = [&](Document&& story) -> Result<> {
            to.push_back(std::move(story));
            return {};
        };
        if (!read_stories(*source, {}, take, context)) {
            std::fprintf(stderr, "%s: no story\n", path);
        }
    }

    [[nodiscard]] std::string pdf(const Document& story, const Target& as) const {
        Context context(registry, *host);
        const auto bytes = render(story, as, {}, context);
        return bytes ? std::string(*bytes) : std::string{};
    }

    std::unique_ptr<Host> host = system_host(std::chrono::sys_days{std::chrono::year{2026} / 1 / 2});
    Registry registry;
    Target target;
    Target plain;
};

/// A story, what it takes to compress, and the least that both have cost so far, in seconds.
struct Measured {
    Document story;
    std::vector<std::string> streams{};
    std::size_t size = 0;
    double written = std::numeric_limits<double>::max();
    double compressed = std::numeric_limits<double>::max();
};

void measure(const Desk& desk, pdf::Level level, Measured& one) {
    const auto written = bench::cost_of([&] { one.size = desk.pdf(one.story, desk.target).size(); });
    const auto compressed = bench::cost_of([&] {
        for (const std::string& stream : one.streams) {
            if (!pdf::deflate(stream, level)) {
                std::abort();
            }
        }
    });
    one.written = std::min(one.written, written.clock);
    one.compressed = std::min(one.compressed, compressed.clock);
}

}  // namespace

int main(int count, char** arguments) {
    constexpr int first_story = 3;
    const std::string_view compression = count > first_story ? arguments[1] : "";
    if (compression != "fast" && compression != "normal") {
        std::fputs("usage: pdf_stories_bench fast|normal ROUNDS STORY...\n", stderr);
        return 2;
    }
    const Desk desk(arguments[1]);
    std::vector<Document> stories;
    for (int i = first_story; i < count; ++i) {
        desk.read(arguments[i], stories);
    }
    std::vector<Measured> all;
    for (Document& story : stories) {
        std::vector<std::string> streams = streams_of(desk.pdf(story, desk.plain));
        if (!streams.empty()) {
            all.push_back({.story = std::move(story), .streams = std::move(streams)});
        }
    }
    if (all.empty()) {
        return 1;
    }
    const int rounds = std::max(std::atoi(arguments[2]), 1);
    for (int round = 0; round < rounds; ++round) {
        for (Measured& one : all) {
            measure(desk, compression == "fast" ? pdf::Level::fast : pdf::Level::normal, one);
        }
    }
    double written = 0, compressed = 0, size = 0;
    for (const Measured& one : all) {
        written += one.written;
        compressed += one.compressed;
        size += static_cast<double>(one.size);
    }
    const auto stories_written = static_cast<double>(all.size());
    std::printf("%zu stories at %s: %.0f documents/s, %.2f times libdeflate, %.0f bytes each\n", all.size(),
                arguments[1], stories_written / written, written / compressed, size / stories_written);
    return 0;
}
