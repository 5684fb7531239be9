#include "tests/unit/text/read.h"

#include "galley/iso_date.h"
#include "galley/plain_text.h"

#include <catch2/catch.hpp>

#include <string>

using namespace galley;

namespace {

const std::string first =
    "The harbour council met on Tuesday to discuss the plan for the new quay, which residents had debated for several months.";
const std::string second =
    "Officials said the project would cost about two million dollars, and that the work would take three years to finish.";

/// What stands between the headline and the text of a pasted page is `head`.
Document page_with(const std::string& head) {
    auto reading =
        test::read("Council approves new quay after a long debate\n" + head + "\n\n" + first + "\n\n" + second + "\n");
    REQUIRE(reading.document);
    return std::move(*reading.document);
}

std::string authors_of(const Document& document) {
    std::string names;
    for (const auto& byline : document.meta.bylines) {
        for (const auto& author : byline.value.contributors) {
            names += (names.empty() ? "" : "|") + author.value.name +
                     (author.value.affiliation.empty() ? "" : " [" + author.value.affiliation + "]");
        }
    }
    return names;
}

}  // namespace

TEST_CASE("a name right below the headline is the author's, when a picture's credit or a clock stands below it") {
    for (const char* head : {"Ann Lee\nPhoto: Harbour Museum", "Ann Lee\n9:51\n\nShare", "Ann Lee\n© Tom Ray"}) {
        INFO(head);
        const Document document = page_with(head);
        CHECK(authors_of(document) == "Ann Lee");
        CHECK(document.body.size() == 2);
    }
}

TEST_CASE("a name above a picture's credit is whom the picture shows, when the text speaks of them") {
    const std::string copy =
        "Council approves new quay\nAnn Lee\nPhoto: Harbour Museum\n\nThe mayor, Ann Lee, opened the meeting on Tuesday, which residents had waited "
        "for several months.\n\n" +
        second + "\n";
    const auto reading = test::read(copy);
    REQUIRE(reading.document);
    CHECK(authors_of(*reading.document).empty());
}

TEST_CASE("names one a line below a by-word are all authors, each once") {
    CHECK(authors_of(page_with("\nBy\nAnn Lee\nTom Ray")) == "Ann Lee|Tom Ray");
    CHECK(authors_of(page_with("\nBy\nAnn Lee\nAnn Lee")) == "Ann Lee");
}

TEST_CASE("a line below the author that begins with an article is a paper") {
    CHECK(authors_of(page_with("Ann Lee\nThe West Harbour\nTue, 24 November 2026 9:27PM")) ==
          "Ann Lee [The West Harbour]");
}

TEST_CASE("a date to the minute is the story's, below more short lines than a date without a time") {
    std::string menu;
    for (const char* line :
         {"PORTS", "FERRIES", "FISHING", "CULTURE", "SPORT", "HEALTH", "FAMILY", "GAMES", "CARS", "TRAVEL"}) {
        menu += std::string(line) + "\n";
    }
    const Document document = page_with(menu + "Harbour: what the new quay will cost\n24.11.2026, 15:04");
    REQUIRE(document.meta.dates.content_created);
    CHECK(iso_date(document.meta.dates.content_created->value) == "2026-11-24T15:04");
}

TEST_CASE("a picture's credit is no text, and a source is") {
    for (const char* credit : {"Photo: Tom Ray/Harbour Wire", "Photo: Tom Ray (Getty)", "© Tom Ray"}) {
        INFO(credit);
        const auto reading = test::read("Council approves new quay\n\n" + first + "\n\n" + credit + "\n\n" + second +
                                        "\n\n" + first + "\n\n" + second + "\n");
        REQUIRE(reading.document);
        CHECK(reading.document->body.size() == 4);
        CHECK(test::count_furniture(*reading.document, FurnitureKind::caption) == 1);
    }
    const auto reading = test::read("Harbour dues\n\n" + first + "\n\nSource: Harbour Bank\n\n" + second + "\n\n" +
                                    first + "\n\n" + second + "\n");
    REQUIRE(reading.document);
    CHECK(reading.document->body.size() == 5);
}

TEST_CASE("names between wide spaces are several") {
    CHECK(authors_of(page_with(" Ann Lee  Tom Ray Smith  Karin Holm 8 January 2026, 17:46")) ==
          "Ann Lee|Tom Ray Smith|Karin Holm");
}

TEST_CASE("an agency and a place below the headline are its byline") {
    CHECK(authors_of(page_with("AFP, MANILA")) == "AFP [AFP]");
}

TEST_CASE("names before a bar with a picture's credit behind it are no authors") {
    const Document document =
        page_with("24 November 2026\n•\nAnn Lee\n•\n3 min read\n\nTom Ray and Karin Holm | Photo: Harbour Museum");
    CHECK(authors_of(document) == "Ann Lee");
    CHECK(document.body.size() == 2);
}

TEST_CASE("a name right below a page's button is the author's, below a picture as well") {
    const Document document = page_with(
        "\nThe quay will be built in three years, and residents are to be asked once more before the work on it begins.\n\n"
        "Hundreds of people stood on the old quay on Saturday to see the ships.Tom Ray / Harbour Press\nText size\nBackground\nColour\nShare\nAnn Lee\n\n"
        "Saltmere\n29/05/2026 20:00");
    CHECK(authors_of(document) == "Ann Lee");
}

TEST_CASE("a page's parts behind a date to the minute do not hide it") {
    const Document document = page_with("Published: 1 April 2026, 15:25 in: Harbour life | Comments : 0");
    REQUIRE(document.meta.dates.content_created);
    CHECK(iso_date(document.meta.dates.content_created->value) == "2026-04-01T15:25");
}

TEST_CASE("sections before a bar hide neither author nor date behind it") {
    CHECK(
        authors_of(page_with(
            "National, News, Top Story 1 | Published: 5 hours ago | Last Updated: 5 hours ago | Written by Ann Lee")) ==
        "Ann Lee");
    const Document document = page_with("Harbour life | 24 November 2026 15:04");
    REQUIRE(document.meta.dates.content_created);
    CHECK(iso_date(document.meta.dates.content_created->value) == "2026-11-24T15:04");
}

TEST_CASE("an agency beside the date is whom the author above it works for") {
    CHECK(authors_of(page_with("ANN LEE\nAssociated PressMarch 2, 2026\n11 Comments")) == "ANN LEE [Associated Press]");
    CHECK(authors_of(page_with("Ann Lee\nPolitics Editor\nHarbour DailyMarch 2, 2026\n11 Comments")) ==
          "Ann Lee [Harbour Daily]");
    CHECK(authors_of(page_with("Harbour news\nAssociated Press March 2, 2026\n11 Comments")) ==
          "Associated Press [Associated Press]");
}

TEST_CASE("a paper's name before the date gives way to the author behind it") {
    const Document document =
        page_with("Harbour Post | March 2, 2026 at 2:05 pm • Updated March 3, 2026 at 8:13 pm | By Ann Lee");
    CHECK(authors_of(document) == "Ann Lee [Harbour Post]");
    CHECK(iso_date(document.meta.dates.content_created->value) == "2026-03-02T14:05");
}

TEST_CASE("authors of a page's links are not the story's") {
    const Document document = page_with(
        "AFP March 2, 2026 at 7:19 am\nShare\nMore on this topic\nReport\nTown to rebuild its wall\nBy Tom Ray\nQuay to be closed\nBy Bo Roe");
    CHECK(authors_of(document) == "AFP [AFP]");
    CHECK(document.body.size() == 2);
}

TEST_CASE("a day without its year is the one that another line tells in full") {
    const Document document = page_with("by Ann Lee22 Dec 2016651\n22 Dec, 2016 22 Dec, 2016");
    CHECK(authors_of(document) == "Ann Lee");
    CHECK(iso_date(document.meta.dates.content_created->value) == "2016-12-22");
}

TEST_CASE("a first line that begins as a caption does is the headline above a dated author") {
    const auto reading = test::read(
        "Screenshot: “Harbour Wave”, “Six Days”, “The President”…\nBy Ann Lee — March 2, 2026\n“Harbour Wave”, “Six Days” and the rest\n" +
        first + "\n\n" + second + "\n");
    REQUIRE(reading.document);
    REQUIRE(reading.document->meta.headlines.size() == 1);
    CHECK(reading.document->meta.headlines.front().value.text ==
          "Screenshot: “Harbour Wave”, “Six Days”, “The President”…");
}

TEST_CASE("icons of a page's own font are no part of its words") {
    const Document document = page_with("By Ann Lee\n\uE095 Pin\n\uE093\n\uE094 Tweet");
    CHECK(authors_of(document) == "Ann Lee");
    CHECK(document.body.size() == 2);
}

TEST_CASE("a date between stops is ambiguous in English, where papers of two continents write it") {
    const Document unsure = page_with("By Ann Lee\n11.03.2017");
    CHECK(iso_date(unsure.meta.dates.content_created->value) == "2017-03-11");
    CHECK(unsure.meta.dates.content_created->confidence == 50);
    CHECK(iso_date(page_with("By Ann Lee\n11.23.2017").meta.dates.content_created->value) == "2017-11-23");
    CHECK(page_with("By Ann Lee\n23.11.2017").meta.dates.content_created->confidence == 97);
}

TEST_CASE("what looks like a name in front of links is one of them") {
    const Document document = page_with(
        "More from Harbour Life\nInexpensive Ideas for Holiday Parties\nHow to Make the Holidays More Affordable\n7 Money-Saving Shopping Tips");
    CHECK(authors_of(document).empty());
    CHECK(document.body.size() == 2);
}

TEST_CASE("a day of one figure may have a space in front of it") {
    const Document document = page_with("By ANN LEE   10/ 5/11 09:19 PM ET");
    CHECK(authors_of(document) == "ANN LEE");
    CHECK(iso_date(document.meta.dates.content_created->value) == "2011-10-05T21:19");
}

TEST_CASE("an agency with how long ago a link's story came is no author") {
    const Document document = page_with(
        "By ANN LEE and TOM RAY | AP – 1 hr 4 mins ago\nRelated Content\nArticle: Letter to the harbour board\nAP - 53 mins ago");
    CHECK(authors_of(document) == "ANN LEE [AP]|TOM RAY [AP]");
}

TEST_CASE("the label of the next date may stand right behind the zone") {
    for (const char* head : {"PUBLISHED WED, NOV 20 20194:29 AM ESTUPDATED AN HOUR AGO\nAnn Lee\n@ANNLEE",
                             "Published Wed, Nov 20 2019 4:29 AM ESTUpdated Wed, Nov 20 2019 5:29 AM EST\nAnn Lee"}) {
        INFO(head);
        const Document document = page_with(head);
        CHECK(authors_of(document) == "Ann Lee");
        CHECK(iso_date(document.meta.dates.content_created->value) == "2019-11-20T04:29-05:00");
    }
}

TEST_CASE("times behind two dashes, in a second zone, behind a second label, and in a country") {
    const Document dashes = page_with("By Ann Lee | November 18, 2019 -- 19:14 GMT (20:14 CET) | Topic: Harbours");
    CHECK(authors_of(dashes) == "Ann Lee");
    CHECK(iso_date(dashes.meta.dates.content_created->value) == "2019-11-18T19:14Z");
    CHECK(dashes.meta.datelines.empty());
    const Document labels =
        page_with("By Ann Lee Updated Nov. 19, 2019 8:21 am ET / Original Nov. 19, 2019 8:02 am ET");
    CHECK(authors_of(labels) == "Ann Lee");
    CHECK(iso_date(labels.meta.dates.content_created->value) == "2019-11-19T08:02");
    const Document country = page_with("Ann Lee\nNews reporter @AnnLee1\nWednesday 20 November 2019 11:42, UK");
    CHECK(authors_of(country) == "Ann Lee");
    CHECK(iso_date(country.meta.dates.content_created->value) == "2019-11-20T11:42");
    CHECK(country.meta.datelines.empty());
}

TEST_CASE("a weekday and a time on a line of their own stand beside authors as dates do") {
    CHECK(authors_of(page_with("Ann Lee\nMonday 5:30PM\n•\nFiled to:\nHarbours")) == "Ann Lee");
}

TEST_CASE("an author's line that a page prints twice names him once") {
    CHECK(authors_of(
              page_with("Associated Press November 19, 2019, 9:02 AM\nAssociated Press November 19, 2019, 9:02 AM")) ==
          "Associated Press [Associated Press]");
}

TEST_CASE("a paper beside the date is whom the authors above it work for") {
    CHECK(authors_of(page_with("By Ann Lee, Tom Ray\nNovember 20, 2019 / 1:07 AM / Harbour News")) ==
          "Ann Lee [Harbour News]|Tom Ray [Harbour News]");
}

TEST_CASE("a date's word in capitals is no part of a name in capitals") {
    CHECK(authors_of(page_with("BY ANN LEE ON 11/13/19 AT 4:00 PM EST")) == "ANN LEE");
}

TEST_CASE("letters behind a name are titles and no states") {
    const Document document = page_with("Written by Ann Lee, MS, RD on November 14, 2019");
    CHECK(authors_of(document) == "Ann Lee");
    CHECK(document.meta.bylines.front().value.contributors.front().value.job_title == "MS, RD");
    CHECK(document.meta.datelines.empty());
}

TEST_CASE("a first line with a date of its own is the headline where the story's date stands below") {
    const auto reading = test::read(
        "Opening Bell 11.18.19\nThe harbour is beefing with the town ... what a time to be alive ...\nAuthor:\nAnn Lee\nPublish date:\nNov 18, 2019\n\n" +
        first + "\n\n" + second + "\n");
    REQUIRE(reading.document);
    REQUIRE(!reading.document->meta.headlines.empty());
    CHECK(reading.document->meta.headlines.front().value.text == "Opening Bell 11.18.19");
    CHECK(authors_of(*reading.document) == "Ann Lee");
}

TEST_CASE("authors in capitals end where a title begins, and helpers stand in brackets") {
    const Document titled = page_with("By TOM RAY, ANN LEE Special correspondents");
    CHECK(authors_of(titled) == "TOM RAY|ANN LEE");
    CHECK(titled.meta.bylines.front().value.contributors.back().value.job_title == "Special correspondents");
    CHECK(authors_of(page_with("By Tom Ray (with Ann Lee and Bo Roe)")) == "Tom Ray|Ann Lee|Bo Roe");
}

TEST_CASE("lines of one shape are text though nothing introduces them") {
    const std::string head = "Published March 2, 2026 at 2:05 pm\nBy Ann Lee\nShare\n4 min read\nAdvertisement";
    const auto body_of = [&](const std::string& lines) {
        auto reading = test::read("Council approves new quay after a long debate\n" + head + "\n\n" + first + "\n\n" +
                                  lines + "\n\n" + second + "\n\nRead more\n");
        REQUIRE(reading.document);
        std::string all;
        for (const Block& block : reading.document->body) {
            all += plain_text(block) + "|";
        }
        return all;
    };
    const std::string days =
        "June 9 – West Palm Beach, FL @ Coral Sky\nJune 10 – Tampa, FL @ Credit Union\nJune 14 – Alpharetta, GA @ Ameris Bank\nJune 17 – Nashville, TN @ The Arena";
    CHECK(body_of(days).find("June 14 – Alpharetta") != std::string::npos);
    const std::string values =
        "England (Group A): 10th appearance\nUkraine (Group B): Third appearance\nSpain (Group F): 11th appearance\nSweden (Group F): Seventh appearance";
    CHECK(body_of(values).find("Sweden (Group F): Seventh") != std::string::npos);
    const std::string roles =
        "Casting director: Bo Roe\nVisual director: Tom Ray\nCreative director: Jo May\nStyle director: Di Fox";
    CHECK(body_of(roles).find("Style director") == std::string::npos);
    const std::string numbers =
        "1) A model of the harbour in oak\nhttps://harbour.example/a\n\n2) A race track for two boats\nhttps://harbour.example/b\n\n3) The film of the great storm\nhttps://harbour.example/c";
    CHECK(body_of(numbers).find("2) A race track") != std::string::npos);
}

TEST_CASE("behind the date, what a page files a story under, and a stroke may stand the author") {
    const Document document = page_with("October 15, 2018/0 Comments/in Harbour News /by Ann Lee");
    CHECK(authors_of(document) == "Ann Lee");
    CHECK(iso_date(document.meta.dates.content_created->value) == "2018-10-15");
}
