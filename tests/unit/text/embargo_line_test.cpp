#include "converters/text/embargo_line.h"
#include "galley/iso_date.h"
#include "tests/unit/text/read.h"
#include "tests/unit/text/table.h"

#include <catch2/catch.hpp>

using namespace galley;

TEST_CASE("lines that keep stories back say until when, and headlines that begin like them are none") {
    test::each_row("tests/unit/text/embargoes.tsv",
                   [](const std::string& language, const std::string& line, const std::string& until) {
                       const text::Conventions& conventions = text::Conventions::builtin();
                       const std::uint8_t spoken = conventions.language(language);
                       if (!text::is_embargo_line(line, conventions, spoken)) {
                           CHECK(until == "none");
                           return;
                       }
                       const PartialDate day = text::read_embargo(line, conventions, spoken).until;
                       CHECK((day == PartialDate{} ? "no day" : iso_date(day)) == until);
                   });
}

TEST_CASE("a headline about an embargo stays one") {
    const test::Reading reading = test::read(
        "Embargo on Russian oil takes effect\n\nThe council of the port city closed its terminal on Sunday after months of talks with "
        "residents and fishermen, officials said.\n\nWork is to begin in spring, they said, and to take three years.\n");
    REQUIRE(reading.document);
    CHECK_FALSE(reading.document->meta.embargo);
    REQUIRE(reading.document->meta.headlines.size() == 1);
    CHECK(reading.document->meta.headlines.front().value.text == "Embargo on Russian oil takes effect");
}
