#include "tests/unit/text/read.h"

#include <catch2/catch.hpp>

#include <string>

using namespace galley;

namespace {

const std::string text =
    "The harbour council met on Tuesday to discuss the plan for the new quay, which residents had debated for months.\n\n"
    "Officials said the project would cost about two million dollars, and that the work would take three years.\n";

std::string headline_of(const test::Reading& reading, HeadlineRole role) {
    REQUIRE(reading.document);
    for (const auto& headline : reading.document->meta.headlines) {
        if (headline.value.role == role) {
            return headline.value.text;
        }
    }
    return {};
}

}  // namespace

TEST_CASE("a page's path stands above the headline") {
    const std::string text =
        "Bei einem Unfall am Plärrer ist am Samstagvormittag ein Radfahrer schwer verletzt worden, teilte die Polizei am Abend mit.\n";
    const test::Reading reading = test::read(
        "Startseite\nBayern\nNürnberg\nPolizei sucht Zeugen nach Unfall am Plärrer\nStand: 21.11.2026, 16:05 Uhr\n" +
        text + text);
    REQUIRE(reading.document);
    REQUIRE_FALSE(reading.document->meta.headlines.empty());
    CHECK(reading.document->meta.headlines.front().value.text == "Polizei sucht Zeugen nach Unfall am Plärrer");
}

TEST_CASE("a line of several words above a date is no keyword") {
    const std::string text =
        "Fenwick won by one run on Saturday in a match that ended under car headlights, the umpires having lost count of the overs.\n";
    const test::Reading reading = test::read(
        "Home > Sport > Cricket\nFenwick win by a run in the dark\nMatch report: spinner takes seven as light fades\n"
        "Published: 20:14, 21 November 2026\nBy PETER ASH\n12\n\n" +
        text + text);
    REQUIRE(reading.document);
    for (const auto& headline : reading.document->meta.headlines) {
        CHECK(headline.value.text != "12");
    }
    CHECK(reading.document->meta.keywords.empty());
}

TEST_CASE(
    "a section's name or a word in capitals above the headline is the kicker, with a blank line between or without") {
    for (const char* kicker : {"POLITICS", "Politics", "PORTS", "Sports"}) {
        for (const char* gap : {"\n", "\n\n"}) {
            INFO(kicker << gap);
            const test::Reading reading =
                test::read(std::string(kicker) + gap + "Council approves new quay\n\nBy Ann Lee\n\n" + text);
            CHECK(headline_of(reading, HeadlineRole::kicker) == kicker);
            CHECK(headline_of(reading, HeadlineRole::main) == "Council approves new quay");
            CHECK(reading.document->body.size() == 2);
        }
    }
}

TEST_CASE("sections of other languages") {
    const test::Reading german = test::read(
        "Wirtschaft\n\nRat stimmt dem neuen Kai zu\n\nVon Anna Lehmann\n\nDer Hafenrat kam am Dienstag zusammen, um den Plan für den neuen "
        "Kai zu beraten, der seit Monaten umstritten war.\n\nNach Angaben der Verwaltung kostet das Vorhaben zwei Millionen Euro.\n");
    CHECK(headline_of(german, HeadlineRole::kicker) == "Wirtschaft");
    const test::Reading polish = test::read(
        "GOSPODARKA\n\nRada przyjęła plan nabrzeża\n\nRada portu zebrała się we wtorek, aby omówić plan nowego nabrzeża, "
        "o którym mieszkańcy dyskutowali od miesięcy.\n\nUrzędnicy podali, że prace potrwają trzy lata i będą kosztować dwa miliony.\n");
    CHECK(headline_of(polish, HeadlineRole::kicker) == "GOSPODARKA");
}

TEST_CASE("a headline in capitals is no kicker") {
    const test::Reading reading = test::read("QUAY APPROVED\n\n" + text);
    CHECK(headline_of(reading, HeadlineRole::main) == "QUAY APPROVED");
    CHECK(headline_of(reading, HeadlineRole::kicker).empty());
}

TEST_CASE("a section's name inside a text that is no page stays") {
    const test::Reading reading = test::read("Council approves new quay\n\n" + text + "\nEducation\n\n" + text);
    REQUIRE(reading.document);
    CHECK(reading.document->body.size() == 5);
}

TEST_CASE("a genre or a part of the paper before a bar is the kicker; other words before bars belong to the headline") {
    const test::Reading opinion = test::read("OPINION | A harbour for everyone\n\nBy Ann Lee\n\n" + text);
    CHECK(headline_of(opinion, HeadlineRole::kicker) == "OPINION");
    CHECK(headline_of(opinion, HeadlineRole::main) == "A harbour for everyone");
    const test::Reading sport = test::read("Sport | Fenwick win by a run\n\n" + text);
    CHECK(headline_of(sport, HeadlineRole::kicker) == "Sport");
    for (const std::string headline :
         {"Council approves quay | Harbour Times", "Quay | Who pays?", "Opinion: who pays?", "Opinion | | Who pays?"}) {
        CAPTURE(headline);
        const test::Reading reading = test::read(headline + "\n\n" + text);
        CHECK(headline_of(reading, HeadlineRole::main) == headline);
        CHECK(headline_of(reading, HeadlineRole::kicker).empty());
    }
}

TEST_CASE("one word right above a headline of several is its kicker, where authors or a date stand below") {
    const test::Reading topic = test::read(
        "Ferry\nIsland ferry to resume after the storm\nRepaired pier shown to residents\n\nBy Ann Lee\n\n" + text);
    CHECK(headline_of(topic, HeadlineRole::kicker) == "Ferry");
    CHECK(headline_of(topic, HeadlineRole::main) == "Island ferry to resume after the storm");
    const test::Reading alone = test::read(
        "Ferry\n\nIsland ferry to resume after the storm, which tore two spans away from the pier in January, as the council heard.\n\n" +
        text);
    CHECK(headline_of(alone, HeadlineRole::main) == "Ferry");
}

TEST_CASE("the first line is the headline where none is found, though it begins as furniture does") {
    const std::string text =
        "The harbour council met on Tuesday to discuss the plan for the new quay, which residents had debated for months.\n\n"
        "Officials said the project would cost about two million dollars, and that the work would take three years.\n";
    for (const std::string headline : {"Listen to the residents, mayor says", "Sign up for school begins early",
                                       "Loading of ships resumes", "File photo mix-up costs paper dearly"}) {
        CAPTURE(headline);
        const test::Reading reading = test::read(headline + "\n\n" + text);
        REQUIRE(reading.document);
        REQUIRE(reading.document->meta.headlines.size() == 1);
        CHECK(reading.document->meta.headlines.front().value.text == headline);
        CHECK(reading.document->body.size() == 2);
    }
    const test::Reading reading = test::read("Sign up for school newsletters\n\nCouncil backs new quay\n\n" + text);
    REQUIRE(reading.document);
    REQUIRE(reading.document->meta.headlines.size() == 1);
    CHECK(reading.document->meta.headlines.front().value.text == "Council backs new quay");
}
