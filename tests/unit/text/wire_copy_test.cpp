#include "galley/iso_date.h"
#include "galley/plain_text.h"
#include "tests/unit/text/read.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <variant>

using namespace galley;

namespace {

const std::string text =
    "The harbour council met on Tuesday to discuss the plan for the new quay, which residents had debated for months.\n\n"
    "Officials said the project would cost about two million dollars, and that the work would take three years.\n";

}  // namespace

TEST_CASE("a keyword line below a priority belongs to the header, and names no place") {
    const test::Reading reading = test::read(
        "URGENT\nBC-UK--Saltmere-New Quay, 2nd Ld-Writethru,0412\nCouncil backs new quay\n"
        "Eds: UPDATES with the council's vote.\nWith: UK--Saltmere-Timeline\nBy ANN LEE and TOM RAY\nAssociated Press\n\n"
        "SALTMERE, England (AP) — " +
        text);
    REQUIRE(reading.document);
    const Metadata& meta = reading.document->meta;
    REQUIRE(meta.headlines.size() == 1);
    CHECK(meta.headlines.front().value.text == "Council backs new quay");
    REQUIRE(meta.slugline);
    CHECK(meta.slugline->value.text == "BC-UK--Saltmere-New Quay");
    REQUIRE(meta.bylines.size() == 1);
    CHECK(meta.bylines.front().value.contributors.size() == 2);
    CHECK(meta.datelines.size() == 1);
    CHECK(meta.notes.size() == 2);
    CHECK(test::count_furniture(*reading.document, FurnitureKind::priority_mark) == 1);
    CHECK(reading.document->body.size() == 2);
}

TEST_CASE("a priority alone is no header") {
    const test::Reading reading = test::read("URGENT\nCouncil backs new quay\n\nSALTMERE, England (AP) — " + text);
    REQUIRE(reading.document);
    CHECK(reading.document->meta.headlines.size() == 1);
    CHECK(test::count_furniture(*reading.document, FurnitureKind::wire_header) == 0);
    CHECK(test::count_furniture(*reading.document, FurnitureKind::priority_mark) == 1);
}

TEST_CASE("the end of another message above a telex is no text, nor is the telex's number") {
    const test::Reading reading = test::read(
        "NNNN\nZCZC\nSLM20261122-0311\nSALTMERE, COUNCIL: \"NEW QUAY IN THREE YEARS\"\n"
        "(EastWire) - SALTMERE, Nov 22 - " +
        text +
        "    The mayor spoke of \"a first step, but not the last\". (EastWire)\n"
        "221611 NOV 26\nNNNN\n");
    REQUIRE(reading.document);
    const Metadata& meta = reading.document->meta;
    REQUIRE(meta.headlines.size() == 1);
    CHECK(meta.headlines.front().value.text == "SALTMERE, COUNCIL: \"NEW QUAY IN THREE YEARS\"");
    CHECK(reading.document->body.size() == 3);
    CHECK(test::count_furniture(*reading.document, FurnitureKind::navigation) == 0);
}

TEST_CASE("a paragraph that its agency signs is text, though it ends in no stop") {
    const test::Reading reading = test::read(
        "ECONOMÍA\n\nEl puerto mantiene las tarifas por tercera vez\n\nRedacción Economía\n"
        "22 de noviembre de 2026 - 08:14 a. m.\n0 Comentarios\nGuardar\n\n"
        "Puerto Sal, 22 nov (EFE).- La junta del puerto decidió este domingo, por cinco votos contra dos, mantener las tarifas de "
        "los muelles.\n\nLa directora, Leonor Villa, explicó que los precios \"ceden, pero despacio\". EFE\n\njmb/rrm/eat\n");
    REQUIRE(reading.document);
    const Metadata& meta = reading.document->meta;
    CHECK(reading.document->body.size() == 2);
    REQUIRE(meta.dates.content_created);
    CHECK(iso_date(meta.dates.content_created->value) == "2026-11-22T08:14");
    REQUIRE(meta.bylines.size() == 1);
    CHECK(meta.bylines.front().value.contributors.front().value.kind == ContributorKind::desk);
    CHECK(test::count_furniture(*reading.document, FurnitureKind::share_count) == 2);
}

TEST_CASE("a year that the copy states elsewhere is a dateline's, too, and inferred") {
    const auto dateline_of = [](const std::string& copy) {
        const test::Reading reading = test::read(copy);
        REQUIRE(reading.document);
        REQUIRE(reading.document->meta.datelines.size() == 1);
        REQUIRE(reading.document->meta.datelines.front().value.date);
        return *reading.document->meta.datelines.front().value.date;
    };
    const std::string dated = "SALTMERE, Dec 31 (EastWire) - " + text;
    const auto stamped = dateline_of("Council backs new quay\n\n" + dated + "\n010411 JAN 27\n");
    CHECK(iso_date(stamped.value) == "2026-12-31");
    CHECK(stamped.method == Method::inferred);
    const auto mailed = dateline_of(
        "From: Desk <desk@example.org>\nTo: all@example.org\nSubject: Council backs new quay\n"
        "Date: Fri, 1 Jan 2027 04:11:00 +0000\n\n" +
        dated);
    CHECK(iso_date(mailed.value) == "2026-12-31");
    CHECK(mailed.method == Method::inferred);
    const auto alone = dateline_of("Council backs new quay\n\n" + dated);
    CHECK(iso_date(alone.value) == "--12-31");
    CHECK(alone.method == Method::parsed);
}

TEST_CASE("initials in brackets before a double stroke sign off") {
    const test::Reading reading =
        test::read("Lisboa, 22 nov 2026 (Lusa) -- " + text + "\nJPS (MCL) // ZO\n\nLusa/Fim\n");
    REQUIRE(reading.document);
    CHECK(test::count_furniture(*reading.document, FurnitureKind::sign_off) == 1);
    CHECK(reading.document->body.size() == 2);
}

TEST_CASE("initials behind an agency or an end mark sign off, and on the last line alone") {
    for (const char* line : {"(Hina) xmar yduk", "(Schluss) abc/def", "jno kar", "iv-ani/lpt/bds", "أ ح/م ع",
                             "[Pavel Dvořák] ČTK mal", "(spravodajkyňa TASR Jana Horváthová) mh"}) {
        CAPTURE(line);
        const test::Reading reading =
            test::read("Council backs new quay\n\n" + text + "\n" + line + "\n", {{"language", "de"}});
        REQUIRE(reading.document);
        CHECK(test::count_furniture(*reading.document, FurnitureKind::sign_off) == 1);
        CHECK(reading.document->body.size() == 2);
        CHECK(reading.document->meta.bylines.empty());
    }
    const test::Reading between = test::read("Council backs new quay\n\n" + text + "\nso be it\n\n" + text);
    REQUIRE(between.document);
    CHECK(between.document->body.size() == 5);
}

TEST_CASE("a service's number with its date and an agency's notice with a number stand below the text") {
    const test::Reading reading = test::read("Council backs new quay\n\n" + text +
                                             "\nAXC0213 2026-11-20/17:58\n\n© dpa-infocom, dpa:261120-930-12345/1\n");
    REQUIRE(reading.document);
    CHECK(reading.document->body.size() == 2);
    CHECK(test::count_furniture(*reading.document, FurnitureKind::wire_trailer) == 1);
}

TEST_CASE("an address above the end mark is the reporter's, and no text") {
    const test::Reading reading =
        test::read("Council backs new quay\n\nSEOUL, Nov. 22 (Yonhap) -- " + text + "\nkms@yna.example\n(END)\n");
    REQUIRE(reading.document);
    CHECK(reading.document->body.size() == 2);
    CHECK(test::count_furniture(*reading.document, FurnitureKind::address) == 1);
}

TEST_CASE("what is glued to the end of the last sentence is no part of it") {
    const std::string line = "Officials said the work would take three years";
    for (const char* tail : {". Enditem", ". PTI TGB ROH", ".EFE", ". (AP)", "./abc/def",
                             "."
                             "（完）",
                             ". (ANSA)", ". (ANSA)."}) {
        CAPTURE(tail);
        const test::Reading reading =
            test::read("Council backs new quay\n\nSALTMERE, Nov 22 (AP) - " + text + "\n" + line + tail + "\n",
                       {{"language", std::string(tail).ends_with("）") ? "zh" : "en"}});
        REQUIRE(reading.document);
        CHECK(reading.document->body.size() == 3);
        CHECK(plain_text(reading.document->body.back()) == line + ".");
        CHECK(test::count_furniture(*reading.document, FurnitureKind::end_mark) +
                  test::count_furniture(*reading.document, FurnitureKind::sign_off) ==
              1);
    }
    for (const char* whole : {" for the U.S. Navy", " (and cost two million)", ", said the mayor. Nobody objected"}) {
        CAPTURE(whole);
        const test::Reading reading =
            test::read("Council backs new quay\n\nSALTMERE, Nov 22 (AP) - " + text + "\n" + line + whole + "\n");
        REQUIRE(reading.document);
        CHECK(plain_text(reading.document->body.back()) == line + whole);
    }
    const test::Reading wrapped = test::read(
        "COUNCIL BACKS NEW QUAY\n    SALTMERE, Nov 22 (AP) - The harbour council met on Tuesday to\ndiscuss the plan for the new quay, which "
        "residents had\ndebated for months.\n    Officials said the work would take three years to finish\nand two million dollars. Enditem\n");
    REQUIRE(wrapped.document);
    CHECK(plain_text(wrapped.document->body.back()) ==
          "Officials said the work would take three years to finish and two million dollars.");
}

TEST_CASE("a story that names its agency twice has one source") {
    const test::Reading reading =
        test::read("Council backs new quay\n\nSource: Xinhua\n2026-11-22 14:10:30\n\nSALTMERE, Nov 22 (Xinhua) -- " +
                   text + "\nOfficials said the work would take three years. Enditem\n");
    REQUIRE(reading.document);
    REQUIRE(reading.document->meta.information_sources.size() == 1);
    CHECK(reading.document->meta.information_sources.front().value.name == "Xinhua");
    const test::Reading signed_alone = test::read("Council backs new quay\n\nSALTMERE, Nov 22 (AP) - " + text +
                                                  "\nOfficials said the work would take three years. (AGI)\n");
    REQUIRE(signed_alone.document);
    REQUIRE(signed_alone.document->meta.information_sources.size() == 1);
    CHECK(signed_alone.document->meta.information_sources.front().value.name == "AGI");
}

TEST_CASE("a date in brackets behind the last sentence is the story's") {
    const test::Reading reading = test::read(
        "塩島沖でフェリー座礁＝乗客84人にけがなし\n\n　22日午前9時ごろ、塩島の沖合で、乗客84人を乗せたフェリーが座礁した。海上保安部によると、けが人はいない。\n"
        "　海保によると、乗客は巡視艇で港に運ばれた。（2026/11/22-14:10）\n");
    REQUIRE(reading.document);
    REQUIRE(reading.document->meta.dates.content_created);
    CHECK(iso_date(reading.document->meta.dates.content_created->value) == "2026-11-22T14:10");
    CHECK(reading.document->body.size() == 2);
}

TEST_CASE("a row of strokes signs nothing off") {
    const test::Reading reading = test::read("Council backs new quay\n\nSALTMERE, Nov 22 (AP) - " + text + "\n/ / /\n");
    REQUIRE(reading.document);
    CHECK(test::count_furniture(*reading.document, FurnitureKind::sign_off) == 0);
}

TEST_CASE("a rule above nothing but credits is no break") {
    const test::Reading reading = test::read("Council backs new quay\n\nSALTMERE, England (AP) — " + text +
                                             "\n___\n\n" + text + "\n___\n\nTom Ray contributed to this report.\n");
    REQUIRE(reading.document);
    CHECK(reading.document->body.size() == 5);
    CHECK(std::holds_alternative<ThematicBreak>(reading.document->body[2].node));
    CHECK(test::count_furniture(*reading.document, FurnitureKind::separator) == 1);
}

TEST_CASE("points between headline and author are all decks, however short") {
    const test::Reading reading = test::read(
        "Storm Iris: what we know so far\n\n* Two dead at sea\n* 40,000 homes without power\n* Ferries stay in port\n"
        "* Trains stop\n\nBy Ann Lee\nSun 22 Nov 2026 18.04 CET\n\n" +
        text);
    REQUIRE(reading.document);
    const auto& headlines = reading.document->meta.headlines;
    CHECK(std::ranges::count_if(headlines,
                                [](const auto& headline) { return headline.value.role == HeadlineRole::deck; }) == 4);
    CHECK(test::count_furniture(*reading.document, FurnitureKind::navigation) == 0);
    CHECK(reading.document->body.size() == 2);
}

TEST_CASE("an author's title may say where it is held") {
    const test::Reading reading = test::read(
        "Salt flats are shrinking\n\nBy Catalina Reyes\nEnvironment correspondent, Antofagasta\n"
        "Published 22 Nov 2026, 06:00 GMT\n\n" +
        text);
    REQUIRE(reading.document);
    REQUIRE(reading.document->meta.bylines.size() == 1);
    CHECK(reading.document->meta.bylines.front().value.contributors.front().value.job_title ==
          "Environment correspondent, Antofagasta");
    CHECK(reading.document->meta.headlines.size() == 1);
}
