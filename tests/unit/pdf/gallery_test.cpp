// The gallery's stories, one a script: each becomes a file that passes our checks, and says every word of the story in
// order.
#include "galley/builtin.h"
#include "galley/convert.h"
#include "galley/pdf.h"
#include "galley/plain_text.h"
#include "tests/unit/pdf/layout/sample_story.h"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

using namespace galley;

namespace {

std::vector<std::filesystem::path> stories() {
    const char* const source = std::getenv("GALLEY_SOURCE");
    REQUIRE(source != nullptr);
    std::vector<std::filesystem::path> paths;
    for (const auto& entry :
         std::filesystem::directory_iterator(std::string(source) + "/converters/pdf/gallery/stories")) {
        paths.push_back(entry.path());
    }
    std::ranges::sort(paths);
    return paths;
}

std::string bytes_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("the gallery shows ten scripts") { CHECK(stories().size() == 10); }

TEST_CASE("every story of the gallery is set whole and passes the checks") {
    Registry registry;
    REQUIRE(register_builtin(registry));
    REQUIRE(registry.add(pdf_format()));
    const test::Desk desk;
    for (const std::filesystem::path& path : stories()) {
        INFO(path.filename());
        const std::string bytes = bytes_of(path);
        std::string expected;
        std::string set;
        Context context(registry, *desk.host);
        const auto read = memory_source(path.filename().string(), bytes);
        const auto done = read_stories(
            *read, ConvertOptions{},
            [&](Document&& story) -> Result<> {
                for (const Found<Headline>& headline : story.meta.headlines) {
                    expected += headline.value.text + " ";
                }
                for (const Found<Byline>& byline : story.meta.bylines) {
                    expected += byline.raw + " ";
                }
                std::string body;
                for (const Block& block : story.body) {
                    append_plain_text(block, body);
                    body += " ";
                }
                auto placed = desk.lay_out(story);
                REQUIRE(placed);
                CHECK(placed->pages.size() == 1);
                set = test::extracted_text(*placed);
                expected += "|" + body;
                return {};
            },
            context);
        REQUIRE(done);
        // The date stands between the byline and the text.
        const std::size_t bar = expected.find('|');
        const auto said = test::words_of(set);
        const auto head = test::words_of(expected.substr(0, bar));
        const auto body = test::words_of(expected.substr(bar + 1));
        REQUIRE(said.size() > head.size() + body.size());
        CHECK(said.size() < head.size() + body.size() + 5);
        CHECK(std::vector(said.end() - static_cast<std::ptrdiff_t>(body.size()), said.end()) == body);

        std::string made;
        const auto sink = memory_sink(made);
        const auto target = Target::create(pdf_format(), {}, *desk.host);
        REQUIRE(target);
        const auto again = memory_source(path.filename().string(), bytes);
        REQUIRE(convert(*again, *target, *sink, ConvertOptions{}, context));
        Context validation(registry, *desk.host);
        REQUIRE(pdf_format().validate("gallery.pdf", made, "", validation));
        CHECK(validation.diagnostics().empty());
    }
}
