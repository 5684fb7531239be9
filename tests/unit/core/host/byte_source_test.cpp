#include "galley/byte_source.h"
#include "galley/host.h"

#include <unistd.h>
#include <array>
#include <catch2/catch.hpp>
#include <fstream>

using namespace galley;

TEST_CASE("memory is read in one piece without a copy", "[byte_source]") {
    const std::string bytes = "hello";
    const auto source = memory_source("m", bytes);
    CHECK(source->peek(2).value() == "he");
    std::string buffer;
    const auto whole = read_whole(*source, buffer, 100);
    REQUIRE(whole);
    CHECK(whole->data() == bytes.data());
    CHECK(buffer.empty());
}

TEST_CASE("a source beyond the limit is refused", "[byte_source]") {
    std::string buffer;
    CHECK(read_whole(*memory_source("m", "hello"), buffer, 4).error().code == "limit.story-bytes");
    CHECK(read_whole(*memory_source("m", "hello"), buffer, 5));
}

TEST_CASE("a file is read piece by piece after a peek", "[byte_source]") {
    const std::string path = "byte_source_test." + std::to_string(::getpid());
    std::string content;
    for (int i = 0; i < 50000; ++i) {
        content += std::to_string(i) + '\n';
    }
    std::ofstream(path, std::ios::binary) << content;
    const auto host = system_host({});
    auto source = host->open_source(path).value();
    CHECK(source->peek(10).value() == content.substr(0, 10));
    CHECK(source->peek(100'000).value() == content.substr(0, 100'000));
    std::array<char, 7> some{};
    CHECK(source->read(some).value() == 7);
    std::string buffer;
    CHECK(read_whole(*source, buffer, 1 << 20).value() == content.substr(7));
    source = host->open_source(path).value();
    CHECK(read_whole(*source, buffer, 1000).error().code == "limit.story-bytes");
    ::unlink(path.c_str());
}
