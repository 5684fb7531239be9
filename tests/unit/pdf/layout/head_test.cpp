// What stands above and beside a story.
#include "converters/pdf/layout/embargo_line.h"
#include "converters/pdf/layout/status_lines.h"
#include "tests/unit/pdf/layout/sample_story.h"

#include <catch2/catch.hpp>

namespace galley::pdf {
namespace {

std::string embargo(PartialDate until, std::string_view language) {
    Document story;
    story.meta.embargo = Embargo{.until = until};
    return embargo_line(story, language);
}

TEST_CASE("an embargo is told with its day and hour") {
    const PartialDate until{
        .year = 2026, .month = 3, .day = 14, .time = TimeOfDay{.hour = 9, .minute = 5}, .offset = -300};
    CHECK(embargo(until, "en-GB") == "Embargo: 14 March 2026, 09:05 UTC−05:00");
    CHECK(embargo(until, "de") == "Sperrfrist: 14. März 2026, 09:05 UTC−05:00");
    CHECK(embargo({.year = 2026, .month = 3, .day = 14}, "ja") == "解禁: 2026年3月14日");
    CHECK(embargo({.time = TimeOfDay{.hour = 18}, .offset = 0}, "fr") == "Embargo: 18:00 UTC");
    CHECK(embargo({}, "en") == "Embargo");
    CHECK(embargo_line(Document{}, "en").empty());
}

TEST_CASE("a story that was withdrawn, withheld, corrected or updated says so, in its own words or in its language's") {
    Document story;
    CHECK(status_lines(story, "en").empty());
    story.meta.status = PublicationStatus::usable;
    CHECK(status_lines(story, "en").empty());
    story.meta.status = PublicationStatus::canceled;
    story.meta.signals.push_back(Concept{.qcode = "sig:update"});
    CHECK(status_lines(story, "de-AT") == std::vector<std::string>{"Zurückgezogen", "Aktualisierung"});
    CHECK(status_lines(story, "xx") == std::vector<std::string>{"Withdrawn", "Update"});

    story.meta.status = PublicationStatus::withheld;
    story.meta.signals.front().value.qcode = "sig:correction";
    CHECK(status_lines(story, "ja") == std::vector<std::string>{"掲載保留", "訂正"});
    story.meta.notes.push_back(EditorialNote{.role = "correction", .text = "CORRECTION: The harbour lies in Porto."});
    CHECK(status_lines(story, "en") == std::vector<std::string>{"Withheld", "CORRECTION: The harbour lies in Porto."});

    story.meta.language = std::string("en");
    story.body.push_back(test::paragraph("The harbour reopened."));
    const test::Desk desk;
    const auto placed = desk.lay_out(story);
    REQUIRE(placed);
    CHECK(test::extracted_text(*placed).starts_with("Withheld"));
}

TEST_CASE("a headline of many words is set smaller, in steps") {
    const auto size_of = [](const std::string& text) {
        Document story;
        story.meta.language = std::string("en");
        story.meta.headlines.push_back(test::headline(HeadlineRole::main, text));
        const test::Desk desk;
        const auto placed = desk.lay_out(story);
        REQUIRE(placed);
        return test::content_runs(placed->pages.front()).front()->size;
    };
    const std::string phrase = "The tram finally reaches the harbour ";
    const std::string longer = phrase + phrase + "and everyone in it";
    std::string longest;
    for (int i = 0; i < 8; ++i) {
        longest += phrase;
    }
    CHECK(size_of(longer) < size_of(phrase));
    CHECK(size_of(longest) < size_of(longer));
    CHECK(size_of(longest) > 0.65F * size_of(phrase));
}

TEST_CASE("a picture's credit stands on a line of its own") {
    Document story;
    story.meta.language = std::string("en");
    Figure figure;
    figure.resource = "none";
    figure.caption = test::plain("A heron");
    figure.credit = "Photo: Bo";
    story.body.emplace_back(std::move(figure));
    const test::Desk desk;
    const auto placed = desk.lay_out(story);
    REQUIRE(placed);
    const auto runs = test::content_runs(placed->pages.front());
    REQUIRE(runs.size() == 2);
    CHECK(runs[0]->baseline > runs[1]->baseline);
}

}  // namespace
}  // namespace galley::pdf
