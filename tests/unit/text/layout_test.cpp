#include "tests/unit/text/read.h"

#include "galley/find_headline.h"
#include "galley/plain_text.h"

#include <catch2/catch.hpp>

#include <string>
#include <variant>

using namespace galley;

TEST_CASE("the names of a table's columns stand in the table") {
    const test::Reading reading = test::read(
        "Saltmere tide table\n\n            High      Low\nMon 23      06:12     12:31\nTue 24      06:58     13:14\n\n"
        "Heights are in metres above chart datum, the harbour master said on Monday.\n");
    REQUIRE(reading.document);
    REQUIRE(reading.document->body.size() == 2);
    CHECK(plain_text(reading.document->body.front()).find("High") != std::string::npos);
    CHECK(std::holds_alternative<Preformatted>(reading.document->body.front().node));
}

TEST_CASE("a first line in capitals is a headline, whatever date it ends in") {
    for (const char* line : {"COUNTY EXCHANGE RATES - STATE BANK EFFECTIVE APRIL 8, 1987",
                             "HARBOUR SPOT PRODUCTS--FINAL--APRIL 7 1745 EST"}) {
        INFO(line);
        const test::Reading reading = test::read(
            std::string(line) +
            "\n    Spot prices retraced early gains after the weekly report, and products\nwere down about a cent in the harbour.\n");
        REQUIRE(reading.document);
        CHECK(reading.document->meta.bylines.empty());
        REQUIRE(reading.document->meta.headlines.size() == 1);
        CHECK(reading.document->meta.headlines.front().value.text == line);
    }
}

TEST_CASE("a table's rows are no headline, though they are in capitals") {
    const test::Reading reading = test::read(
        "HARBOUR FISH PRICES - APRIL 7\n COD 1.6195/6205\n EEL 1.8220/30\n HAKE 1.5110/20\n COD 6.0600/50\n EEL 145.10/20\n");
    REQUIRE(reading.document);
    REQUIRE_FALSE(reading.document->body.empty());
    for (const auto& headline : reading.document->meta.headlines) {
        CHECK(headline.value.text.find("COD") == std::string::npos);
    }
}

TEST_CASE("the same story in three layouts gives the same paragraphs") {
    const std::string first =
        "The council met on Tuesday to discuss the plan, which had been debated for several months by people who live there.";
    const std::string second =
        "Officials said the project would cost about two million dollars and would take three years to finish in full.";
    const std::string lines = "Council approves budget\n" + first + "\n" + second + "\n";
    const std::string blanks = "Council approves budget\n\n" + first + "\n\n" + second + "\n";
    const std::string wrapped =
        "Council approves budget\n\n"
        "The council met on Tuesday to discuss the plan, which had been\ndebated for several months by people who live there.\n\n"
        "Officials said the project would cost about two million dollars\nand would take three years to finish in full.\n";
    const std::string indented =
        "COUNCIL APPROVES BUDGET\n"
        "    The council met on Tuesday to discuss the plan, which had been\ndebated for several months by people who live there.\n"
        "    Officials said the project would cost about two million dollars\nand would take three years to finish in full.\n";
    for (const std::string& copy : {lines, blanks, wrapped, indented}) {
        INFO(copy);
        const test::Reading reading = test::read(copy);
        REQUIRE(reading.document);
        REQUIRE(reading.document->body.size() == 2);
        CHECK(plain_text(reading.document->body[0]) == first);
        CHECK(plain_text(reading.document->body[1]) == second);
        CHECK(find_headline(*reading.document, HeadlineRole::main) != nullptr);
    }
}

TEST_CASE("what is wider than the wrapped lines below it, a headline or a paragraph of one line, hides no wrapping") {
    constexpr std::string_view wrapped =
        "The harbour will be dredged next year, its master said on Friday,\n"
        "after the council had put the work off three times because of\n"
        "what it would cost the town and the fishermen who live from it.\n"
        "Others have given up and moved their boats to the next port, he\n"
        "said, while the county has not approved its half of the money.\n\n"
        "A survey of the bed has to be made before the dredgers can come,\n"
        "and neither is expected before the end of the month, the council\n"
        "was told on Tuesday.\n";
    for (
        const std::string above :
        {"Harbour to be dredged next year after the council has put the work off for longer than it said\n",
         "Harbour to be dredged\n\nThe work will begin in May, the council's engineers say, and take all of the summer and autumn.\n\n",
         "Harbour to be dredged next year after the council has put the work off for longer than it said it would, and for as long again\n"}) {
        const test::Reading reading = test::read(above + std::string(wrapped));
        REQUIRE(reading.document);
        CHECK(reading.document->meta.headlines.size() == 1);
        CHECK(reading.document->body.size() == 2 + (above.contains("engineers") ? 1U : 0U));
    }
}

TEST_CASE("where every wrapped line is full, a shorter one ends its paragraph") {
    const test::Reading reading = test::read(
        "Harbour to be dredged\nBy Ann Lee\n"
        "The harbour will be dredged next year, its master said on Friday,\n"
        "after the council had put the work off three times because of\n"
        "what it would cost the town and the fishermen who live from it.\n"
        "Others have given up and moved their boats to the next port, he\n"
        "said, and will not be back before summer.\n"
        "A survey of the bed has to be made before the dredgers can come,\n"
        "and neither is expected before the end of the month, the council\n"
        "was told on Tuesday.\n");
    REQUIRE(reading.document);
    REQUIRE(reading.document->meta.bylines.size() == 1);
    CHECK(reading.document->body.size() == 2);
}

TEST_CASE("tables keep their lines") {
    const test::Reading reading = test::read(
        "Prices at noon\n\nThe market was quiet on Monday and most prices did not move, traders in the city said.\n\n"
        "Wheat      210.5    -1.2\nMaize       98.0    +0.4\nBarley     101.2    +0.1\n\nTrading goes on until five in the afternoon, when the bell is rung.\n");
    REQUIRE(reading.document);
    REQUIRE(reading.document->body.size() == 3);
    const auto* table = std::get_if<Preformatted>(&reading.document->body[1].node);
    REQUIRE(table != nullptr);
    CHECK(table->utf8 == "Wheat      210.5    -1.2\nMaize       98.0    +0.4\nBarley     101.2    +0.1");
}

TEST_CASE("a transmission's header and trailer are furniture, its text the story") {
    const test::Reading reading = test::read(
        "\x01"
        "f0123\x1f"
        "news\nu f BC-TOWN-BRIDGE   01-02 0040\x02\nTOWN OPENS BRIDGE\n    SPRINGFIELD, Jan 2 - The town opened its new bridge on\n"
        "Friday after ten years of building, the mayor said.\n Reuter\n\x03");
    REQUIRE(reading.document);
    const Document& story = *reading.document;
    REQUIRE(story.meta.headlines.size() == 1);
    CHECK(story.meta.headlines.front().value.text == "TOWN OPENS BRIDGE");
    REQUIRE(story.meta.slugline);
    CHECK(story.meta.slugline->value.text == "BC-TOWN-BRIDGE");
    CHECK(story.body.size() == 1);
    REQUIRE(story.meta.information_sources.size() == 1);
    CHECK(story.meta.information_sources.front().value.name == "Reuters");
}

TEST_CASE("embargo, correction and advisory lines change the status, not the text") {
    const test::Reading reading = test::read(
        "STRICTLY EMBARGOED. Not for release until 12noon GMT on October 23.\nCORRECTION: An earlier version misstated the mayor's age.\n"
        "Town opens bridge\n\nThe town opened its new bridge on Friday after ten years of building, the mayor said.\n\n-30-\n");
    REQUIRE(reading.document);
    const Metadata& meta = reading.document->meta;
    REQUIRE(meta.embargo);
    CHECK(meta.embargo->value.until.month == 10);
    CHECK(meta.embargo->value.until.day == 23);
    REQUIRE(meta.signals.size() == 1);
    CHECK(meta.signals.front().value.qcode == "sig:correction");
    CHECK(meta.notes.size() == 2);
    REQUIRE(reading.document->body.size() == 1);
    CHECK(meta.furniture.back().value.kind == FurnitureKind::end_mark);
}

TEST_CASE("a story with more paragraphs than the limit is refused") {
    std::string copy;
    for (int line = 0; line < 20; ++line) {
        copy +=
            "A line of text that is long enough to be a paragraph of its own, number " + std::to_string(line) + ".\n";
    }
    CHECK(test::read(copy).document);
    const test::Reading refused = test::read(copy, {}, {}, Limits{.blocks = 10});
    REQUIRE_FALSE(refused.document);
    CHECK(refused.document.error().code == "limit.blocks");
}
