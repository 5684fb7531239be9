#include "tests/unit/pdf/layout/sample_story.h"

#include <catch2/catch.hpp>

#include <algorithm>

namespace galley::pdf {
namespace {

Cell cell(std::string text, bool header = false, std::uint16_t rows = 1) {
    Cell made;
    made.header = header;
    made.rows = rows;
    made.content.push_back(test::paragraph(std::move(text)));
    return made;
}

PlacedDocument set(Table table, std::string language = "en", Blocks before = {}) {
    Document story;
    story.meta.language = std::move(language);
    story.body = std::move(before);
    story.body.emplace_back(std::move(table));
    const test::Desk desk;
    auto placed = desk.lay_out(story);
    REQUIRE(placed);
    return std::move(*placed);
}

struct Found {
    const GlyphRun* run = nullptr;
    const PlacedItem* item = nullptr;
};

/// The run of `page` whose text is `text`, which must be there.
Found find(const PlacedPage& page, std::string_view text) {
    INFO(text);
    for (const PlacedItem& item : page.items) {
        const auto* const run = std::get_if<GlyphRun>(&item.what);
        if (run != nullptr && run->text == text) {
            return {run, &item};
        }
    }
    FAIL("no such run");
    return {};
}

float end_of(const GlyphRun& run) { return run.x + test::width_of(run); }

TEST_CASE("the head of a table stands on every page it runs over, once for those who listen") {
    Table table;
    table.rows.push_back({cell("Ward", true), cell("Votes", true)});
    for (int i = 0; i < 90; ++i) {
        table.rows.push_back({cell("Ward" + std::to_string(i)), cell(std::to_string(i * 37))});
    }
    const PlacedDocument placed = set(std::move(table));
    REQUIRE(placed.pages.size() > 1);
    for (std::size_t page = 0; page < placed.pages.size(); ++page) {
        const auto [run, item] = find(placed.pages[page], "Votes");
        CHECK((item->element == -1) == (page > 0));
        // Nothing of the table stands above its head.
        for (const PlacedItem& other : placed.pages[page].items) {
            const auto* const text = std::get_if<GlyphRun>(&other.what);
            CHECK((text == nullptr || other.element == -1 || text->baseline <= run->baseline));
        }
    }
    CHECK(std::ranges::count(placed.elements, StructureType::table_header, &StructureElement::type) == 2);
}

TEST_CASE("a column of figures is set to the end, with its head; names of rows are not") {
    Table table;
    table.rows.push_back({cell("2024", true), cell("Votes", true), cell("Winner", true)});
    table.rows.push_back({cell("1"), cell("1,460"), cell("Ana")});
    table.rows.push_back({cell("2"), cell("7 %"), cell("42")});
    const PlacedDocument placed = set(std::move(table));
    const PlacedPage& page = placed.pages.front();
    const float edge = end_of(*find(page, "1,460").run);
    CHECK(end_of(*find(page, "7 %").run) == Approx(edge).margin(0.05));
    CHECK(end_of(*find(page, "Votes").run) == Approx(edge).margin(0.05));
    CHECK(find(page, "1").run->x == Approx(find(page, "2024").run->x));
    CHECK(find(page, "Winner").run->x == Approx(find(page, "42").run->x));
}

TEST_CASE("figures with decimals stand with their whole parts one below the other") {
    const auto ends = [](std::string language, std::initializer_list<const char*> figures) {
        Table table;
        table.rows.push_back({cell("Place", true), cell("Share of votes", true)});
        for (const char* const figure : figures) {
            table.rows.push_back({cell("Porto"), cell(figure)});
        }
        const PlacedDocument placed = set(std::move(table), std::move(language));
        std::vector<float> edges;
        for (const char* const figure : figures) {
            edges.push_back(end_of(*find(placed.pages.front(), figure).run));
        }
        return edges;
    };
    const auto english = ends("en", {"3.5 %", "12.25 %", "1,460 %"});
    CHECK(english[1] > english[0] + 3);  // a digit more behind the point
    CHECK(english[0] > english[2] + 5);
    const auto german = ends("de", {"1.460", "2.000.000", "77"});
    CHECK(german[0] == Approx(german[1]).margin(0.05));  // points part thousands: nothing to align
    CHECK(german[0] == Approx(german[2]).margin(0.05));
    const auto commas = ends("de", {"1.460,5", "77"});
    CHECK(commas[0] > commas[1] + 5);
}

TEST_CASE("a cell that reaches over rows stretches the last of them") {
    std::string tall;
    for (int i = 0; i < 60; ++i) {
        tall += "word" + std::to_string(i) + (i < 59 ? " " : "");
    }
    Table table;
    table.rows.push_back(
        {cell(tall, false, 2), cell("Roads and bridges of the whole county, with their rails and their lamps")});
    table.rows.push_back({cell("Buses")});
    table.rows.push_back({cell("Total"), cell("Sum")});
    const PlacedDocument placed = set(std::move(table));
    REQUIRE(placed.pages.size() == 1);
    const PlacedPage& page = placed.pages.front();
    float lowest = 1000;
    for (const PlacedItem& item : page.items) {
        const auto* const run = std::get_if<GlyphRun>(&item.what);
        if (run != nullptr && tall.find(std::string(run->text)) != std::string::npos) {
            lowest = std::min(lowest, run->baseline);
        }
    }
    CHECK(find(page, "Total").run->baseline < lowest - 8);
    CHECK(find(page, "Total").run->baseline == Approx(find(page, "Sum").run->baseline));
    CHECK(find(page, "Buses").run->baseline > lowest);
}

TEST_CASE("blocks in a cell keep their structure") {
    List list;
    list.items.push_back({test::paragraph("the roof")});
    list.items.push_back({test::paragraph("the floor")});
    Cell full = cell("In order");
    full.content.emplace_back(std::move(list));
    Table table;
    table.rows.push_back({std::move(full), cell("3")});
    const PlacedDocument placed = set(std::move(table));
    CHECK(std::ranges::count(placed.elements, StructureType::list_item, &StructureElement::type) == 2);
    for (std::size_t i = 1; i < placed.elements.size(); ++i) {
        CHECK(placed.elements[i].parent < static_cast<std::int32_t>(i));
    }
    CHECK(test::words_of(test::extracted_text(placed)) ==
          std::vector<std::string>{"In", "order", "•", "the", "roof", "•", "the", "floor", "3"});
}

TEST_CASE("cells that reach over thousands of rows cost no more than the rows") {
    Table table;
    for (int i = 0; i < 8000; ++i) {
        table.rows.push_back({cell("x", i % 2 == 0)});
    }
    table.rows.front().insert(table.rows.front().begin(), cell("reaches over all", false, 65535));
    CHECK(set(std::move(table)).pages.size() > 100);
}

TEST_CASE("a row taller than a page goes on overleaf") {
    std::string text;
    for (int i = 0; i < 3000; ++i) {
        text += "word" + std::to_string(i) + " ";
    }
    Table table;
    table.rows.push_back({cell(text), cell("short")});
    const PlacedDocument placed = set(std::move(table));
    CHECK(placed.pages.size() > 1);
    CHECK(test::words_of(test::extracted_text(placed)).size() == 3001);
}

TEST_CASE("a table too wide for the column of text takes the page's width, once the rail has ended") {
    const auto days = [] {
        Table table;
        std::vector<Cell> head;
        for (const char* const day :
             {"Wednesday", "Wednesday", "Wednesday", "Wednesday", "Wednesday", "Wednesday", "Wednesday", "Thursday"}) {
            head.push_back(cell(day, true));
        }
        table.rows.push_back(std::move(head));
        return table;
    };
    const PlacedDocument alone = set(days());
    const float left = find(alone.pages.front(), "Wednesday").run->x;
    Table narrow;
    narrow.rows.push_back({cell("Ward", true), cell("Votes", true)});
    CHECK(left < find(set(std::move(narrow)).pages.front(), "Ward").run->x);
}

}  // namespace
}  // namespace galley::pdf
