#include "tests/unit/pdf/layout/sample_story.h"

#include "converters/pdf/layout/furniture.h"
#include "converters/pdf/theme/theme.h"
#include "galley/plain_text.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace galley::pdf {
namespace {

using test::Desk;

/// Right ends of the lines of one element, by page and baseline; spaces at their end do not count.
std::map<std::pair<std::size_t, float>, float> line_ends(const PlacedDocument& placed, StructureType type) {
    std::map<std::pair<std::size_t, float>, float> ends;
    for (std::size_t page = 0; page < placed.pages.size(); ++page) {
        for (const PlacedItem& item : placed.pages[page].items) {
            const auto* const run = std::get_if<GlyphRun>(&item.what);
            if (run == nullptr || item.element < 0 ||
                placed.elements[static_cast<std::size_t>(item.element)].type != type) {
                continue;
            }
            float end = run->x + test::width_of(*run);
            if (run->text.ends_with(' ')) {
                end -= run->glyphs.back().advance;
            }
            float& known = ends[{page, -run->baseline}];
            known = std::max(known, end);
        }
    }
    return ends;
}

TEST_CASE("every deck is set, and a second headline as one") {
    const Desk desk;
    Document document = test::market_story();
    document.meta.headlines.emplace_back(Headline{HeadlineRole::deck, "Vendors wait for the county"});
    document.meta.headlines.emplace_back(Headline{HeadlineRole::main, "Market to stay"});
    const auto placed = desk.lay_out(document);
    REQUIRE(placed);
    std::string text;
    for (const PlacedItem& item : placed->pages.front().items) {
        if (const auto* const run = std::get_if<GlyphRun>(&item.what)) {
            text += run->text;
        }
    }
    CHECK(text.find("Vendors wait for the county") != std::string::npos);
    CHECK(text.find("Market to stay") != std::string::npos);
    CHECK(std::ranges::count(placed->elements, StructureType::heading_1, &StructureElement::type) == 1);
}

TEST_CASE("a story of every kind of block is set, each in its element") {
    const Desk desk;
    const auto placed = desk.lay_out(test::market_story());
    REQUIRE(placed);
    CHECK(placed->language == "en");
    std::map<StructureType, int> count;
    for (const StructureElement& element : placed->elements) {
        ++count[element.type];
    }
    CHECK(count[StructureType::document] == 1);
    CHECK(count[StructureType::heading_1] == 1);
    CHECK(count[StructureType::heading_2] == 1);
    CHECK(count[StructureType::heading_3] == 1);  // level 5 in the story: no level is skipped
    CHECK(count[StructureType::list_item] == 2);
    CHECK(count[StructureType::label] == 2);
    CHECK(count[StructureType::list_body] == 2);
    CHECK(count[StructureType::table_row] == 3);
    CHECK(count[StructureType::table_header] == 2);
    CHECK(count[StructureType::table_cell] == 4);
    CHECK(count[StructureType::block_quote] == 1);
    CHECK(count[StructureType::figure] == 1);
    CHECK(count[StructureType::link] == 1);
    CHECK(count[StructureType::note] == 1);
    for (std::size_t i = 1; i < placed->elements.size(); ++i) {
        CHECK(placed->elements[i].parent >= 0);
        CHECK(placed->elements[i].parent < static_cast<std::int32_t>(i));
        if (placed->elements[i].type == StructureType::figure) {
            CHECK(placed->elements[i].alternative == "A hall by the water");
        }
        if (placed->elements[i].type == StructureType::span) {
            CHECK(placed->elements[i].language == "fr");
        }
    }
}

TEST_CASE("every word comes back, in order, broken ones whole") {
    const Desk desk;
    for (const Document& story : {test::market_story(), test::long_story(60)}) {
        const auto placed = desk.lay_out(story);
        REQUIRE(placed);
        std::string wanted;
        for (const Block& block : story.body) {
            append_plain_text(block, wanted);
            wanted += '\n';
        }
        const auto words = test::words_of(test::extracted_text(*placed));
        const std::multiset<std::string> found(words.begin(), words.end());
        for (const std::string& word : test::words_of(wanted)) {
            INFO(word);
            CHECK(found.contains(word));
        }
    }
}

TEST_CASE("a word torn at its own hyphen comes back whole as well") {
    const Desk desk;
    Document story;
    story.meta.language = std::string{"en"};
    std::string text;
    for (int i = 0; i < 40; ++i) {
        text += "The nineteenth-century so-called long-term state-of-the-art and/or " +
                std::string(static_cast<std::size_t>(i % 7), 'm') + " ";
    }
    story.body.push_back(test::paragraph(text));
    const auto placed = desk.lay_out(story);
    REQUIRE(placed);
    REQUIRE(placed->pages.size() == 1);
    CHECK(test::words_of(test::extracted_text(*placed)) == test::words_of(text));
    std::size_t torn = 0;
    for (const PlacedItem& item : placed->pages.front().items) {
        torn += item.actual_text && item.actual_text->contains('-') ? 1u : 0u;
    }
    CHECK(torn > 4);
}

TEST_CASE("no glyph is missing, and every glyph stands for text of its run") {
    const Desk desk;
    const auto placed = desk.lay_out(test::market_story());
    REQUIRE(placed);
    for (const PlacedPage& page : placed->pages) {
        for (const PlacedItem& item : page.items) {
            if (const auto* const run = std::get_if<GlyphRun>(&item.what)) {
                CHECK(run->face < placed->faces.size());
                CHECK_FALSE(run->glyphs.empty());
                for (const PlacedGlyph& glyph : run->glyphs) {
                    CHECK(glyph.glyph != 0);
                    CHECK(glyph.cluster < run->text.size());
                }
            }
        }
    }
}

TEST_CASE("running text fills its measure") {
    const Desk desk;
    const Theme& theme = *find_theme("broadsheet");
    const auto placed = desk.lay_out(test::long_story(12));
    REQUIRE(placed);
    const float left = (page_width(PageSize::a4) - theme.width) / 2 + theme.width - theme.measure;
    const float right = left + theme.measure;
    std::size_t full = 0, all = 0;
    for (const auto& [line, end] : line_ends(*placed, StructureType::paragraph)) {
        CHECK(end < right + 6);  // signs may hang into the margin
        full += std::abs(end - right) < 6 ? 1u : 0u;
        ++all;
    }
    CHECK(all > 40);
    CHECK(full > all * 7 / 10);  // all but the last lines
}

TEST_CASE("first and last lines of paragraphs have company on their page") {
    const Desk desk;
    const auto placed = desk.lay_out(test::long_story(120));
    REQUIRE(placed);
    REQUIRE(placed->pages.size() > 3);
    std::map<std::int32_t, std::map<std::size_t, std::set<float>>> lines;
    for (std::size_t page = 0; page < placed->pages.size(); ++page) {
        for (const PlacedItem& item : placed->pages[page].items) {
            if (const auto* const run = std::get_if<GlyphRun>(&item.what); run != nullptr && item.element >= 0) {
                lines[item.element][page].insert(run->baseline);
            }
        }
    }
    for (const auto& [element, pages] : lines) {
        if (pages.size() > 1) {
            for (const auto& [page, baselines] : pages) {
                CHECK(baselines.size() >= 2);
            }
        }
    }
}

TEST_CASE("text keeps to the margins of the paper") {
    Desk desk;
    desk.options.page = PageSize::letter;
    const auto placed = desk.lay_out(test::long_story(80));
    REQUIRE(placed);
    for (const PlacedPage& page : placed->pages) {
        CHECK(page.width == 612);
        CHECK(page.height == 792);
        for (const GlyphRun* const run : test::content_runs(page)) {
            CHECK(run->x > 60);
            CHECK(run->x < 550);
            CHECK(run->baseline > 80);
            CHECK(run->baseline < 792 - 90);
        }
    }
}

TEST_CASE("a dateline is set in small capitals and stays text") {
    const Desk desk;
    const auto placed = desk.lay_out(test::market_story());
    REQUIRE(placed);
    const bool found = std::ranges::any_of(test::content_runs(placed->pages.front()),
                                           [](const GlyphRun* run) { return run->text == "PORT ALDER"; });
    CHECK(found);
}

TEST_CASE("a dateline that stands apart from the text is set beside it") {
    const Desk desk;
    Document story = test::long_story(2);
    Found<Dateline> dateline;
    dateline.raw = "ST. OLAF, Minn.,";
    story.meta.datelines.push_back(dateline);
    const auto placed = desk.lay_out(story);
    REQUIRE(placed);
    CHECK(test::extracted_text(*placed).starts_with("ST. OLAF, Minn.,\n"));
}

TEST_CASE("a dateline that stands in a byline is set there, and not again") {
    const Desk desk;
    Document story = test::long_story(2);
    Found<Dateline> dateline;
    dateline.raw = "ST. OLAF";
    dateline.span = Span{0, 8};
    story.meta.datelines.push_back(dateline);
    Found<Byline> byline;
    byline.raw = "ST. OLAF - Ann Lee";
    byline.span = Span{0, 18};
    story.meta.bylines.push_back(byline);
    const auto placed = desk.lay_out(story);
    REQUIRE(placed);
    const std::string text = test::extracted_text(*placed);
    CHECK(text.find("ST. OLAF") == text.rfind("ST. OLAF"));
}

TEST_CASE("a story without a headline has none, nor a made-up one") {
    const Desk desk;
    Document story = test::long_story(2);
    const auto placed = desk.lay_out(story);
    REQUIRE(placed);
    for (const StructureElement& element : placed->elements) {
        CHECK(element.type != StructureType::heading_1);
    }
    CHECK(placed->pages.size() == 1);
}

TEST_CASE("pages say which they are, as artifacts") {
    const Desk desk;
    const auto placed = desk.lay_out(test::long_story(60));
    REQUIRE(placed);
    REQUIRE(placed->pages.size() > 1);
    for (std::size_t i = 0; i < placed->pages.size(); ++i) {
        const std::string label = page_label("en", i + 1, placed->pages.size());
        const bool found = std::ranges::any_of(placed->pages[i].items, [&](const PlacedItem& item) {
            const auto* const run = std::get_if<GlyphRun>(&item.what);
            return run != nullptr && item.element == -1 && item.artifact == ArtifactKind::pagination_footer &&
                   run->text == label;
        });
        CHECK(found);
    }
    CHECK(page_label("fr", 2, 3) == "2 sur 3");
    CHECK(page_label("ar-SA", 2, 3) == "2 من 3");
    CHECK(page_label("xx", 2, 3) == "2 / 3");
}

TEST_CASE("an empty story is an empty page") {
    const Desk desk;
    const auto placed = desk.lay_out(Document{});
    REQUIRE(placed);
    CHECK(placed->pages.size() == 1);
}

TEST_CASE("a long story has an outline") {
    const Desk desk;
    Document story = test::market_story();
    for (Block& block : test::long_story(60).body) {
        story.body.push_back(std::move(block));
    }
    const auto placed = desk.lay_out(story);
    REQUIRE(placed);
    REQUIRE(placed->outline.size() == 3);
    CHECK(placed->outline[1].title == "Rents and promises");
    CHECK(placed->outline[1].level == 2);
}

TEST_CASE("a layout does not depend on what was set before it") {
    const Desk desk;
    const auto fresh = desk.lay_out(test::market_story());
    REQUIRE(fresh);
    REQUIRE(desk.lay_out(test::long_story(50)));
    const auto again = desk.lay_out(test::market_story());
    REQUIRE(again);
    REQUIRE(fresh->pages.size() == again->pages.size());
    for (std::size_t page = 0; page < fresh->pages.size(); ++page) {
        const auto before = test::content_runs(fresh->pages[page]);
        const auto after = test::content_runs(again->pages[page]);
        REQUIRE(before.size() == after.size());
        for (std::size_t i = 0; i < before.size(); ++i) {
            CHECK(before[i]->text == after[i]->text);
            CHECK(before[i]->x == after[i]->x);
            CHECK(before[i]->baseline == after[i]->baseline);
            CHECK(before[i]->face == after[i]->face);
        }
    }
}

}  // namespace
}  // namespace galley::pdf
