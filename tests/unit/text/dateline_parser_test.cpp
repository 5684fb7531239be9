#include "converters/text/dateline_parser.h"

#include "galley/iso_date.h"

#include <catch2/catch.hpp>

#include <string>

using namespace galley;
using namespace galley::text;

namespace {

/// "place, region|place; date; agency" of the dateline, or "none".
std::string read(std::string_view paragraph, std::string_view language = "en") {
    const Conventions& conventions = Conventions::builtin();
    const DatelineParser parser{conventions, conventions.language(language), DateOrder::automatic};
    const auto match = parser.parse(paragraph);
    if (!match) {
        return "none";
    }
    std::string text;
    for (const auto& place : match->places) {
        text += (text.empty() ? "" : "|") + place.place.name;
        for (const std::string& part : {place.place.region, place.place.country}) {
            text += part.empty() ? "" : ", " + part;
        }
    }
    text += "; " + (match->date ? iso_date(match->date->date) : "") + "; ";
    for (std::size_t index = 0; index < match->agencies.size(); ++index) {
        text += (index > 0 ? "|" : "") + match->agencies[index].name;
    }
    return text;
}

}  // namespace

TEST_CASE("datelines of many agencies") {
    CHECK(read("OTTAWA / PARIS — The prime minister said") == "OTTAWA|PARIS; ; ");
    CHECK(read("LA CROSSE, Wis. (AP) — After a summer of rain") == "LA CROSSE, Wis.; ; AP");
    CHECK(read("BEIRUT/THE HAGUE, March 7 (Reuters) - A crew said") == "BEIRUT|THE HAGUE; --03-07; Reuters");
    CHECK(read("CUPERTINO, Calif.--(BUSINESS WIRE)--The firm said") == "CUPERTINO, Calif.; ; Business Wire");
    CHECK(read("SYDNEY March 22 AAP - The council said it would") == "SYDNEY; --03-22; AAP");
    CHECK(read("WESTBAY, Fal., April 9 - Profit rose in the quarter") == "WESTBAY, Fal.; --04-09; ");
    CHECK(read("NORTHTOWN, Low Cayes, British Indies, March 25 - Profit rose") ==
          "NORTHTOWN, Low Cayes, British Indies; --03-25; ");
    CHECK(read("PARIS, April 7 - YEAR TO END-DEC 1986") == "PARIS; --04-07; ");
    CHECK(
        read(
            "PORT SALTMERE, Maine – November 20, 2026 – Saltmere Instruments today announced a tide gauge that draws its power from waves.") ==
        "PORT SALTMERE, Maine; 2026-11-20; ");
    CHECK(read("Bruselas - 15 oct 2024 - 08:22") == "none");
    CHECK(read("HARBOUR EXCHS CLOSE - April 7") == "none");
    CHECK(read("HARBOUR EXCHS CLOSE - April 7 dlrs per tonne") == "none");
    CHECK(read("Berlin (dpa) - Die Regierung hat beschlossen", "de") == "Berlin; ; dpa");
    CHECK(read("Madrid, 11 may (EFE).- El Tribunal Supremo dice", "es") == "Madrid; --05-11; EFE");
    CHECK(read("МОСКВА, 24 фев - РИА Новости. Эксперты говорят", "ru") == "МОСКВА; --02-24; РИА Новости");
    CHECK(read("МОСКВА, 20 ноя - РИА Новости, Ольга Петрова. Эксперты говорят", "ru") ==
          "МОСКВА; --11-20; РИА Новости");
    CHECK(read("Turku, 22.11. (STT) Kaupunginvaltuusto äänesti maanantaina", "fi") == "Turku; --11-22; STT");
    CHECK(read("STOCKHOLM. The bank leaves its rate where it is, as all had expected who were asked.", "sv") ==
          "STOCKHOLM; ; ");
    CHECK(read("Stockholm. The bank leaves its rate where it is, as all had expected who were asked.", "sv") == "none");
    CHECK(read("SUMMARY. The bank leaves its rate where it is, as all had expected who were asked.", "sv") == "none");
    CHECK(read("新华社北京2月1日电 市议会周二召开会议", "zh") == "北京; --02-01; 新华社");
    CHECK(read("नई दिल्ली, 21 नवंबर (भाषा) मेट्रो का नया रूट", "hi") == "नई दिल्ली; --11-21; भाषा");
    CHECK(read("खजुरिया, 21 नवंबर (भाषा) मेट्रो का नया रूट", "hi") == "खजुरिया; --11-21; भाषा");
    CHECK(read("उन्होंने कहा, 21 नवंबर को मेट्रो का नया रूट", "hi") == "none");
    CHECK(read("(서울=연합뉴스) 김철수 기자 = 시의회는", "ko") == "서울; ; 연합뉴스");
    CHECK(read("[진도=뉴시스] 이영희 기자 = 22일 오전", "ko") == "진도; ; 뉴시스");
    CHECK(read("（中央社記者陳小華澎湖22日電）一艘載有84名乘客的渡輪", "zh") == "澎湖; ---22; 中央社");
    CHECK(read("（中央社記者陳小華、林大明台北22日電）一艘載有84名乘客的渡輪", "zh") == "台北; ---22; 中央社");
    CHECK(read("دبي في ٢ يناير / وام / أعلنت البلدية", "ar") == "دبي; --01-02; وام");
    CHECK(read("DUBAI, 2nd January, 2026 (WAM) -- The municipality said") == "DUBAI; 2026-01-02; WAM");
    CHECK(read("Kochi (Kerala) [India], November 22 (ANI): A ferry ran aground") ==
          "Kochi, Kerala, India; --11-22; ANI");
    CHECK(
        read(
            "Saltmere, 22 November 2026: Saltmere Harbour Authority today confirmed that the ferry berth will reopen on Monday.") ==
        "Saltmere; 2026-11-22; ");
    CHECK(read("【塩島共同】塩島と本土を結ぶフェリーが", "ja") == "塩島; ; 共同");
    CHECK(read("Liputan6.com, Jakarta - Sebuah feri kandas di Selat Bali", "id") == "Jakarta; ; Liputan6.com");
    CHECK(read("Jakarta, CNN Indonesia -- Sebuah feri kandas di Selat Bali", "id") == "Jakarta; ; CNN Indonesia");
    CHECK(read("New Delhi [India], November 22 (ANI): The court said") == "New Delhi, India; --11-22; ANI");
    CHECK(read("22.11. Szczecin (PAP) - Prom osiadł na mieliźnie", "pl") == "Szczecin; --11-22; PAP");
    CHECK(read("Budapest, 2026. november 22., vasárnap (MTI) - Zátonyra futott egy komp", "hu") ==
          "Budapest; 2026-11-22; MTI");
    CHECK(read("Aalborg, søndag /ritzau/", "da") == "Aalborg; ; Ritzau");
    CHECK(read("RĪGA, 22.nov., LETA--Uz sēkļa uzskrējis prāmis", "lv") == "RĪGA; --11-22; LETA");
    CHECK(read("ОДЕСА. 22 листопада. УНН. Пором сів на мілину", "uk") == "ОДЕСА; --11-22; УНН");
    CHECK(read("ΗΡΑΚΛΕΙΟ, 22/11/2026. Σεισμός σημειώθηκε το πρωί", "el") == "ΗΡΑΚΛΕΙΟ; 2026-11-22; ");
    CHECK(read("العقبة 22 تشرين الثاني (بترا)- قال محافظ العقبة", "ar") == "العقبة; --11-22; بترا");
    CHECK(read("الكويت - 22 - 11 (كونا) -- أعلنت قوة الإطفاء", "ar") == "الكويت; --11-22; كونا");
    CHECK(read("بندرعباس - ایرنا - مدیرکل بنادر هرمزگان گفت", "fa") == "بندرعباس; ; IRNA");
}

TEST_CASE("a dateline's bracket names reporters behind the agency") {
    const Conventions& conventions = Conventions::builtin();
    const DatelineParser parser{conventions, conventions.language("nb"), DateOrder::automatic};
    const auto match = parser.parse("Oslo (NTB-Terje Solberg og Kari Nilsen): En ferge gikk på grunn utenfor Bodø.");
    REQUIRE(match);
    REQUIRE(match->agencies.size() == 1);
    CHECK(match->agencies.front().name == "NTB");
    REQUIRE(match->reporters.size() == 2);
    CHECK(match->reporters.front().name == "Terje Solberg");
    CHECK(match->reporters.back().name == "Kari Nilsen");
    CHECK_FALSE(parser.parse("Oslo (NTB-en av flere byråer): Dette er ikke noe sted."));
}

TEST_CASE("prose that only looks like a dateline is none") {
    CHECK(read("Publié le 14 novembre 2026 à 18h32 - Mis à jour le 15 novembre 2026 à 07h10", "fr") == "none");
    CHECK(read("Updated Nov. 14, 2026 - The ferry will run all night.") == "none");
    CHECK(read("COVID-19 — What we know so far about it") == "none");
    CHECK(read("Durch das 0:2 (0:1) bei Everton bleibt Liverpool", "de") == "none");
    CHECK(read("Die Aufregung in Elmshorn (Kreis Pinneberg): Dort brennt es", "de") == "none");
    CHECK(read("157 миллионов гривен — именно столько стоит", "ru") == "none");
    CHECK(read("El incendio de Los Gallardos (Almería) deja doce heridos", "es") == "none");
    CHECK(read("Paris is lovely in the spring, she said on Friday") == "none");
    CHECK(read("RSSの基本的な使い方 - 転職活動に役立つ", "ja") == "none");
    CHECK(read("LTE（Xi） - ", "ja") == "none");
    CHECK(read("PRICES RISE AGAIN - CENTRAL BANK") == "none");
    CHECK(read("London, 22 November 2026: what we know so far about the ferry that ran aground this morning") ==
          "none");
    CHECK(read("Sunday, 22 November 2026: The Harbour Authority today confirmed that the ferry berth will reopen.") ==
          "none");
    CHECK(read("【速報】塩島と本土を結ぶフェリーが", "ja") == "none");
    CHECK(read("Reuters, Bloomberg - and the others who report them") == "none");
    CHECK(read("Borussia (Dortmund) [Video], November 22: so lief das Spiel", "de") == "none");
    CHECK(read("Ergebnis - 22 - 11 (Halbzeit) - so endete es", "de") == "none");
    CHECK(read("Sunday, 2 May (the day of the vote): what to know") == "none");
}
