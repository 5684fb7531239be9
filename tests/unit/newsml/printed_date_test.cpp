#include "galley/reader.h"
#include "tests/unit/newsml/news_bench.h"

#include <catch2/catch.hpp>

namespace galley::test {

TEST_CASE("the story's date keeps its words, and its time, which contentCreated has no place for", "[newsml]") {
    NewsBench bench;
    Document document;
    Paragraph paragraph;
    paragraph.content.emplace_back(Text{"The ferry sailed."});
    document.body.emplace_back(std::move(paragraph));
    auto& date = document.meta.dates.content_created;
    date = PartialDate{.year = 2026, .month = std::uint8_t{1}, .day = std::uint8_t{2}, .time = TimeOfDay{17, 27}};
    date->raw = "2 January 2026, 5.27 pm";
    const auto [bytes, said] = bench.write(document);
    CHECK(
        bytes.find(R"(<dateline><story.date norm="20260102T172700">2 January 2026, 5.27 pm</story.date></dateline>)") !=
        std::string::npos);

    Context context(bench.registry(), bench.host());
    const auto format = bench.registry().find("newsml-g2");
    REQUIRE(format);
    const auto origin = Origin::create(**format, {}, bench.host());
    REQUIRE(origin);
    const auto source = memory_source("item.xml", bytes);
    std::size_t stories = 0;
    REQUIRE(origin->reader->read(
        *source,
        [&](Document&& again) -> Result<> {
            ++stories;
            CHECK(again.meta.dates.content_created->raw == date->raw);
            CHECK(again.meta.dates.content_created->value == date->value);
            CHECK(again.meta.datelines.empty());
            return {};
        },
        context));
    CHECK(stories == 1);
}

}  // namespace galley::test
