#include "galley/iso_date.h"
#include "tests/unit/text/read.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>

using namespace galley;

namespace {

const std::string first =
    "The harbour council met on Tuesday to discuss the plan for the new quay, which residents had debated for months.";
const std::string second =
    "Officials said the project would cost about two million dollars, and that the work would take three years.";

const std::string* headline_of(const Document& document, HeadlineRole role) {
    const auto found = std::ranges::find_if(document.meta.headlines,
                                            [&](const auto& headline) { return headline.value.role == role; });
    return found == document.meta.headlines.end() ? nullptr : &found->value.text;
}

}  // namespace

TEST_CASE("the last step of a page's path may be a topic that nobody knows") {
    const test::Reading reading = test::read(
        "Startseite\nPolitik\nDeutschland\nHafenministerium\nFährverkehr: Minister kündigt neue Regeln an\n\n"
        "Von Petra Lindner\n22.11.2026, 14.10 Uhr\n\n"
        "Drei Tage nach dem Unglück hat der Hafenminister strengere Regeln für Fähren angekündigt, wie er am Sonntag sagte.\n\n"
        "Künftig sollen Schiffe, die älter als 25 Jahre sind, zweimal im Jahr geprüft werden, kündigte er an.\n");
    REQUIRE(reading.document);
    const std::string* headline = headline_of(*reading.document, HeadlineRole::main);
    REQUIRE(headline);
    CHECK(*headline == "Fährverkehr: Minister kündigt neue Regeln an");
    CHECK(headline_of(*reading.document, HeadlineRole::kicker) == nullptr);
    CHECK(test::count_furniture(*reading.document, FurnitureKind::navigation) == 4);
}

TEST_CASE("parts of the paper between bars are a path, no headline; times alone are labels") {
    const test::Reading reading = test::read(
        "Kotimaa|Liikenne\nLautta ajoi karille Saltmeren edustalla\n\nMatti Virtanen\n14:10 | Päivitetty 16:02\n\n"
        "Lautta ajoi karille Saltmeren edustalla sunnuntaiaamuna. Merivartioston mukaan kukaan ei loukkaantunut.\n\n"
        "Onnettomuuden syytä tutkitaan, kertoo johtokeskuksen upseeri Liisa Niemi sunnuntaina.\n");
    REQUIRE(reading.document);
    const std::string* headline = headline_of(*reading.document, HeadlineRole::main);
    REQUIRE(headline);
    CHECK(*headline == "Lautta ajoi karille Saltmeren edustalla");
    CHECK(reading.document->body.size() == 2);
    REQUIRE(reading.document->meta.bylines.size() == 1);
    CHECK_FALSE(reading.document->meta.dates.content_created);
}

TEST_CASE("a deck without capitals is no author when the author stands below it") {
    const test::Reading reading = test::read(
        "מעבורת עלתה על שרטון מול הנמל: 84 נוסעים פונו\nאיש לא נפגע; במשרד התחבורה הורו על בדיקה\nיעל כהן\n22.11.26 | 14:10\n\n"
        "מעבורת ועליה 84 נוסעים עלתה הבוקר על שרטון מול הנמל. איש לא נפגע, אמרו ברשות.\n\n"
        "\"כולם הועברו לחוף בסירות\", אמר דובר רשות הספנות והנמלים.\n");
    REQUIRE(reading.document);
    REQUIRE(reading.document->meta.bylines.size() == 1);
    CHECK(reading.document->meta.bylines.front().raw == "יעל כהן");
    CHECK(headline_of(*reading.document, HeadlineRole::deck) != nullptr);
}

TEST_CASE("a label before a wide space is not the author's name") {
    const test::Reading reading = test::read(
        "フェリーが座礁、84人全員無事\n\n[2026年11月22日 14時10分]\n\n有料記事　山本一郎\n\n"
        "２２日午前９時ごろ、塩島の沖合で、乗客８４人を乗せたフェリーが座礁した。海上保安部によると、けが人はいないという。\n\n"
        "乗客は巡視艇で港に運ばれた。乗客の男性は「ドンという音がして止まった」と話した。海保は船長から事情を聴いている。\n");
    REQUIRE(reading.document);
    REQUIRE(reading.document->meta.bylines.size() == 1);
    CHECK(reading.document->meta.bylines.front().value.contributors.front().value.name == "山本一郎");
}

TEST_CASE("an agency that credits a picture above the text ends nothing") {
    const test::Reading reading = test::read(
        "Veerboot vastgelopen, alle passagiers veilig\n\nVan onze redactie\n22 november 2026, 14:10\n\nDe veerboot is vlotgetrokken\nANP\n" +
        first + "\n\n" + second + "\n");
    REQUIRE(reading.document);
    CHECK(test::count_furniture(*reading.document, FurnitureKind::contact) == 0);
    const auto& body = reading.document->body;
    CHECK(body.size() >= 2);
}

TEST_CASE("a story may begin right below the captions of the picture at its head") {
    const test::Reading reading = test::read(
        "Ferry runs aground off Mull with 84 on board\n3 hours ago\nShare\nSave\nFiona MacLeod\nBBC Scotland News\n"
        "A ferry listing slightly beside a rocky shore\nThe ferry ran aground on Sunday\n"
        "A ferry with 84 people on board has run aground off the Isle of Mull.\n\n" +
        first + "\n\n" + second + "\n");
    REQUIRE(reading.document);
    CHECK(reading.document->body.size() == 3);
    REQUIRE(reading.document->meta.bylines.size() == 1);
    const auto& authors = reading.document->meta.bylines.front().value.contributors;
    REQUIRE(authors.size() == 1);
    CHECK(authors.front().value.name == "Fiona MacLeod");
}

TEST_CASE("links below a label at the end of a dated page are no text; in copy without a page's date they stay") {
    const std::string links = "\nRead also:\nStorm warning for the coast\nFerries to return on Monday\n";
    const test::Reading page =
        test::read("Ferry runs aground off Mull\nBy Ann Lee\nPublished Jan. 2, 2026, 4:10 p.m.\n\n" + first + "\n\n" +
                   second + "\n" + links);
    REQUIRE(page.document);
    CHECK(page.document->body.size() == 2);
    const test::Reading copy = test::read("Ferry runs aground off Mull\n\n" + first + "\n\n" + second + "\n" + links);
    REQUIRE(copy.document);
    CHECK(copy.document->body.size() > 2);
}

TEST_CASE("who edited a story stands below it, and hides no author above") {
    const test::Reading reading = test::read(
        "Praam sõitis karile, kõik 84 reisijat on terved\n\nMari Tamm\n22. november 2026 kell 14.10\n\n"
        "Praam 84 reisijaga pardal sõitis pühapäeva hommikul sadama lähedal karile. Keegi viga ei saanud, teatas amet.\n\n"
        "Kõik toodi paatidega kaldale, ütles sadamakapten pühapäeval ajakirjanikele sadamas.\n\nToimetaja: Jaan Kask\n");
    REQUIRE(reading.document);
    REQUIRE(reading.document->meta.bylines.size() == 1);
    CHECK(reading.document->meta.bylines.front().value.contributors.front().value.name == "Mari Tamm");
    CHECK(reading.document->body.size() == 2);
}

TEST_CASE("an author's paper may be an acronym") {
    const test::Reading reading = test::read(
        "Ферибот заседна край Созопол\n\n22 ноември 2026, 14:10\nМария Петрова, БНР\n\n"
        "Ферибот с 84 пътници на борда заседна край Созопол тази сутрин. Няма пострадали, съобщиха от администрацията.\n\n"
        "Всички бяха откарани на брега с лодки, каза капитанът на пристанището пред журналисти.\n");
    REQUIRE(reading.document);
    REQUIRE(reading.document->meta.bylines.size() == 1);
    CHECK(reading.document->meta.bylines.front().value.contributors.front().value.name == "Мария Петрова");
    CHECK(reading.document->body.size() == 2);
}

TEST_CASE("a pictograph before a label hides it from nobody") {
    const test::Reading reading =
        test::read("Ferry runs aground off Mull\nBy Ann Lee\nPublished Jan. 2, 2026, 4:10 p.m.\n\n" + first +
                   "\n\n📲 Share on WhatsApp\n\n" + second + "\n");
    REQUIRE(reading.document);
    CHECK(reading.document->body.size() == 2);
}

TEST_CASE("between a headline and a text from right to left, a date that nobody reads is no author") {
    const std::string hebrew =
        "מועצת העיר אישרה ביום ראשון את התוכנית להרחבת הנמל לאחר חודשים של שיחות עם התושבים. העבודות יחלו באביב, כך נמסר.\n";
    const std::string arabic =
        "وافق مجلس المدينة يوم الأحد على خطة توسيع الميناء بعد أشهر من المحادثات مع السكان، وفق ما أعلنه مسؤولون في المجلس.\n";
    for (const std::string& copy : {"אושרה תוכנית הנמל\n\nי״ב בכסלו תשפ״ז\n\n" + hebrew,
                                    "المجلس يوافق على خطة الميناء\n\nخطة 12/99 كبيرة\n\n" + arabic}) {
        CAPTURE(copy);
        const test::Reading reading = test::read(copy);
        REQUIRE(reading.document);
        CHECK(reading.document->meta.bylines.empty());
    }
}
