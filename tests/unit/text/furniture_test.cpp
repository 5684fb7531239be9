#include "tests/unit/text/read.h"

#include "galley/plain_text.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>

using namespace galley;

namespace {

const std::string first =
    "The council met on Tuesday to discuss the plan, which had been debated for several months by residents.";
const std::string second =
    "Officials said the project would cost about two million dollars and take three years to finish.";

/// True when `line` at the end of a story is kept as `kind` and is no part of the text.
bool ends_as(const std::string& line, FurnitureKind kind) {
    const test::Reading reading =
        test::read("Council approves budget\n\n" + first + "\n\n" + second + "\n\n" + line + "\n");
    if (!reading.document || reading.document->body.size() != 2) {
        return false;
    }
    const auto& furniture = reading.document->meta.furniture;
    return std::ranges::any_of(
        furniture, [&](const auto& one) { return one.value.kind == kind && one.raw.find(line) != std::string::npos; });
}

/// The same for a line at the top.
bool begins_as(const std::string& line, FurnitureKind kind) {
    const test::Reading reading = test::read(line + "\nCouncil approves budget\n\n" + first + "\n\n" + second + "\n");
    if (!reading.document || reading.document->body.size() != 2) {
        return false;
    }
    const auto& furniture = reading.document->meta.furniture;
    return std::ranges::any_of(furniture, [&](const auto& one) { return one.value.kind == kind && one.raw == line; });
}

}  // namespace

TEST_CASE("end marks, page marks and sign-offs are taken out of the text and kept") {
    for (const char* mark : {"-30-", "###", "(END)", "==Kyodo", "Reuter", "ENDS", "# # #"}) {
        INFO(mark);
        CHECK(ends_as(mark, FurnitureKind::end_mark));
    }
    for (const char* mark : {"dpa wsz jln npr", "dpa so yyon z2 a3 vni/dmo", "gr/bp"}) {
        INFO(mark);
        CHECK(ends_as(mark, FurnitureKind::sign_off));
    }
    for (const char* mark : {"MORE", "(MORE)"}) {
        INFO(mark);
        CHECK(ends_as(mark, FurnitureKind::continuation_mark));
    }
    CHECK(ends_as("(Reporting by Ann Lee; Editing by Tom Ray)", FurnitureKind::credit_line));
    CHECK(ends_as("((ann.lee@example.org; +44 20 7946 0000))", FurnitureKind::contact));
}

TEST_CASE("an agency's name above the text ends nothing") {
    const test::Reading reading =
        test::read("Új híd épül Szegednél\nMTI\n2026.11.21. 11:30\n\n" + first + "\n\n" + second + "\n");
    REQUIRE(reading.document);
    CHECK(reading.document->body.size() == 2);
}

TEST_CASE("a copyright notice below the text is the item's rights") {
    for (const char* line :
         {"© Press Association 2026",
          "Copyright 2026 The Harbour Times. All rights reserved. This material may not be published or redistributed.",
          "Copyright (c) 2026 Harbour Wire", "Copyright ⓒ Harbour Wire. All rights reserved.",
          "(© 2026 Harbour Wire)"}) {
        INFO(line);
        const test::Reading reading =
            test::read("Council approves budget\n\n" + first + "\n\n" + second + "\n\n" + line + "\n");
        REQUIRE(reading.document);
        CHECK(reading.document->body.size() == 2);
        REQUIRE(reading.document->meta.rights.size() == 1);
        CHECK(reading.document->meta.rights.front().value.notice == line);
    }
    for (const char* line : {"(c) 2026 Harbour Pictures",
                             "Copyright law was last changed by the council of the town, which met in the old hall.",
                             "2026 was a good year, he said."}) {
        INFO(line);
        const test::Reading reading =
            test::read("Council approves budget\n\n" + first + "\n\n" + second + "\n\n" + line + "\n");
        REQUIRE(reading.document);
        CHECK(reading.document->meta.rights.empty());
    }
}

TEST_CASE("version, priority and editors' lines are taken off the top and kept") {
    for (const char* mark : {"1ST LEAD", "2ND LEAD", "3RD NET"}) {
        INFO(mark);
        CHECK(begins_as(mark, FurnitureKind::version_mark));
    }
    CHECK(begins_as("EXTRA", FurnitureKind::priority_mark));
    CHECK(begins_as("(Achtung)", FurnitureKind::advisory));
    CHECK(begins_as("^(Eds: Minor edits. A longer version of this story is available.)<", FurnitureKind::advisory));
}

TEST_CASE("a number or a mark inside the text is part of it") {
    for (const char* line : {"30", "#", "More than that is not known."}) {
        const test::Reading reading =
            test::read("Council approves budget\n\n" + first + "\n\n" + line + "\n\n" + second + "\n");
        REQUIRE(reading.document);
        CHECK(reading.document->body.size() == 3);
    }
}

TEST_CASE("what follows the line for editors is no text") {
    const test::Reading reading = test::read(
        "Council approves budget\n\n" + first + "\n\n" + second +
        "\n\nThe following information is not intended for publication\n\nThe reporter can be reached in the evening only.\n");
    REQUIRE(reading.document);
    CHECK(reading.document->body.size() == 2);
    CHECK(reading.document->meta.notes.size() == 2);
}

TEST_CASE("a withhold notice sets the status") {
    const test::Reading reading =
        test::read("ADVISORY: Eds: please withhold\nCouncil approves budget\n\n" + first + "\n\n" + second + "\n");
    REQUIRE(reading.document);
    REQUIRE(reading.document->meta.status);
    CHECK(reading.document->meta.status->value == PublicationStatus::withheld);
}

TEST_CASE("figures at the end that are no end mark and no page stay") {
    for (const char* line : {"1 2 3", "03-3256-0568", "12 15 18"}) {
        INFO(line);
        const test::Reading reading =
            test::read("Council approves budget\n\n" + first + "\n\n" + second + "\n\n" + line + "\n");
        REQUIRE(reading.document);
        CHECK(reading.document->body.size() == 3);
    }
    CHECK(ends_as("-30-", FurnitureKind::end_mark));
    CHECK(ends_as("2-2-2", FurnitureKind::page_mark));
}

TEST_CASE("a table of rates keeps its prices, in whatever language it may be") {
    const test::Reading reading = test::read(
        "TIDEWELL DOLLAR CROSS RATES OPG - APRIL 7 EASTPORT  3.6727/32\nQUAYSIDE   0.37693/03 SALTMERE    0.33640/00\n"
        "STG       1.6180/90 SFR       1.5145/55 YEN\n    154.25/35\n");
    REQUIRE(reading.document);
    CHECK(std::ranges::any_of(reading.document->body,
                              [](const Block& block) { return plain_text(block).contains("154.25/35"); }));
}
