#include "core/text/script_language.h"

#include <catch2/catch.hpp>

#include <string>
#include <string_view>
#include <utility>

using namespace galley;

namespace {

std::string_view language_of(std::string_view text) { return find_language_of_script(text).value_or("none"); }

std::string repeated(std::string_view text, int times) {
    std::string all;
    for (int count = 0; count < times; ++count) {
        all += text;
    }
    return all;
}

}  // namespace

TEST_CASE("A script that one language writes tells it") {
    for (const auto& [language, text] : {
             std::pair<std::string_view, std::string_view>{
                 "el", "Το λιμάνι θα καθαριστεί τον επόμενο χρόνο, είπε ο λιμενάρχης."},
             {"ka", "ნავსადგური მომავალ წელს გაიწმინდება, თქვა ნავსადგურის უფროსმა."},
             {"hy", "Նավահանգիստը կմաքրվի հաջորդ տարի, ասաց նավահանգստի պետը։"},
             {"pa", "ਬੰਦਰਗਾਹ ਅਗਲੇ ਸਾਲ ਸਾਫ਼ ਕੀਤੀ ਜਾਵੇਗੀ।"},
             {"gu", "બંદર આવતા વર્ષે સાફ કરવામાં આવશે."},
             {"ta", "துறைமுகம் அடுத்த ஆண்டு தூர்வாரப்படும்."},
             {"te", "ఓడరేవును వచ్చే సంవత్సరం శుభ్రం చేస్తారు."},
             {"kn", "ಬಂದರನ್ನು ಮುಂದಿನ ವರ್ಷ ಸ್ವಚ್ಛಗೊಳಿಸಲಾಗುವುದು."},
             {"ml", "തുറമുഖം അടുത്ത വർഷം വൃത്തിയാക്കും."},
             {"si", "වරාය ලබන වසරේ පිරිසිදු කරනු ඇත."},
             {"th", "ท่าเรือจะถูกขุดลอกในปีหน้า นายท่ากล่าว"},
             {"lo", "ທ່າເຮືອຈະຖືກຂຸດລອກໃນປີໜ້າ ນາຍທ່າກ່າວ"},
             {"km", "កំពង់ផែនឹងត្រូវបានសម្អាតនៅឆ្នាំក្រោយ"},
             {"ko", "항구는 내년에 준설될 것이라고 항만장이 금요일 말했다."},
             {"ja", "港は来年しゅんせつされると港長が金曜日に述べた。これ以上は待てない。"},
         }) {
        CAPTURE(language);
        CHECK(language_of(text) == language);
    }
}

TEST_CASE("Of languages that share a script the letters tell that only one of them has") {
    for (
        const auto& [language, text] : {
            std::pair<std::string_view, std::string_view>{
                "ru",
                "Гавань будет очищена в следующем году, сообщил начальник порта; ждать больше нельзя, это все знали."},
            {"uk",
             "Гавань буде очищено наступного року, повідомив начальник порту; чекати більше не можна, її глибина замала."},
            {"be",
             "Гавань будзе ачышчана ў наступным годзе, паведаміў начальнік порта; чакаць больш нельга, казаў ён учора ў горадзе."},
            {"bg",
             "Пристанището ще бъде почистено догодина, съобщи началникът; не може да се чака повече, каза той във вторник."},
            {"sr",
             "Лука ће бити очишћена следеће године, рекао је лучки капетан; више се не може чекати, речено је грађанима."},
            {"mk",
             "Пристаништето ќе биде исчистено следната година, рече началникот; не може веќе да се чека, рекоа луѓето од градот."},
            {"mn",
             "Боомтыг ирэх жил гүнзгийрүүлнэ гэж боомтын дарга баасан гарагт хэллээ; цаашид хүлээх боломжгүй гэж тэр өгүүлэв."},
            {"ar",
             "قال مدير الميناء إن أعمال تنظيف الميناء ستبدأ في السنة المقبلة لأن الانتظار لم يعد ممكنا على الإطلاق"},
            {"fa",
             "مدیر بندر گفت لایروبی بندر سال آینده آغاز می‌شود، چون دیگر نمی‌توان صبر کرد و کشتی‌های بزرگ گیر می‌کنند"},
            {"ur",
             "بندرگاہ کے سربراہ نے کہا ہے کہ بندرگاہ کی صفائی اگلے سال شروع ہو گی کیونکہ اب مزید انتظار نہیں کیا جا سکتا"},
            {"he", "הנמל יועמק בשנה הבאה, אמר מנהל הנמל ביום שישי, אחרי שהמועצה דחתה את העבודות שלוש פעמים בגלל העלות"},
        }) {
        CAPTURE(language);
        CHECK(language_of(text) == language);
    }
}

TEST_CASE("Simplified and traditional Chinese are told apart, and a mixture of both is neither") {
    CHECK(language_of("港务局长星期五说，港口明年将进行疏浚，因为这项工程已经推迟了三次，不能再等。") == "zh-Hans");
    CHECK(language_of("港務局長星期五說，港口明年將進行疏浚，因為這項工程已經推遲了三次，不能再等。") == "zh-Hant");
    CHECK(language_of("国國来來时時说說对對会會学學发發为為个個经經过過") == "none");
}

TEST_CASE("What is not most of the text tells nothing, nor do few letters, nor a Latin alphabet") {
    const std::string english = repeated("The harbour will be dredged next year, its master said. ", 8);
    CHECK(language_of("") == "none");
    CHECK(language_of(english) == "none");
    CHECK(language_of("Λιμάνι " + english) == "none");
    CHECK(language_of(english + "Το λιμάνι θα καθαριστεί τον επόμενο χρόνο.") == "none");
    CHECK(language_of("Гавань очищена") == "none");
    CHECK(language_of("Přístav bude příští rok vyčištěn, řekl jeho ředitel; žluťoučký kůň úpěl ďábelské ódy.") ==
          "none");
    CHECK(language_of("Cảng sẽ được nạo vét vào năm tới, giám đốc cảng cho biết hôm thứ Sáu.") == "none");
}

TEST_CASE("Only a sample of a long text is looked at, and what is cut there does no harm") {
    CHECK(language_of(repeated("Η", 1'000'000)) == "el");
    CHECK(language_of(repeated("口", 1'000'000)) == "none");
    CHECK(language_of(repeated("𠀀", 1'000'000)) == "none");
}
