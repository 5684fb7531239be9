#include "galley/iso_date.h"
#include "tests/unit/text/read.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>

using namespace galley;

namespace {

const std::string text =
    "The harbour council met on Tuesday to discuss the plan for the new quay, which residents had debated for months.\n\n"
    "Officials said the project would cost about two million dollars, and that the work would take three years.\n";

bool has_source(const Document& document, std::string_view name, ContributorKind kind) {
    return std::ranges::any_of(document.meta.information_sources, [&](const auto& source) {
        return source.value.name == name && source.value.kind == kind;
    });
}

}  // namespace

TEST_CASE("a press release's contacts are no text, nor is who sent it an author") {
    const test::Reading reading = test::read(
        "Harbour Works Completes Pier Repairs\n\nNEWS PROVIDED BY\nHarbour Works Ltd\nMar 04, 2026, 08:30 ET\n\n"
        "SALTMERE, England, March 4, 2026 /PRNewswire/ -- " +
        text +
        "\nMedia Contact:\nTom Bray\n+44 1632 960 017\npress@harbour-works.example\n\nSOURCE Harbour Works Ltd\n");
    REQUIRE(reading.document);
    CHECK(reading.document->meta.bylines.empty());
    CHECK(reading.document->body.size() == 2);
    CHECK(has_source(*reading.document, "Harbour Works Ltd", ContributorKind::organisation));
}

TEST_CASE("contacts far above the end, or with no text above them, are text") {
    std::string story = "Who to ask about the quay\n\n" + text + "\nContact: the harbour master's office\n\n";
    for (int paragraph = 0; paragraph < 25; ++paragraph) {
        story += "Officials said the work on section " + std::to_string(paragraph) +
                 " of the quay would take three years and cost two million.\n\n";
    }
    const test::Reading reading = test::read(story);
    REQUIRE(reading.document);
    CHECK(reading.document->body.size() == 28);
}

TEST_CASE("an agency on the line below the authors is that of all of them") {
    const test::Reading reading = test::read(
        "Ferry service to resume\n\nBy JANE DOE and TOM RAY\nAssociated Press\nSALTMERE, England (AP) — " + text);
    REQUIRE(reading.document);
    REQUIRE(reading.document->meta.bylines.size() == 1);
    const auto& authors = reading.document->meta.bylines.front().value.contributors;
    REQUIRE(authors.size() == 2);
    CHECK(authors.front().value.affiliation == "Associated Press");
    CHECK(authors.back().value.affiliation == "Associated Press");
    CHECK(reading.document->body.size() == 2);
}

TEST_CASE("a short headline, a name and a date are no keywords") {
    const test::Reading reading = test::read(
        "Prom wraca w poniedziałek\nAnna Nowak\n3 marca 2026, 14:20\n\n"
        "Prom na wyspy wróci na trasę w poniedziałek, prawie dwa miesiące po sztormie, który zerwał dwa przęsła pomostu.\n\n"
        "Wiemy, jak było ciężko, mówi kapitan portu, która w piątek pokazała mieszkańcom naprawiony pomost.\n");
    REQUIRE(reading.document);
    REQUIRE(reading.document->meta.headlines.size() == 1);
    CHECK(reading.document->meta.headlines.front().value.text == "Prom wraca w poniedziałek");
    CHECK(reading.document->meta.bylines.size() == 1);
    CHECK(reading.document->meta.keywords.empty());
}

TEST_CASE("a label right below authors and date is furniture, even where nothing else speaks for a page") {
    for (const char* label : {"Share", "4 min read", "Copy link", "Share\nCopy link"}) {
        CAPTURE(label);
        const test::Reading reading = test::read("Ferry service to resume\nBy Ann Lee\nMarch 3, 2026, 14:20\n" +
                                                 std::string(label) + "\n\n" + text);
        REQUIRE(reading.document);
        CHECK(reading.document->body.size() == 2);
    }
    const test::Reading inside = test::read("Ferry service to resume\n\n" + text + "\nShare\n\n" + text);
    REQUIRE(inside.document);
    CHECK(inside.document->body.size() == 5);
}

TEST_CASE("whose material a story uses is its source of information") {
    const test::Reading named =
        test::read("Ferry service to resume\n\n" + text + "\n(With inputs from PTI and Reuters)\n");
    REQUIRE(named.document);
    CHECK(has_source(*named.document, "PTI", ContributorKind::agency));
    CHECK(has_source(*named.document, "Reuters", ContributorKind::agency));
    CHECK(named.document->body.size() == 2);
    const test::Reading unnamed = test::read("Ferry service to resume\n\n" + text + "\nWith agencies\n");
    REQUIRE(unnamed.document);
    CHECK(unnamed.document->meta.information_sources.empty());
    CHECK(unnamed.document->body.size() == 2);
}

TEST_CASE("a date below a text that has none above it is the story's") {
    const test::Reading italian = test::read(
        "Il traghetto torna lunedì, due mesi dopo\n\nIl traghetto per le isole torna a navigare lunedì, quasi due mesi dopo la tempesta "
        "che ha portato via due campate del molo.\n\nSappiamo quanto è stato difficile, dice la direttrice del porto, che venerdì ha mostrato "
        "ai cittadini il molo riparato.\n\n3 marzo 2026\n");
    REQUIRE(italian.document);
    REQUIRE(italian.document->meta.dates.content_created);
    CHECK(italian.document->body.size() == 2);
    const test::Reading dated = test::read("Ferry service to resume\n\nMarch 3, 2026\n\n" + text + "\nMarch 4, 2026\n");
    REQUIRE(dated.document);
    CHECK(dated.document->body.size() == 3);
}

TEST_CASE("a title below one name is not the by-word of the next") {
    const test::Reading reading = test::read(
        "Fergen går igjen fra mandag\n\nKari Moen\nJournalist\n\nPublisert: 3. mars 2026 14:20\n\n"
        "Fergen mellom Bergen og øyene går igjen fra mandag etter nesten to måneders stans, opplyser havnevesenet fredag.\n\n"
        "Vi vet hvor vanskelig det har vært, sier havnesjefen, som fredag viste frem den reparerte kaien for innbyggerne.\n");
    REQUIRE(reading.document);
    REQUIRE(reading.document->meta.bylines.size() == 1);
    const auto& author = reading.document->meta.bylines.front().value.contributors.front().value;
    CHECK(author.name == "Kari Moen");
    CHECK(author.job_title == "Journalist");
}

TEST_CASE("what stands behind a press release's end mark is no text, however much it is") {
    const test::Reading reading = test::read(
        "PRESS RELEASE\n\nEMBARGOED UNTIL 00:01 GMT, MONDAY 23 NOVEMBER 2026\n\nSaltmere Harbour reopens ferry berth\n\n"
        "Saltmere, 22 November 2026: " +
        text +
        "\n-ENDS-\n\nNotes to editors\n\n1. The authority is a trust port.\n"
        "2. Images are available.\n3. Spokespeople, too.\n\nFor further information please contact:\nJo Bray\n"
        "T: 01632 960 017\nE: jo.bray@saltmere.example\n");
    REQUIRE(reading.document);
    REQUIRE(reading.document->meta.headlines.size() == 1);
    CHECK(reading.document->meta.headlines.front().value.text == "Saltmere Harbour reopens ferry berth");
    CHECK(reading.document->meta.datelines.size() == 1);
    CHECK(reading.document->meta.embargo);
    CHECK(reading.document->body.size() == 2);
}

TEST_CASE("a paper below its authors is where they work") {
    const test::Reading reading = test::read(
        "Ferry service to resume\n\nBy Ann Lee and Tom Ray\nSaltmere Courier\n\nSALTMERE, England — " + text);
    REQUIRE(reading.document);
    REQUIRE(reading.document->meta.bylines.size() == 1);
    const auto& authors = reading.document->meta.bylines.front().value.contributors;
    REQUIRE(authors.size() == 2);
    CHECK(authors.back().value.name == "Tom Ray");
    for (const auto& author : authors) {
        CHECK(author.value.affiliation == "Saltmere Courier");
        CHECK(author.value.job_title.empty());
    }
    CHECK(reading.document->body.size() == 2);
}

TEST_CASE("contacts above a press release's headline are no text, and none of them is the headline") {
    const test::Reading reading = test::read(
        "FOR IMMEDIATE RELEASE\n\nContact: Dana Whitfield\nSaltmere Instruments\n(555) 010-4477\ndana@saltmere.example\n\n"
        "Saltmere Instruments Unveils a New Tide Gauge\n\nPORT SALTMERE, Maine – November 20, 2026 – " +
        text);
    REQUIRE(reading.document);
    REQUIRE(reading.document->meta.headlines.size() == 1);
    CHECK(reading.document->meta.headlines.front().value.text == "Saltmere Instruments Unveils a New Tide Gauge");
    CHECK(test::count_furniture(*reading.document, FurnitureKind::contact) == 4);
    CHECK(reading.document->body.size() == 2);
}

TEST_CASE("a release may name its agency between strokes right behind the year, also one that nobody knows") {
    for (const std::string agency : {"APO Group", "Saltmere Release Wire"}) {
        CAPTURE(agency);
        const test::Reading reading =
            test::read("Harbour to be dredged\n\nSALTMERE, England, March 4, 2026/" + agency + "/ -- " + text);
        REQUIRE(reading.document);
        const Metadata& meta = reading.document->meta;
        REQUIRE(meta.datelines.size() == 1);
        REQUIRE(meta.datelines.front().value.agencies.size() == 1);
        CHECK(meta.datelines.front().value.agencies.front().value == agency);
        REQUIRE(meta.dates.content_created);
        CHECK(iso_date(meta.dates.content_created->value) == "2026-03-04");
    }
}
