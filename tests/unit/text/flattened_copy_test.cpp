#include "galley/find_headline.h"
#include "galley/iso_date.h"
#include "galley/plain_text.h"
#include "tests/unit/text/read.h"

#include <catch2/catch.hpp>

#include <string>

using namespace galley;

namespace {

const std::string text =
    "The prime minister said on Friday that she would go, after a vote that nobody had expected. The party meets on Monday.";

/// "headline|authors|date|places|first words of the text" of a story on one line.
std::string read(const std::string& line) {
    const test::Reading reading = test::read(line + "\n");
    REQUIRE(reading.document);
    const Metadata& meta = reading.document->meta;
    std::string result = meta.headlines.empty() ? "" : meta.headlines.front().value.text;
    result += "|";
    for (const auto& byline : meta.bylines) {
        for (const auto& author : byline.value.contributors) {
            result += author.value.name + ";";
        }
    }
    result += "|" + (meta.dates.content_created ? iso_date(meta.dates.content_created->value) : "") + "|";
    for (const auto& dateline : meta.datelines) {
        for (const auto& place : dateline.value.places) {
            result += place.value.name + ";";
        }
    }
    for (const Block& block : reading.document->body) {
        result += "|" + plain_text(block).substr(0, 12);
    }
    for (const auto& headline : meta.headlines) {
        CHECK(headline.confidence <= 80);
    }
    return result;
}

}  // namespace

TEST_CASE("a story on one line is cut where its dateline begins") {
    CHECK(read("Storm hits coast OTTAWA, Jan. 2 (Reuters) - " + text) ==
          "Storm hits coast||--01-02|OTTAWA;|OTTAWA, Jan.");
    CHECK(read("Storm Hits Coast OTTAWA, Jan. 2, 2026 (Reuters) - " + text) ==
          "Storm Hits Coast||2026-01-02|OTTAWA;|OTTAWA, Jan.");
    CHECK(read("Storm hits coast NEW YORK (AP) — " + text) == "Storm hits coast|||NEW YORK;|NEW YORK (AP");
    CHECK(read("Storm hits coast By Ann Lee Nov. 22, 2026 CRAIGNURE, Scotland (AP) -- " + text) ==
          "Storm hits coast|Ann Lee;|2026-11-22|CRAIGNURE;|CRAIGNURE, S");
    CHECK(read("Storm hits coast By Ann Lee, Staff Writer Jan. 2, 2026 OTTAWA (AP) - " + text) ==
          "Storm hits coast|Ann Lee;|2026-01-02|OTTAWA;|OTTAWA (AP) ");
    CHECK(read("By Ann Lee OTTAWA — " + text) == "|Ann Lee;||OTTAWA;|OTTAWA — T");
    CHECK(
        read(
            "Sturm trifft Küste Von Anna Lee Berlin (dpa) - Die Kanzlerin hat am Freitag angekündigt, dass sie gehen wird, nach einer Abstimmung.") ==
        "Sturm trifft Küste|Anna Lee;||Berlin;|Berlin (dpa)");
}

TEST_CASE("a story on one line is cut around authors with a date") {
    CHECK(read("Storm hits coast By Ann Lee January 2, 2026 " + text) ==
          "Storm hits coast|Ann Lee;|2026-01-02||The prime mi");
    CHECK(read("By Ann Lee and Tom Ray 2 January 2026 " + text) == "|Ann Lee;Tom Ray;|2026-01-02||The prime mi");
}

TEST_CASE("wide gaps are the ends of lines") {
    CHECK(read("Storm hits coast    By Ann Lee    " + text + "    " + text) ==
          "Storm hits coast|Ann Lee;|||The prime mi|The prime mi");
}

TEST_CASE("a line of nothing but gaps is not cut into millions") {
    std::string line = "Storm hits coast";
    for (int part = 0; part < 2000; ++part) {
        line += "    part";
    }
    const test::Reading reading = test::read(line + "\n");
    REQUIRE(reading.document);
    CHECK(reading.document->body.size() <= 1);
}

TEST_CASE("a paragraph on one line stays one") {
    for (
        const std::string& line :
        {text, "Einigung auf Tafeln in 164 Orten am 26. April 2011 – Obmann über die Lösung: " + text,
         "She said in a report by Ann Lee on January 2, 2026 that " + text,
         "It rained. She was in London - and so was he. " + text,
         "The film, directed By Ann Lee in 2026, is about the sea - and about a storm that hits the coast in January. " +
             text}) {
        INFO(line);
        const test::Reading reading = test::read(line + "\n");
        REQUIRE(reading.document);
        REQUIRE(reading.document->body.size() == 1);
        CHECK(plain_text(reading.document->body.front()) == line);
        CHECK(reading.document->meta.headlines.empty());
    }
}
