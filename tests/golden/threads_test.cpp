// The same writers used from many threads at once, in another order on each, give the bytes that one thread gives
// alone.
#include "galley/builtin.h"
#include "galley/convert.h"
#ifdef GALLEY_HAS_PDF
#include "galley/pdf.h"
#endif

#include <catch2/catch.hpp>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <thread>
#include <vector>

using namespace galley;

namespace {

struct Story {
    std::string name;
    std::string bytes;
};

std::vector<Story> stories() {
    const char* source = std::getenv("GALLEY_SOURCE");
    REQUIRE(source);
    std::vector<Story> all;
    for (const char* folder : {"/samples/copy", "/tests/golden/stories"}) {
        for (const auto& entry : std::filesystem::directory_iterator(std::string(source) + folder)) {
            std::ifstream file(entry.path(), std::ios::binary);
            all.push_back({entry.path().filename(), {std::istreambuf_iterator<char>(file), {}}});
        }
    }
    std::ranges::sort(all, {}, &Story::name);
    return all;
}

using Outputs = std::map<std::string, std::string>;

/// What each target makes of each story, by both names.
Outputs convert_all(const Registry& registry, const Host& host, const std::vector<Target>& targets,
                    std::vector<Story> stories, std::size_t first) {
    std::ranges::rotate(stories, stories.begin() + static_cast<std::ptrdiff_t>(first % stories.size()));
    Outputs outputs;
    for (const Story& story : stories) {
        for (std::size_t at = 0; at < targets.size(); ++at) {
            const Target& target = targets[(at + first) % targets.size()];
            Context context(registry, host);
            context.keep_source_bytes(target.format->carries_source);
            std::string& bytes = outputs[story.name + " as " + std::string(target.format->name)];
            const auto sink = memory_sink(bytes);
            const auto done = convert(*memory_source(story.name, story.bytes), target, *sink, {}, context);
            if (!done) {
                bytes = "failed: " + done.error().message;
            }
        }
    }
    return outputs;
}

}  // namespace

TEST_CASE("writers give the same bytes on every thread and in every order") {
    Registry registry;
    REQUIRE(register_builtin(registry));
#ifdef GALLEY_HAS_PDF
    REQUIRE(registry.add(pdf_format()));
#endif
    const auto host = system_host(std::chrono::sys_days{std::chrono::year{2026} / 1 / 2});
    std::vector<Target> targets;
    for (const Format* format : registry.formats()) {
        if (format->make_writer != nullptr) {
            auto target = Target::create(*format, {}, *host);
            REQUIRE(target);
            targets.push_back(*std::move(target));
        }
    }
    REQUIRE(targets.size() >= 3);

    const std::vector<Story> all = stories();
    const Outputs alone = convert_all(registry, *host, targets, all, 0);
    for (const auto& [name, bytes] : alone) {
        INFO(name << ": " << bytes.substr(0, 200));
        CHECK_FALSE(bytes.starts_with("failed"));
    }
    std::vector<Outputs> together(6);
    {
        std::vector<std::jthread> pool;
        for (std::size_t number = 0; number < together.size(); ++number) {
            pool.emplace_back([&, number] { together[number] = convert_all(registry, *host, targets, all, number); });
        }
    }
    for (const Outputs& outputs : together) {
        CHECK(outputs == alone);
    }
}
