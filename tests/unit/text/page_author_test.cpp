#include "galley/iso_date.h"
#include "tests/unit/text/read.h"

#include <catch2/catch.hpp>

#include <string>

using namespace galley;

namespace {

/// A story in one language, whose page prints other things between headline and text each time.
struct Copy {
    std::string headline;
    std::string text;

    [[nodiscard]] Document with(const std::string& head) const {
        auto reading = test::read(headline + "\n" + head + "\n\n" + text);
        REQUIRE(reading.document);
        return std::move(*reading.document);
    }
};

const Copy english{
    "Council approves new quay after a long debate",
    "The harbour council met on Tuesday to discuss the plan for the new quay, which residents had debated for several months.\n\n"
    "Officials said the project would cost about two million dollars, and that the work would take three years to finish.\n"};
const Copy german{
    "Hafenrat billigt den neuen Kai nach langem Streit",
    "Der Hafenrat trat am Dienstag zusammen, um über den neuen Kai zu beraten, über den die Anwohner seit Monaten streiten.\n\n"
    "Die Arbeiten sollen nach Angaben der Behörde rund zwei Millionen Euro kosten und drei Jahre dauern, hieß es.\n"};
const Copy spanish{
    "El consejo aprueba el nuevo muelle tras un largo debate",
    "El consejo del puerto se reunió el martes para debatir el plan del nuevo muelle, que los vecinos discuten desde hace meses.\n\n"
    "Las autoridades dijeron que las obras costarán unos dos millones de euros y que durarán tres años, según el plan.\n"};

std::string authors_of(const Document& document) {
    std::string names;
    for (const auto& byline : document.meta.bylines) {
        for (const auto& author : byline.value.contributors) {
            names += (names.empty() ? "" : "|") + author.value.name;
        }
    }
    return names;
}

std::string date_of(const Document& document) {
    const auto& date = document.meta.dates.content_created ? document.meta.dates.content_created
                                                           : document.meta.dates.content_modified;
    return date ? iso_date(date->value) : "none";
}

}  // namespace

TEST_CASE("behind the date stands the author, and behind him what pages print") {
    const Document counter = german.with("2. März 20263. März 2026 Lars Sobel 1 Kommentar Kai, Hafen");
    CHECK(authors_of(counter) == "Lars Sobel");
    CHECK(date_of(counter) == "2026-03-02");
    const Document reading_time = german.with("1.3.26 20:19 von Lars Sobel Lesezeit: 4 Min.");
    CHECK(authors_of(reading_time) == "Lars Sobel");
    CHECK(date_of(reading_time) == "2026-03-01T20:19");
    CHECK(authors_of(german.with("01.03.2026 - 20:19\nVon Lars Sobel | Häfen")) == "Lars Sobel");
}

TEST_CASE("what stands behind a time and a bar are a page's parts, however long") {
    const Document document = german.with(
        "28.04.2026 - 07:18 | Quelle: Ostwind-Dienst Topthemen... | Lesedauer etwa 4 min. | Text vorlesen Stop Pause Fortsetzen");
    CHECK(date_of(document) == "2026-04-28T07:18");
    CHECK(document.body.size() == 2);
}

TEST_CASE("the name of a paper may hold a day") {
    const Document document = english.with("By Ann Lee\nHarbourVoice Staff\nTom Ray/USA TODAY Sports");
    CHECK(authors_of(document) == "Ann Lee");
    CHECK(document.meta.datelines.empty());
}

TEST_CASE("words of pages before authors and dates") {
    CHECK(authors_of(german.with("Gepostet von Karin Volk | Wohnen")) == "Karin Volk");
    CHECK(authors_of(german.with("Evelyn Karp Zuletzt geändert am 06.11.2026")) == "Evelyn Karp");
    CHECK(authors_of(spanish.with(
              "Publicado el 11 de mayo\nEscribe Camila Pérez en Territorio\n8 minutos de lectura")) == "Camila Pérez");
    CHECK(date_of(english.with("Author:\nAnn Lee\nUpdated:\nMar 6, 2026\nOriginal:\nDec 21, 2025")) == "2025-12-21");
    CHECK(authors_of(english.with("By STAFF AND NEWS SERVICE REPORTS\nPUBLISHED: November 8, 2026 at 11:30 p.m.")) ==
          "STAFF AND NEWS SERVICE REPORTS");
}

TEST_CASE("a topic, a handle or an address stand between the author and the date") {
    CHECK(authors_of(german.with("CLARA LENZ, SIDNEY PRALL & KLAUS JUNG\nEnergie & Umwelt\n26. Oktober 2026")) ==
          "CLARA LENZ|SIDNEY PRALL|KLAUS JUNG");
    CHECK(authors_of(spanish.with("Redacción Puerto Viejo\n@puertoviejo_ni\n27 abril, 202626 abril, 2026")) ==
          "Redacción Puerto Viejo");
}

TEST_CASE("a name alone between headline and text is the author's, unless the text speaks of it") {
    CHECK(authors_of(english.with("Ann Lee")) == "Ann Lee");
    CHECK(authors_of(english.with("HARBOUR NEWS")).empty());
    auto spoken = test::read(
        "Council approves new quay\nAnn Lee\n\nThe mayor, Ann Lee, opened the meeting on Tuesday, which residents had awaited for months.\n\n"
        "Officials said the project would cost about two million dollars, and that the work would take three years to finish.\n");
    REQUIRE(spoken.document);
    CHECK(authors_of(*spoken.document).empty());
}

TEST_CASE("today and a time, then what a page prints, prove the author above") {
    auto reading = test::read(
        "Rada portu przyjęła plan nowego nabrzeża\nPaulina Nowak\ndzisiaj, 08:07 Ten tekst przeczytasz w 1 minutę\n\n"
        "Rada portu zebrała się we wtorek, aby omówić plan nowego nabrzeża, o który mieszkańcy spierają się od miesięcy.\n\n"
        "Według urzędników projekt będzie kosztował około dwóch milionów złotych, a prace potrwają trzy lata.\n");
    REQUIRE(reading.document);
    CHECK(authors_of(*reading.document) == "Paulina Nowak");
}

TEST_CASE("whose desk it is belongs to the desk's name") {
    CHECK(authors_of(english.with("by BWH News Desk Oct. 13, 2026")) == "BWH News Desk");
    CHECK(authors_of(english.with("TNH Bureau | 12 October 2026")) == "TNH Bureau");
    CHECK(authors_of(english.with("By Ann Lee Staff Reporter\n12 October 2026")) == "Ann Lee");
}

TEST_CASE("a name and the link on it are one author") {
    CHECK(authors_of(english.with("by Ann LeeAnn Lee\nDecember 7, 2026")) == "Ann Lee");
}

TEST_CASE("buttons side by side are nobody's names") {
    const Document document = german.with("Teilen Twittern");
    CHECK(authors_of(document).empty());
    CHECK(test::count_furniture(document, FurnitureKind::share_count) == 1);
}

TEST_CASE("Japanese authors in brackets") {
    const std::string first =
        "港湾評議会は火曜日に会合を開き、住民が何カ月も議論してきた新しい岸壁の計画について話し合った。";
    const std::string second = "関係者によると、事業費は約200万ドルで、工事には3年かかる見通しだという。";
    const auto authors = [](const std::string& copy) {
        const auto reading = test::read(copy);
        REQUIRE(reading.document);
        CHECK(reading.document->body.size() == 2);
        return authors_of(*reading.document);
    };
    const std::string headline = "新しい岸壁の計画を承認\n2026年3月26日\n";
    CHECK(authors(headline + "[田中宏昌，HarbourMedia]\n\n" + first + "\n\n" + second + "\n") == "田中宏昌");
    CHECK(authors(headline + "（田中宏昌、山本次郎）\n\n" + first + "\n\n" + second + "\n") == "田中宏昌|山本次郎");
    CHECK(authors(headline + "\n" + first + "\n\n" + second + "【田中宏昌、山本次郎】\n") == "田中宏昌|山本次郎");
    CHECK(authors(headline + "\n" + first + "\n\n" + second + "\n【島津健吾】\n") == "島津健吾");
    CHECK(authors(headline + "\n【ロンドン共同＝田中宏昌】" + first + "\n\n" + second + "\n") == "田中宏昌");
    CHECK(authors(headline + "\n【ロンドン田中宏昌】" + first + "\n\n" + second + "\n") == "田中宏昌");
    CHECK(authors(headline + "\n小暮ひさのり\n\n" + first + "\n\n" + second + "\n") == "小暮ひさのり");
}

TEST_CASE("what else stands in Japanese brackets names nobody") {
    for (const char* line : {"【関連情報】", "【石川県】", "【文化】", "（写真）"}) {
        INFO(line);
        const auto reading = test::read(
            "新しい岸壁の計画を承認\n2026年3月26日\n\n港湾評議会は火曜日に会合を開き、住民が何カ月も議論してきた新しい岸壁の計画について話し合った。\n\n" +
            std::string(line) + "\n\n関係者によると、事業費は約200万ドルで、工事には3年かかる見通しだという。\n");
        REQUIRE(reading.document);
        CHECK(authors_of(*reading.document).empty());
    }
}

TEST_CASE("a name and an agency right below what tells of a picture credit it; the author stands behind") {
    const std::string caption =
        "Die Hafenräte beim Rundgang über die Baustelle des neuen Kais, auf der am Dienstag die Arbeit ruhte.";
    CHECK(authors_of(german.with(caption + "\nPAP/ Rafał Nowak\n\nLars Sobel")) == "Lars Sobel");
    CHECK(authors_of(german.with(caption + "\nHanna Mattila / Lehtikuva\nLars Sobel\nTeilen:")) == "Lars Sobel");
}

TEST_CASE("between a deck and a picture's credit stands the author") {
    CHECK(
        authors_of(german.with(
            "Der neue Kai soll größere Schiffe aufnehmen, sagen die Räte, und er soll den alten schonen.\nLars Sobel\n© Mia Zahl / Hafenbild")) ==
        "Lars Sobel");
}

TEST_CASE("what stands between a name and its date") {
    CHECK(authors_of(english.with("By Ann Lee on Thu, Nov 12, 2026 at 4:00 am")) == "Ann Lee");
    CHECK(authors_of(english.with("Ann Lee on July 27, 2026")) == "Ann Lee");
    CHECK(authors_of(english.with("by oz on December 4, 2026")) == "oz");
    CHECK(authors_of(german.with("Lars Sobel Kultur 2. März 2026")) == "Lars Sobel");
    CHECK(authors_of(english.with("Ann Lee Send an email 20 hours ago")) == "Ann Lee");
    CHECK(authors_of(german.with("21.01.2026 11:46 von\nLars Sobel")) == "Lars Sobel");
    CHECK(authors_of(german.with("Lars Sobel\n—\n31. Oktober 2026")) == "Lars Sobel");
}

TEST_CASE("a page's labels of author and date run into them") {
    const Document document = german.with("Posted on28. Juli 202628. Juli 2026AuthorAndreas Kall4 Kommentare");
    CHECK(authors_of(document) == "Andreas Kall");
    CHECK(date_of(document) == "2026-07-28");
    CHECK(authors_of(english.with("Post author  By Ann Lee\nPost date  March 5, 2026")) == "Ann Lee");
    CHECK(authors_of(german.with("Interview: Julia Lauter\n31.03.2026\n6 Min.")) == "Julia Lauter");
}

TEST_CASE("a word that nothing explains, and tags, hide no date") {
    CHECK(date_of(german.with("Tine 2. Februar 2026 2. Februar 2026Radtouren Berlin")) == "2026-02-02");
    CHECK(date_of(
              german.with("1. Februar 2026 Tine Ratgeber, Häfen, Kai, Fähren am See, Ratgeber für Boote, Anlegen 0")) ==
          "2026-02-01");
}

TEST_CASE("whoever wrote may be a site or a channel") {
    CHECK(authors_of(german.with("von hafen.example\nzuletzt bearbeitet: 04.02.2026, 08:27 Uhr")) == "hafen.example");
    CHECK(authors_of(english.with("By Ann Lee, Tom Ray, 7 News WHBR\nNovember 12, 2026")) == "Ann Lee|Tom Ray");
}

TEST_CASE("titles of pages are nobody's names") {
    for (const char* line : {"Ease Of Use", "For The Record"}) {
        INFO(line);
        CHECK(authors_of(english.with(std::string(line) + "\nMarch 5, 2026")).empty());
    }
}

TEST_CASE("agencies that credit pictures amid the text wrote nothing") {
    auto reading = test::read(german.headline + "\n19.10.2026 12.09\n\n" + german.text +
                              "\nFotostrecke mit 4 Bildern\nAPA/Lars Sobel\n\nDie Räte tagen im Februar wieder, "
                              "wie am Dienstag nach der Sitzung des Hafenrats bekannt wurde.\n");
    REQUIRE(reading.document);
    CHECK(authors_of(*reading.document).empty());
}

TEST_CASE("authors one a line with what joins them between") {
    CHECK(authors_of(english.with("By\nAnn Lee\nand\nTom Ray\nPublished Nov 8, 2026")) == "Ann Lee|Tom Ray");
    CHECK(authors_of(english.with("By\nAnn Lee\n,\nTom Ray\nPublished Nov 8, 2026")) == "Ann Lee|Tom Ray");
}

TEST_CASE("behind a date stands a handle, a name and a section, or a topic that nothing parts from it") {
    CHECK(authors_of(german.with("Publiziert am 13. Januar 2026 von uferin")) == "uferin");
    CHECK(authors_of(german.with("30. Oktober 2026 Carola Pohl Kultur")) == "Carola Pohl");
    CHECK(authors_of(german.with("2. Februar 2026Hafenrundgang Berlin")).empty());
    CHECK(date_of(english.with("By-election l January 2, 2026 was a long day")) == "none");
}

TEST_CASE("desks beside dates, handles, counters and papers that the page took the story from") {
    CHECK(authors_of(german.with("Redaktion\n1. November 2026 10:29")) == "Redaktion");
    CHECK(authors_of(german.with("Redaktion - 31. Januar 2026")) == "Redaktion");
    CHECK(authors_of(german.with("1. Februar 2026 Luis Holm 6")) == "Luis Holm");
    CHECK(authors_of(german.with("Posted on 2026-04-05 by marc | Leave a comment")) == "marc");
    CHECK(authors_of(german.with("von uferin\n21. September 2026")) == "uferin");
    CHECK(authors_of(english.with("The Observer 02/10/2026 Ann Lee")) == "Ann Lee");
    const Document today = english.with("Written by Harbour Today on November 7, 2026");
    CHECK(authors_of(today) == "Harbour Today");
    CHECK(date_of(today) == "2026-11-07");
    CHECK(date_of(german.with("Übersetzung veröffentlicht am 30 April 2026 13:10 GMT")) == "2026-04-30T13:10Z");
}

TEST_CASE("who made the pictures is no author of the text") {
    CHECK(authors_of(german.with("Text von Christian Seil     Illustration von Markus Rost")) == "Christian Seil");
    CHECK(authors_of(german.with("von Marcus Bent, Justus von Danel, Ulrich Stolt")) ==
          "Marcus Bent|Justus von Danel|Ulrich Stolt");
}

TEST_CASE("a topic in capitals before a dash opens a deck, when the author stands below it") {
    const Document document = german.with(
        "HÄFEN – Probleme zwischen Fischern und Reedern sind auch am anderen Ufer ein Thema, wie der neue Kai dort zeigt\n\n"
        "Von Roland Brock und Sebastian Dresch\n\n" +
        german.text + german.text);
    CHECK(authors_of(document) == "Roland Brock|Sebastian Dresch");
    CHECK(document.meta.datelines.empty());
}

TEST_CASE("capitals of Azerbaijani and Hausa begin names") {
    const Copy azerbaijani{
        "Şura yeni körpü planını təsdiqlədi",
        "Liman şurası çərşənbə axşamı yeni körpü planını müzakirə etmək üçün toplaşıb, sakinlər bu barədə aylardır mübahisə edirlər.\n\n"
        "Rəsmilərin sözlərinə görə, layihə iki milyon manata başa gələcək və işlər üç il davam edəcək.\n"};
    CHECK(authors_of(azerbaijani.with("Əli Əliyev\n22 noyabr 2026 14:10")) == "Əli Əliyev");
    CHECK(authors_of(azerbaijani.with("MÜƏLLİF: Əli Əliyev\n22 noyabr 2026 14:10")) == "Əli Əliyev");
    CHECK(authors_of(english.with("Ɗanjuma Ƙofar\n22 November 2026")) == "Ɗanjuma Ƙofar");
}

TEST_CASE("initials where a page has no picture of the author, handles and addresses before the date") {
    CHECK(authors_of(english.with("AL\nAnn Lee\nTR\nTom Ray\nPosted on March 5, 2026 05:49")) == "Ann Lee|Tom Ray");
    CHECK(authors_of(spanish.with("La Ribera\nlaribera_pe\nedicion@laribera.example\n08 May 2026")) == "La Ribera");
}

TEST_CASE("credits of pictures above the text are no authors") {
    CHECK(
        authors_of(
            german.with(
                "Teilen\ndpa/Jan Wolt\nDer Kai am Dienstag, von der Stadt aus gesehen, kurz vor der Sitzung des Rates.\nFreitag, 06.07.2026, 10:29"))
            .empty());
    CHECK(authors_of(spanish.with("FOTO:\nJavier Nieves\nEl debate se celebró en el puerto.")).empty());
    CHECK(authors_of(german.with("01.03.2026 09:35\nRene Bent. Photographer: Sebastian Wid/Getty Images Europe"))
              .empty());
    CHECK(authors_of(spanish.with("Cerrar Compartir en Linkedin Compartir en Pinterest\n19 MAR 2026 - 18:37")).empty());
}

TEST_CASE("words of a date before it, and dates of figures that run into the next") {
    CHECK(date_of(german.with("Redaktion\nam 3. Februar 2026 um 21:17")) == "2026-02-03T21:17");
    CHECK(date_of(spanish.with("Redacción Central\n22/04/202622/04/2026")) == "2026-04-22");
    CHECK(authors_of(english.with("By Ann Lee \u00a0on December 13, 2026")) == "Ann Lee");
}

TEST_CASE("words that stand in titles of pages are in nobody's name") {
    CHECK(authors_of(german.with("Ihre Suche\n3. Februar 2026 um 21:17")).empty());
    CHECK(authors_of(spanish.with("Nuestra Redacción Responde\n8 de mayo de 2026")).empty());
    CHECK(authors_of(english.with("Why Harbours\nMarch 5, 2026")).empty());
    CHECK(authors_of(german.with("Anna Ihre\n3. Februar 2026 um 21:17")).empty());
    CHECK(authors_of(english.with("Anna Ihre\nMarch 5, 2026")) == "Anna Ihre");
}

TEST_CASE("a page files a story under its paper, and names who wrote it right above the text") {
    const Document& filed =
        english.with("by Harbour Times\nMarch 5, 2026\n\n…as boats wait for the tide\n\nAnn Lee/Tom Ray\n");
    CHECK(authors_of(filed) == "Ann Lee|Tom Ray");
    CHECK(filed.meta.bylines.front().value.contributors.front().value.affiliation == "Harbour Times");
    CHECK(date_of(filed) == "2026-03-05");
    CHECK(authors_of(english.with("by Harbour Times\nMarch 5, 2026")) == "Harbour Times");
}

TEST_CASE("buttons that read a text aloud are no author") {
    CHECK(authors_of(german.with("3. Februar 2026\nAnna Sommer\nLesen Hören ")) == "Anna Sommer");
}

TEST_CASE("a date to the minute between a deck and a shorter text is the story's") {
    const test::Reading reading = test::read(
        "Hafen wird tiefer\n"
        "Der Hafen wird im nächsten Jahr ausgebaggert, sagte der Hafenmeister am Freitag, nachdem der Rat die Arbeit dreimal "
        "verschoben hatte, weil sie die Stadt und ihre Fischer mehr kostet, als alle geglaubt hatten.\n\n"
        "30.04.2026 - 16:48\n\nTeilen\n\n"
        "Der Hafen wird im nächsten Jahr ausgebaggert, sagte der Hafenmeister am Freitag.\n");
    REQUIRE(reading.document);
    CHECK(date_of(*reading.document) == "2026-04-30T16:48");
    CHECK(reading.document->body.size() == 1);
}
