#include "converters/pdf/layout/printed_date.h"
#include "converters/pdf/shape/icu_dates_edge.h"
#include "tests/unit/pdf/layout/sample_story.h"

#include <catch2/catch.hpp>

namespace galley::pdf {
namespace {

std::string printed(std::string raw, const std::string& language, const std::string& text = {}) {
    Document story;
    Found<PartialDate> date{
        PartialDate{.year = 2010, .month = 5, .day = 26, .time = TimeOfDay{.hour = 14}, .offset = 540}};
    date.raw = std::move(raw);
    story.meta.dates.content_created = date;
    story.body.push_back(test::paragraph(text));
    return printed_date(story, language);
}

TEST_CASE("a date stands as the story printed it") {
    CHECK(printed("May 26, 2010", "en") == "May 26, 2010");
    CHECK(printed("2010年5月26日 14時00分", "ja") == "2010年5月26日 14時00分");
    CHECK(printed("2010-05-26", "sv") == "2010-05-26");
}

TEST_CASE("a machine's date is written as the language writes it") {
    CHECK(printed("2010-05-26T14:00:00+0900", "ja") == "2010年5月26日");
    CHECK(printed("2010-05-26 14:00:00", "de") == "26. Mai 2010");
    CHECK(printed("20100526T140000Z", "fr-CA") == "26 mai 2010");
    CHECK(printed("", "en-US") == "May 26, 2010");
    CHECK(printed("", "en-GB") == "26 May 2010");
    CHECK(printed("", "ru").starts_with("26 мая 2010"));
}

TEST_CASE("the digits of a date are those of the story") {
    CHECK(printed("", "ar", "عام ١٩٩٦") == "٢٦ مايو ٢٠١٠");
    CHECK(printed("", "ar", "عام 1996") == "26 مايو 2010");
}

TEST_CASE("a language whose custom is not known gets ISO 8601's form, on every machine") {
    CHECK(printed("", "") == "2010-05-26");
    CHECK(printed("", "tlh") == "2010-05-26");
    CHECK(printed("", "und") == "2010-05-26");
}

TEST_CASE("parts of a date that are not there are not made up") {
    CHECK(format_date({.year = 2026, .month = 3}, "en") == "March 2026");
    CHECK(format_date({.month = 1, .day = 2}, "en-GB") == "2 January");
    CHECK(format_date({.year = 2026}, "de") == "2026");
    CHECK(format_date({.month = 2, .day = 29}, "en-US") == "February 29");
    CHECK(format_date({}, "en").empty());
    CHECK(format_date({.year = -43, .month = 3, .day = 15}, "en").empty());
}

}  // namespace
}  // namespace galley::pdf
