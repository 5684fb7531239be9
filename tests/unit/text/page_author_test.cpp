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

const Copy english{"Council approves new quay after a long debate",
                   "The harbour council met on Tuesday to discuss the plan for the new quay, which residents had debated for several months.\n\n"
                   "Officials said the project would cost about two million dollars, and that the work would take three years to finish.\n"};
const Copy german{"Hafenrat billigt den neuen Kai nach langem Streit",
                  "Der Hafenrat trat am Dienstag zusammen, um über den neuen Kai zu beraten, über den die Anwohner seit Monaten streiten.\n\n"
                  "Die Arbeiten sollen nach Angaben der Behörde rund zwei Millionen Euro kosten und drei Jahre dauern, hieß es.\n"};
const Copy spanish{"El consejo aprueba el nuevo muelle tras un largo debate",
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
    const auto& date = document.meta.dates.content_created ? document.meta.dates.content_created : document.meta.dates.content_modified;
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
    const Document document = german.with("28.04.2026 - 07:18 | Quelle: Ostwind-Dienst Topthemen... | Lesedauer etwa 4 min. | Text vorlesen Stop Pause Fortsetzen");
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
    CHECK(authors_of(spanish.with("Publicado el 11 de mayo\nEscribe Camila Pérez en Territorio\n8 minutos de lectura")) == "Camila Pérez");
    CHECK(date_of(english.with("Author:\nAnn Lee\nUpdated:\nMar 6, 2026\nOriginal:\nDec 21, 2025")) == "2025-12-21");
    CHECK(authors_of(english.with("By STAFF AND NEWS SERVICE REPORTS\nPUBLISHED: November 8, 2026 at 11:30 p.m.")) == "STAFF AND NEWS SERVICE REPORTS");
}
