#include "tests/unit/text/read.h"

#include "galley/plain_text.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <variant>
#include <vector>

using namespace galley;

namespace {

const std::string first =
    "The harbour council met on Tuesday to discuss the plan for the new quay, which residents had debated for several months.";
const std::string second =
    "Officials said the project would cost about two million dollars, and that the work would take three years to finish.";
const std::string third =
    "The vote was closer than expected, with seven members in favour and six against, and two who stayed away from the session.";

/// The paragraphs of the body, headings left out.
std::vector<std::string> paragraphs(const std::string& copy) {
    const test::Reading reading = test::read(copy);
    REQUIRE(reading.document);
    std::vector<std::string> result;
    for (const Block& block : reading.document->body) {
        if (!std::holds_alternative<Heading>(block.node)) {
            result.push_back(plain_text(block));
        }
    }
    return result;
}

/// A page as browsers copy it: a blank line around each paragraph, `box` after the first of them.
std::string page(const std::string& box) {
    return "Council approves new quay\n\nBy Ann Lee\nPublished Jan. 2, 2026, 4:10 p.m.\nShare\n4 min read\n\n" + first +
           "\n\n" + box + "\n\n" + second + "\n\n" + third + "\n";
}

const std::vector<std::string> text_alone = {first, second, third};

}  // namespace

TEST_CASE("boxes between the paragraphs of a page are no text") {
    for (
        const char* box :
        {"Follow the harbour\nEvery Friday, the best of our coverage of the coast in your inbox.\nEmail",
         "Ferry fares rise again\nLighthouse keeper retires\nHarbour master under fire",
         "Advertisement 2\nStory continues below\nThis advertisement has not loaded yet, but your article continues below.",
         "The quay seen from the sea on Monday.\nPhoto: Tom Ray/Harbour Wire"}) {
        INFO(box);
        CHECK(paragraphs(page(box)) == text_alone);
    }
}

TEST_CASE("a caption is told by the credit at its end") {
    for (const char* caption :
         {"The quay seen from the sea on Monday. Photo: Tom Ray", "Council members vote on Tuesday (Tom Ray / Reuters)",
          "The old quay in winter. © Harbour Museum", "Members of the council\n\nPhoto: Tom Ray"}) {
        INFO(caption);
        CHECK(paragraphs(page(caption)) == text_alone);
    }
}

TEST_CASE("a short line alone between the paragraphs of a page is a crosshead") {
    const test::Reading reading = test::read(page("A narrow vote"));
    REQUIRE(reading.document);
    CHECK(std::ranges::any_of(reading.document->body,
                              [](const Block& block) { return std::holds_alternative<Heading>(block.node); }));
    CHECK(paragraphs(page("A narrow vote")) == text_alone);
}

TEST_CASE("short paragraphs of a page are text") {
    CHECK(paragraphs(page("But that did not last.")).size() == 4);
    CHECK(paragraphs(page("Best for families, 9/10\n\nBest for small boats, 8/10")).size() == 5);
    CHECK(paragraphs(page("The council will decide on:\n\nthe length of the quay\n\nthe price of a berth")).size() ==
          6);
}

TEST_CASE("what stands on a page twice is a box") {
    const std::string box = "Support the paper that keeps an eye on the harbour every day.";
    CHECK(paragraphs(page(box + "\n\n" + third +
                          " So it was in the spring, when the plan was first put before the council.\n\n" + box))
              .size() == 4);
}

TEST_CASE("short lines of a text that is no page stay") {
    const std::string list = "Apples 20\n\nPears 30\n\nPlums 40";
    CHECK(paragraphs("Council approves new quay\n\n" + first + "\n\n" + list + "\n\n" + second + "\n").size() == 5);
}

TEST_CASE("what stands between headline and author is the deck, wherever the date stands") {
    const std::string deck =
        "Seven members were in favour of the plan, six against it, and the work may begin before summer.";
    const test::Reading reading = test::read("Council approves new quay\n\nPublished: Jan. 2, 2026, 4:10 p.m.\n\n" +
                                             deck + "\n\nBy Ann Lee\n\n" + first + "\n\n" + second + "\n");
    REQUIRE(reading.document);
    CHECK(reading.document->body.size() == 2);
    const auto& headlines = reading.document->meta.headlines;
    CHECK(std::ranges::any_of(
        headlines, [&](const auto& one) { return one.value.role == HeadlineRole::deck && one.value.text == deck; }));
}

TEST_CASE("a sentence right below the date's line is the deck, where paragraphs stand between blank lines") {
    const std::string deck =
        "Seven members were in favour of the plan, six against it, and the work may begin before summer.";
    const std::string copy = "Council approves new quay\nBy Ann Lee\nUpdated Jan. 2, 2026, 4:10 p.m.\n4 min read\n" +
                             deck + "\n\n" + first + "\n\n" + second + "\n\n" + third + "\n";
    CHECK(paragraphs(copy) == text_alone);
    const test::Reading reading = test::read(copy);
    CHECK(std::ranges::any_of(reading.document->meta.headlines, [&](const auto& one) {
        return one.value.role == HeadlineRole::deck && one.value.text == deck;
    }));
}

TEST_CASE(
    "a short line alone between paragraphs is a crosshead below an author, and a paragraph where nothing speaks for a page") {
    const std::string text = first + "\n\nA narrow vote\n\n" + second + "\n\n" + third + "\n";
    CHECK(paragraphs("Council approves new quay\n\nAnn Lee\nPublished Jan. 2, 2026\n\n" + text) == text_alone);
    CHECK(paragraphs("Council approves new quay\n\n" + text).size() == 4);
    CHECK(paragraphs("Council approves new quay\n\nAnn Lee\nPublished Jan. 2, 2026\n\n" + first +
                     "\n\nWas it a narrow vote?\n\n" + second + "\n\n" + third + "\n")
              .size() == 4);
}

TEST_CASE("what a sentence of a page's text lists is text") {
    const std::vector<std::string> read = paragraphs(page(
        "The policy of the harbour provides a framework that includes:\n\nRecognising traders as contributors; and\n"
        "Setting out clear rules for permits"));
    CHECK(read.size() == 6);
    CHECK(paragraphs(page("Read also:\n\nFerry fares rise again\nLighthouse keeper retires")) == text_alone);
}

TEST_CASE("several items of several words below a short line with a colon are text, a label's links are none") {
    const std::string first =
        "The harbour council met on Tuesday to discuss the plan for the new quay, which residents had debated for months.";
    const std::string second =
        "Officials said the project would cost about two million dollars, and that the work would take three years.";
    const std::string head =
        "Council approves new quay\nBy Ann Lee\nPublished Nov. 22, 2026 10:15 a.m.\nShare\n\n" + first + "\n\n";
    const auto list = test::read(
        head +
        "What the plan asks for:\n\nA basin of nine metres for larger ships\nTwo cranes that lift forty tonnes each\n\n" +
        second + "\n");
    REQUIRE(list.document);
    CHECK(list.document->body.size() == 5);
    const auto label = test::read(head + "More on this subject:\n\nFerries\nHarbours\n\n" + second + "\n");
    REQUIRE(label.document);
    CHECK(label.document->body.size() == 2);
}

TEST_CASE("what repeats how a sentence of the text begins is a picture's caption") {
    const std::string first =
        "The harbour council met on Tuesday to discuss the plan for the new quay, which residents had debated for months.";
    const std::string second =
        "Officials said the project would cost about two million dollars, and that the work would take three years.";
    const auto reading = test::read(
        "Council approves new quay\nBy Ann Lee\nPublished Nov. 22, 2026 10:15 a.m.\nShare\n\n" + first + "\n\n" +
        "The harbour council met on Tuesday to discuss the plan for the new quay\n\n" + second + "\n");
    REQUIRE(reading.document);
    CHECK(reading.document->body.size() == 2);
}

TEST_CASE("a sentence that speaks of pictures is text") {
    const auto reading = test::read(
        "Hafenrat billigt den neuen Kai\nVon Lars Sobel\n02.03.2026, 10:15 Uhr\nTeilen\n\n"
        "Der Hafenrat trat am Dienstag zusammen, um über den neuen Kai zu beraten, über den die Anwohner seit Monaten streiten.\n\n"
        "Täglich nutzen Anwohner die Seite, um ihre Sorgen zu teilen, auch mit Fotos von Schäden und Berichten von Fischern am alten Kai.\n\n"
        "Die Arbeiten sollen nach Angaben der Behörde rund zwei Millionen Euro kosten und drei Jahre dauern, hieß es.\n");
    REQUIRE(reading.document);
    CHECK(reading.document->body.size() == 3);
}
