#include "converters/text/date_parser.h"

#include "converters/text/calendars.h"
#include "galley/iso_date.h"
#include "tests/unit/text/read.h"

#include <catch2/catch.hpp>

#include <string>

using namespace galley;
using namespace galley::text;

namespace {

std::string read(std::string_view line, std::string_view language = "en", DateOrder order = DateOrder::automatic) {
    const Conventions& conventions = Conventions::builtin();
    const DateParser parser{conventions, conventions.language(language), order};
    const auto match = parser.find(line);
    return match ? iso_date(match->date) : "none";
}

}  // namespace

TEST_CASE("a page prints when a story was made and when it was changed without a space between them") {
    CHECK(read("2 March 20263 March 2026") == "2026-03-02");
    CHECK(read("27 abril, 202626 abril, 2026", "es") == "2026-04-27");
    CHECK(read("2. März 20262. März 2026", "de") == "2026-03-02");
    CHECK(read("20 janvier 202621 janvier 2026", "fr") == "2026-01-20");
}

TEST_CASE("a time stands before the date in two zones") {
    CHECK(read("Updated 2010 GMT (0410 HKT) March 14, 2026") == "2026-03-14T20:10Z");
}

TEST_CASE("dates in the notations of many languages") {
    CHECK(read("January 2, 2026") == "2026-01-02");
    CHECK(read("2 January 2026") == "2026-01-02");
    CHECK(read("Jan. 2, 2026") == "2026-01-02");
    CHECK(read("the 2nd of January, 2026") == "2026-01-02");
    CHECK(read("Fri, 2 Jan 2026 10:30") == "2026-01-02T10:30");
    CHECK(read("26-FEB-1987 15:01:01.79") == "1987-02-26T15:01:01");
    CHECK(read("2026-01-02T10:00:00Z") == "2026-01-02T10:00:00Z");
    CHECK(read("15:56 BST, 27 April 2024") == "2024-04-27T15:56+01:00");
    CHECK(read("Fri 20 Nov 2026 18.42 GMT") == "2026-11-20T18:42Z");
    CHECK(read("21/11/2026, 14:05 (GMT+7)", "vi") == "2026-11-21T14:05+07:00");
    CHECK(read("November 21, 2026 — 6.12am") == "2026-11-21T06:12");
    CHECK(read("March 2, 2026 18.42 million") == "2026-03-02");
    CHECK(read("APRIL 7 1745 EST") == "--04-07T17:45-05:00");
    CHECK(read("7 April 1987 0900 hrs") == "1987-04-07T09:00");
    CHECK(read("SEP7 1624") == "--09-07");
    CHECK(read("Sep7, 2024") == "2024-09-07");
    CHECK(read("2 января 2026 года", "ru") == "2026-01-02");
    CHECK(read("March 7, 20247:55 AM EST") == "2024-03-07T07:55-05:00");
    CHECK(read("12 noon, 23 October 2025") == "2025-10-23T12:00");
    CHECK(read("06.11.2025, 21:00 Uhr", "de") == "2025-11-06T21:00");
    CHECK(read("2. Jänner 2026", "de") == "2026-01-02");
    CHECK(read("1er janvier 2026 à 14h52", "fr") == "2026-01-01T14:52");
    CHECK(read("11 de mayo de 2025", "es") == "2025-05-11");
    CHECK(read("23 okt 2025 kl 10.23", "sv") == "2025-10-23T10:23");
    CHECK(read("2026. január 2.", "hu") == "2026-01-02");
    CHECK(read("2026 m. sausio 2 d.", "lt") == "2026-01-02");
    CHECK(read("24 фев 2026", "ru") == "2026-02-24");
    CHECK(read("2 stycznia 2026 r.", "pl") == "2026-01-02");
    CHECK(read("2026年1月2日 21時37分", "ja") == "2026-01-02T21:37");
    CHECK(read("2026년 1월 2일", "ko") == "2026-01-02");
    CHECK(read("２０２６年１月２日", "ja") == "2026-01-02");
    CHECK(read("٢ يناير ٢٠٢٦", "ar") == "2026-01-02");
    CHECK(read("2 בינואר 2026", "he") == "2026-01-02");
    CHECK(read("2 มกราคม 2569", "th") == "2026-01-02");
    CHECK(read("令和8年1月2日", "ja") == "2026-01-02");
    CHECK(read("民國115年1月2日", "zh") == "2026-01-02");
    CHECK(read("۱۲ دی ۱۴۰۴", "fa") == "2026-01-02");
}

TEST_CASE("a missing year stays missing") {
    CHECK(read("March 7") == "--03-07");
    CHECK(read("16日", "zh") == "---16");
}

TEST_CASE("what is no date gives none") {
    for (const char* text : {"0:2 (0:1) bei Everton", "30 February 2026", "version 1.2.3", "1945 GMT", "I may go",
                             "call 555-01-02", "99.99.2026"}) {
        CHECK(read(text) == "none");
    }
}

TEST_CASE("the order of day and month is decided by language, clock or caller") {
    CHECK(read("02/01/2026", "es") == "2026-01-02");
    CHECK(read("1/2/2026 10:00 AM") == "2026-01-02T10:00");
    CHECK(read("02/01/2026", "en", DateOrder::month_first) == "2026-02-01");
    CHECK(read("25/12/2026") == "2026-12-25");
    CHECK(read("12/25/2026") == "2026-12-25");
}

TEST_CASE("days of the Hebrew calendar") {
    const auto iso = [](std::int32_t year, std::int32_t month, std::int32_t day) {
        const auto found = from_hebrew(year, month, day);
        return found
                   ? std::to_string(found->year) + "-" + std::to_string(found->month) + "-" + std::to_string(found->day)
                   : "none";
    };
    // New Year, Passover and Purim of common and leap years, as calendars print them.
    CHECK(iso(5784, 1, 1) == "2023-9-16");
    CHECK(iso(5785, 1, 1) == "2024-10-3");
    CHECK(iso(5786, 1, 1) == "2025-9-23");
    CHECK(iso(5787, 1, 1) == "2026-9-12");
    CHECK(iso(5784, 7, 15) == "2024-4-23");
    CHECK(iso(5785, 7, 15) == "2025-4-13");
    CHECK(iso(5786, 7, 15) == "2026-4-2");
    CHECK(iso(5784, 6, 14) == "2024-3-24");
    CHECK(iso(5785, 6, 14) == "2025-3-14");
    CHECK(iso(5787, 3, 25) == "2026-12-5");
    CHECK(iso(5708, 8, 5) == "1948-5-14");
    CHECK(iso(5787, 4, 30) == "none");
    CHECK(iso(5787, 13, 1) == "none");
    CHECK(iso(4000, 1, 1) == "none");
}

TEST_CASE("Persian and Islamic days are Gregorian ones") {
    const auto new_year = from_persian(1400, 1, 1);
    REQUIRE(new_year);
    CHECK((new_year->year == 2021 && new_year->month == 3 && new_year->day == 21));
    CHECK_FALSE(from_persian(1400, 12, 30));
    CHECK(from_persian(1399, 12, 30));
    const auto muharram = from_islamic(1445, 1, 1);
    REQUIRE(muharram);
    CHECK((muharram->year == 2023 && muharram->month == 7));
    CHECK_FALSE(from_islamic(1445, 13, 1));
}

TEST_CASE("a language that is only guessed does not decide the order of day and month") {
    // What the library makes of repeated lines in Galician is a guess, and another language.
    const std::string paragraph =
        "O pleno municipal aprobou o domingo o plan para ampliar o porto tras meses de conversas cos veciños, informaron.\n\n";
    const test::Reading reading =
        test::read("O pleno aproba o plan do porto\n\n02/03/2026\n\n" + paragraph + paragraph);
    REQUIRE(reading.document);
    REQUIRE(reading.document->meta.language);
    REQUIRE(reading.document->meta.language->confidence <= 60);
    const auto& date = reading.document->meta.dates.content_created;
    REQUIRE(date);
    CHECK(date->confidence < 90);
}
