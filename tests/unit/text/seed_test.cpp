#include "tests/unit/text/read.h"

#include "galley/find_headline.h"
#include "galley/iso_date.h"
#include "galley/plain_text.h"

#include <catch2/catch.hpp>

using namespace galley;

TEST_CASE("the seed article gives what stands in it, and no headline") {
    const std::string copy = test::project_file("samples/copy/carney-paris.txt");
    const test::Reading reading = test::read(copy);
    REQUIRE(reading.document);
    const Document& story = *reading.document;

    CHECK(story.meta.headlines.empty());
    REQUIRE(story.meta.bylines.size() == 1);
    const Found<Byline>& byline = story.meta.bylines.front();
    CHECK(byline.raw == "By Dalena Reporters");
    CHECK(byline.span == Span{0, 19});
    REQUIRE(byline.value.contributors.size() == 1);
    CHECK(byline.value.contributors.front().value == Contributor{.name = "Dalena Reporters"});

    REQUIRE(story.meta.dates.content_created);
    CHECK(iso_date(story.meta.dates.content_created->value) == "2026-01-02");
    CHECK(story.meta.dates.content_created->raw == "January 2, 2026");
    CHECK(story.meta.dates.content_created->method == Method::parsed);

    REQUIRE(story.meta.datelines.size() == 1);
    const Dateline& dateline = story.meta.datelines.front().value;
    REQUIRE(dateline.places.size() == 2);
    CHECK(dateline.places[0].value == Place{.name = "OTTAWA"});
    CHECK(dateline.places[1].value == Place{.name = "PARIS"});
    CHECK(dateline.agencies.empty());

    REQUIRE(story.body.size() == 5);
    CHECK(plain_text(story.body.front()).starts_with("OTTAWA / PARIS — Canadian Prime Minister"));
    std::size_t words = 0;
    for (const Block& block : story.body) {
        words += count_words(plain_text(block));
    }
    CHECK(words == count_words(story.body));
    REQUIRE(story.meta.language);
    CHECK(story.meta.language->value == "en");
    CHECK(story.source.newline == Newline::lf);
    CHECK(story.source.size == copy.size());
    CHECK(story.source.encoding->value == "UTF-8");
    CHECK(story.source.sha256.has_value());
}

TEST_CASE("a source without text is refused") {
    for (const char* nothing : {"", "\n", "  \n\t\n\r\n", "\xEF\xBB\xBF\n"}) {
        const test::Reading reading = test::read(nothing);
        REQUIRE_FALSE(reading.document);
        CHECK(reading.document.error().code == "text.empty");
        CHECK(reading.document.error().cause == Cause::input);
    }
}

TEST_CASE("a numeric date with two readings says so, unless the caller decides") {
    const std::string copy =
        "Town opens bridge\nBy Jane Doe | 02/01/2026\n\nThe town opened its new bridge on Friday, officials said.\n";
    const test::Reading unsure = test::read(copy);
    REQUIRE(unsure.document);
    REQUIRE(unsure.diagnostics.size() == 1);
    CHECK(unsure.diagnostics.front().code == "text.ambiguous-date");
    CHECK(unsure.document->meta.dates.content_created->confidence <= 50);

    const test::Reading day_first = test::read(copy, {{"date-order", "day-first"}});
    CHECK(day_first.diagnostics.empty());
    CHECK(iso_date(day_first.document->meta.dates.content_created->value) == "2026-01-02");
    const test::Reading month_first = test::read(copy, {{"date-order", "month-first"}});
    CHECK(iso_date(month_first.document->meta.dates.content_created->value) == "2026-02-01");
}
