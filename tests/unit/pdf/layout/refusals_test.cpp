#include "tests/unit/pdf/layout/sample_story.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <stop_token>

namespace galley::pdf {
namespace {

using test::Desk;

bool has_code(const Context& context, std::string_view code) {
    return std::ranges::any_of(context.diagnostics(),
                               [&](const Diagnostic& diagnostic) { return diagnostic.code == code; });
}

TEST_CASE("a character that no font has is an error with its name and place") {
    const Desk desk;
    Document story;
    story.source.name = "strange.txt";
    story.body.push_back(test::paragraph("One \U000F0000 two"));
    story.body.back().span = Span{.begin = 10, .end = 20};
    const auto placed = desk.lay_out(story);
    REQUIRE_FALSE(placed);
    CHECK(placed.error().code == "pdf.missing-glyph");
    CHECK(placed.error().message.contains("U+F0000"));
    CHECK(placed.error().where.source == "strange.txt");
    CHECK(placed.error().where.span == Span{.begin = 10, .end = 20});
    CHECK_FALSE(placed.error().hints.empty());
}

TEST_CASE("a substitute may stand for it") {
    Desk desk;
    desk.options.substitute = true;
    Document story;
    story.body.push_back(test::paragraph("One \U000F0000 two"));
    const auto placed = desk.lay_out(story);
    REQUIRE(placed);
    CHECK(has_code(*desk.context, "pdf.substituted-glyph"));
    CHECK(test::extracted_text(*placed) == "One \U000F0000 two");
}

TEST_CASE("a figure without its picture keeps its caption and says so") {
    const Desk desk;
    Document story = test::market_story();
    story.resources.clear();
    const auto placed = desk.lay_out(story);
    REQUIRE(placed);
    CHECK(has_code(*desk.context, "pdf.figure-without-picture"));
    CHECK(test::extracted_text(*placed).contains("The hall in January."));
}

TEST_CASE("refusals: themes, pages, depth, columns, a stop") {
    Desk desk;
    desk.options.theme = "brodsheet";
    const auto unknown = desk.lay_out(test::long_story(1));
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().code == "pdf.unknown-theme");
    CHECK_FALSE(unknown.error().hints.empty());
    desk.options.theme = "metro";
    CHECK(desk.lay_out(test::market_story()));

    desk.context = std::make_unique<Context>(desk.registry, *desk.host, Limits{.pages = 2});
    const auto pages = desk.lay_out(test::long_story(200));
    REQUIRE_FALSE(pages);
    CHECK(pages.error().code == "limit.pages");

    Document deep;
    Blocks inner{test::paragraph("deep")};
    for (int i = 0; i < 40; ++i) {
        Quote quote{.content = std::move(inner), .attribution = {}};
        inner.clear();
        inner.emplace_back(std::move(quote));
    }
    deep.body = std::move(inner);
    desk.context = std::make_unique<Context>(desk.registry, *desk.host, Limits{.depth = 20});
    const auto depth = desk.lay_out(deep);
    REQUIRE_FALSE(depth);
    CHECK(depth.error().code == "limit.depth");

    Document wide;
    Table table;
    table.rows.emplace_back();
    for (int i = 0; i < 300; ++i) {
        table.rows.front().emplace_back();
    }
    wide.body.emplace_back(std::move(table));
    const auto columns = desk.lay_out(wide);
    REQUIRE_FALSE(columns);
    CHECK(columns.error().code == "limit.columns");

    std::stop_source stop;
    stop.request_stop();
    desk.context = std::make_unique<Context>(desk.registry, *desk.host, Limits{}, stop.get_token());
    CHECK_FALSE(desk.lay_out(test::long_story(1)));
}

TEST_CASE("fonts that are not there are named") {
    const Desk desk;
    const auto fonts = FontSet::load(*desk.host, {.text = "No Such Family"});
    REQUIRE_FALSE(fonts);
    CHECK(fonts.error().code == "pdf.font-not-found");
    CHECK_FALSE(fonts.error().hints.empty());
    const auto unusable = Face::create("x.ttf", "this is no font", 0);
    REQUIRE_FALSE(unusable);
    CHECK(unusable.error().code == "pdf.unusable-font");
}

TEST_CASE("hostile text: no end of letters, of marks, of spaces") {
    Desk desk;
    Document story;
    story.body.push_back(test::paragraph(std::string(50'000, 'x')));
    story.body.push_back(
        test::paragraph(std::string(5'000, ' ') + "\u00AD\u00AD\u200B\u2028" + std::string(5'000, '-')));
    std::string marks = "e";
    for (int i = 0; i < 3'000; ++i) {
        marks += "\u0301";
    }
    story.body.push_back(test::paragraph(marks));
    story.body.push_back(test::paragraph("\u202E\u2066\u202Dabc\u2069\u202C"));
    story.body.push_back(test::paragraph("\x01\x7F\uFEFF"));
    const auto placed = desk.lay_out(story);
    REQUIRE(placed);
    for (const PlacedPage& page : placed->pages) {
        for (const GlyphRun* const run : test::content_runs(page)) {
            CHECK(run->x + test::width_of(*run) < 560);
        }
    }
}

}  // namespace
}  // namespace galley::pdf
