#include "galley/builtin.h"
#include "galley/convert.h"
#include "galley/invariants.h"
#include "tests/unit/yaml/yaml_round_trip.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

using namespace galley;
using galley::test::YamlRoundTrip;

namespace {

std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file() && entry.path().extension() == ".txt") {
            files.push_back(entry.path());
        }
    }
    std::ranges::sort(files);
    return files;
}

/// Reads each story as the command line would, with its bytes, and sends it through YAML.
int check_stories(const std::filesystem::path& folder) {
    Registry registry;
    REQUIRE(register_builtin(registry));
    MemoryHost host;
    int stories = 0;
    for (const auto& path : files_in(folder)) {
        INFO(path);
        std::ifstream file(path, std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(file), {}};
        Context context(registry, host);
        context.keep_source_bytes(true);
        const auto check = [&](Document&& document) -> Result<> {
            ++stories;
            YamlRoundTrip yaml;
            CHECK(yaml.read_one(yaml.write({document})) == document);
            return {};
        };
        CHECK(read_stories(*memory_source(path.filename(), bytes), {}, check, context));
    }
    return stories;
}

}  // namespace

TEST_CASE("read(write(d)) == d for the sample stories") {
    const char* source = std::getenv("GALLEY_SOURCE");
    REQUIRE(source);
    CHECK(check_stories(std::filesystem::path(source) / "samples" / "copy") > 0);
}

TEST_CASE("read(write(d)) == d for stories that are not part of the project") {
    const char* shared = std::getenv("GALLEY_SHARED");
    const std::filesystem::path seed = std::filesystem::path(shared == nullptr ? "" : shared) / "seed";
    if (!std::filesystem::is_directory(seed)) {
        std::cout << "SKIPPED: " << seed << " is not there\n";
        return;
    }
    CHECK(check_stories(seed) > 0);
}
