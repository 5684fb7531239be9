#include "galley/identify_language.h"
#include "galley/direction.h"

#include <catch2/catch.hpp>

#include <string>
#include <thread>
#include <utility>
#include <vector>

using namespace galley;

namespace {

const std::vector<std::pair<std::string, std::string>> stories = {
    {"en",
     "OTTAWA - The minister said on Monday that the bridge over the river will not be open before spring, as the ice "
     "had "
     "damaged two of its pillars and the repairs would take more than three months."},
    {"de",
     "Die Brücke über den Fluss wird nach Angaben des Ministers nicht vor dem Frühjahr geöffnet, weil das Eis zwei der "
     "Pfeiler beschädigt hat und die Reparatur mehr als drei Monate dauern wird."},
    {"fr",
     "Le pont sur la rivière ne sera pas rouvert avant le printemps, a déclaré lundi le ministre, car la glace a "
     "endommagé "
     "deux des piliers et les travaux dureront plus de trois mois."},
    {"es",
     "El puente sobre el río no se abrirá antes de la primavera, dijo el lunes el ministro, porque el hielo dañó dos "
     "de sus "
     "pilares y las obras durarán más de tres meses."},
    {"pt",
     "A ponte sobre o rio não será reaberta antes da primavera, disse o ministro na segunda-feira, porque o gelo "
     "danificou "
     "dois dos seus pilares e as obras vão durar mais de três meses."},
    {"it",
     "Il ponte sul fiume non sarà riaperto prima della primavera, ha detto lunedì il ministro, perché il ghiaccio ha "
     "danneggiato due dei suoi piloni e i lavori dureranno più di tre mesi."},
    {"pl",
     "Most nad rzeką nie zostanie otwarty przed wiosną, powiedział w poniedziałek minister, ponieważ lód uszkodził dwa "
     "filary, a naprawa potrwa ponad trzy miesiące."},
    {"ru",
     "Мост через реку не откроют до весны, сообщил в понедельник министр, потому что лёд повредил две опоры, а ремонт "
     "займёт больше трёх месяцев."},
    {"uk",
     "Міст через річку не відкриють до весни, повідомив у понеділок міністр, бо крига пошкодила дві опори, а ремонт "
     "триватиме понад три місяці."},
    {"el", "Η γέφυρα πάνω από τον ποταμό δεν θα ανοίξει πριν από την άνοιξη, δήλωσε τη Δευτέρα ο υπουργός."},
    {"ar", "قال الوزير يوم الاثنين إن الجسر فوق النهر لن يفتح قبل الربيع لأن الجليد ألحق أضرارا باثنين من أعمدته"},
    {"he", "השר אמר ביום שני כי הגשר מעל הנהר לא ייפתח לפני האביב משום שהקרח פגע בשניים מעמודיו"},
    {"ja",
     "大臣は月曜日、川に架かる橋は氷で橋脚二本が傷んだため、春まで再開しないと述べた。修理には三か月以上かかる見通しだ"
     "。"},
    {"ko", "장관은 월요일 강 위의 다리가 얼음으로 기둥 두 개가 손상되어 봄 이전에는 다시 열리지 않을 것이라고 말했다."},
    {"zh-Hans", "部长星期一说，河上的大桥在春天之前不会重新开放，因为冰块损坏了两个桥墩，修复工作需要三个多月。"},
    {"zh-Hant", "部長星期一說，河上的大橋在春天之前不會重新開放，因為冰塊損壞了兩個橋墩，修復工作需要三個多月。"},
};

}  // namespace

TEST_CASE("a story of a few lines is enough to tell its language") {
    for (const auto& [language, text] : stories) {
        INFO(language);
        const auto found = identify_language(text);
        REQUIRE(found);
        CHECK(found->value == language);
        CHECK(found->method == Method::inferred);
        CHECK(found->confidence >= 85);
        CHECK(found->confidence < 100);
    }
}

TEST_CASE("what has no words has no language, and a word or two give no certainty") {
    for (const auto* text : {"", " \n", "12 345,6 % --- 7.8 +9", "!!!"}) {
        CHECK_FALSE(identify_language(text));
    }
    const auto few = identify_language("Budapest hotel");
    CHECK((!few || few->confidence < 90));
}

TEST_CASE("what the library only guesses is not certain") {
    // Galician, told twice: it takes repetition out, and calls what is left English.
    const std::string paragraph =
        "O pleno municipal aprobou o domingo o plan para ampliar o porto tras meses de conversas cos veciños, informaron.\n\n";
    const auto found =
        identify_language("O pleno aproba o plan do porto\n\n22 de novembro de 2026\n\n" + paragraph + paragraph);
    CHECK((!found || found->value == "gl" || found->confidence <= 60));
}

TEST_CASE("wire controls do not hide the language") {
    std::string text = stories.front().second + "\x03 \x7f\x16 \u0085 \uFFFE \U0001FFFF";
    text.insert(0, "\x01\x02\x05 \x1f");
    CHECK(identify_language(text)->value == "en");
    CHECK(identify_language("\x01\x02" + stories[6].second + "\uFDD0")->value == "pl");
}

TEST_CASE("threads may ask at the same time") {
    std::vector<std::jthread> threads;
    std::vector<int> right(8, 0);
    for (std::size_t i = 0; i < right.size(); ++i) {
        threads.emplace_back([&right, i] {
            for (const auto& [language, text] : stories) {
                right[i] += identify_language(text)->value == language ? 1 : 0;
            }
        });
    }
    threads.clear();
    for (const int count : right) {
        CHECK(count == static_cast<int>(stories.size()));
    }
}

TEST_CASE("direction follows the script, stated or usual") {
    for (const auto* language :
         {"ar", "he", "fa", "ur", "AR-eg", "az-Arab", "az_Arab_IR", "ckb", "yi", "ff-Adlm", "ug"}) {
        INFO(language);
        CHECK(is_right_to_left(language));
    }
    for (const auto* language :
         {"", "en", "fr-CA", "ks-Deva", "ar-Latn", "az", "he-Latn-IL", "zh-Hant", "de-1996", "en-x-arab"}) {
        INFO(language);
        CHECK_FALSE(is_right_to_left(language));
    }
}
