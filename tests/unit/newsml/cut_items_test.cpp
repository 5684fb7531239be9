#include "tests/unit/newsml/news_bench.h"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace galley::test {
namespace {

// A transfer that broke: wherever it did, there is a code and no story, and never a half of one.
TEST_CASE("an item that is cut at any byte is refused with a code", "[newsml]") {
    const char* project = std::getenv("GALLEY_SOURCE");
    REQUIRE(project != nullptr);
    NewsBench bench;
    for (const auto& [file, format] : {std::pair("tests/conformance/newsml/items/hebrew-and-english.xml", "newsml-g2"),
                                       std::pair("tests/fuzz/corpus/newsml/components.xml", "newsml-1"),
                                       std::pair("tests/fuzz/corpus/newsml/nitf.xml", "nitf")}) {
        std::ifstream in(std::filesystem::path(project) / file, std::ios::binary);
        std::ostringstream all;
        all << in.rdbuf();
        const std::string bytes = all.str();
        const std::size_t end = bytes.find_last_of('>') + 1;
        REQUIRE(end > 300);
        for (std::size_t size = 0; size < end; ++size) {
            const auto [documents, said] = bench.read(std::string_view(bytes).substr(0, size), format);
            const bool is_refused = !said.empty() && said.back().severity == Severity::error;
            const Diagnostics checked = bench.validate(std::string_view(bytes).substr(0, size), format);
            if (!is_refused || said.back().code.empty() || find_code(checked, said.back().code) == nullptr ||
                (!documents.empty() && format != std::string_view("newsml-1"))) {
                FAIL_CHECK(file << " cut at byte " << size);
            }
        }
    }
}

}  // namespace
}  // namespace galley::test
