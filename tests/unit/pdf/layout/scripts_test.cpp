#include "tests/unit/pdf/layout/sample_story.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <iostream>
#include <set>
#include <string>

namespace galley::pdf {
namespace {

Document story_in(std::string language, std::string text) {
    Document story;
    story.meta.language = std::move(language);
    story.body.push_back(test::paragraph(std::move(text)));
    return story;
}

TEST_CASE("every script that news is written in is set and comes back") {
    struct Sample {
        const char* language;
        const char* text;
    };
    const Sample samples[] = {
        {"el", "Το δημοτικό συμβούλιο ψήφισε υπέρ της ανοικοδόμησης."},
        {"ru", "Городской совет проголосовал за восстановление рынка."},
        {"vi", "Hội đồng thành phố đã bỏ phiếu xây dựng lại chợ cá cổ."},
        {"ar", "صوت مجلس المدينة لصالح إعادة بناء السوق القديم."},
        {"fa", "شورای شهر به بازسازی بازار قدیمی رأی داد و می‌خواهد."},
        {"he", "מועצת העיר הצביעה בעד בנייה מחדש של השוק."},
        {"hi", "नगर परिषद ने पुराने बाज़ार के पुनर्निर्माण के पक्ष में मतदान किया।"},
        {"bn", "নগর পরিষদ পুরানো বাজার পুনর্নির্মাণের পক্ষে ভোট দিয়েছে।"},
        {"ta", "நகர சபை பழைய சந்தையை மீண்டும் கட்ட வாக்களித்தது."},
        {"te",
         "నగర మండలి పాత మార్కెట్‌ను పునర్నిర్మించాలని ఓటు వేసింది."},
        {"kn", "ನಗರ ಸಭೆಯು ಹಳೆಯ ಮಾರುಕಟ್ಟೆಯನ್ನು ಮರುನಿರ್ಮಿಸಲು ಮತ ಹಾಕಿತು."},
        {"ml", "പഴയ മാർക്കറ്റ് പുനർനിർമിക്കാൻ നഗരസഭ വോട്ട് ചെയ്തു."},
        {"gu", "નગર પરિષદે જૂના બજારના પુનઃનિર્માણ માટે મત આપ્યો."},
        {"pa", "ਨਗਰ ਕੌਂਸਲ ਨੇ ਪੁਰਾਣੇ ਬਾਜ਼ਾਰ ਲਈ ਵੋਟ ਪਾਈ।"},
        {"si", "නගර සභාව පැරණි වෙළඳපොළ නැවත ගොඩනැගීමට ඡන්දය දුන්නේය."},
        {"th", "สภาเมืองลงมติให้บูรณะตลาดปลาเก่า"},
        {"lo", "ສະພາເມືອງລົງຄະແນນສຽງສ້າງຕະຫຼາດຄືນໃໝ່"},
        {"km", "ក្រុមប្រឹក្សាក្រុងបានបោះឆ្នោតសាងសង់ផ្សារឡើងវិញ"},
        {"my", "မြို့တော်ကောင်စီသည် ဈေးဟောင်းကို ပြန်လည်တည်ဆောက်ရန် မဲပေးခဲ့သည်"},
        {"ka", "საქალაქო საბჭომ მხარი დაუჭირა ბაზრის აღდგენას."},
        {"hy", "Քաղաքային խորհուրդը կողմ քվեարկեց շուկայի վերականգնմանը։"},
        {"am", "የከተማው ምክር ቤት ገበያውን እንደገና ለመገንባት ድምጽ ሰጠ።"}};
    const test::Desk desk;
    for (const Sample& sample : samples) {
        INFO(sample.language);
        const auto placed = desk.lay_out(story_in(sample.language, sample.text));
        REQUIRE(placed);
        CHECK(test::words_of(test::extracted_text(*placed)) == test::words_of(sample.text));
        for (const GlyphRun* const run : test::content_runs(placed->pages.front())) {
            for (const PlacedGlyph& glyph : run->glyphs) {
                CHECK(glyph.glyph != 0);
                CHECK(glyph.cluster < run->text.size());
            }
        }
    }
}

TEST_CASE("right-to-left lines start at the right and read in logical order") {
    const test::Desk desk;
    const std::string text = "אבג 12 Works דהו";
    const auto placed = desk.lay_out(story_in("he", text));
    REQUIRE(placed);
    CHECK(placed->right_to_left);
    const auto runs = test::content_runs(placed->pages.front());
    REQUIRE(runs.size() >= 3);
    CHECK(test::extracted_text(*placed) == text);
    CHECK(runs.front()->right_to_left);
    CHECK(runs.front()->x > runs.back()->x);  // what is read first stands at the right
    const auto latin = std::ranges::find_if(runs, [](const GlyphRun* run) { return run->text.contains("Works"); });
    REQUIRE(latin != runs.end());
    CHECK_FALSE((*latin)->right_to_left);
    // Inside a run from right to left the glyphs stand from left to right, so their clusters fall.
    const auto& glyphs = runs.front()->glyphs;
    CHECK(std::ranges::is_sorted(glyphs, std::greater<>{}, &PlacedGlyph::cluster));
}

TEST_CASE("a paragraph that begins with right-to-left text runs that way in any story") {
    const test::Desk desk;
    const auto placed = desk.lay_out(story_in("en", "שלום לכולם"));
    REQUIRE(placed);
    CHECK_FALSE(placed->right_to_left);
    CHECK(test::content_runs(placed->pages.front()).front()->x > 300);
}

TEST_CASE("Chinese and Japanese take the glyphs of their language, and lines keep their rules") {
    const test::Desk desk;
    if (desk.fonts().fallback(U'直', "ja", {}) == nullptr ||
        desk.fonts().fallback(U'直', "ja", {})->family().find("CJK") == std::string::npos) {
        std::cout << "SKIPPED: no Noto CJK fonts on this machine\n";
        return;
    }
    CHECK(desk.fonts().fallback(U'直', "ja", {}) != desk.fonts().fallback(U'直', "zh-Hans", {}));
    CHECK(desk.fonts().fallback(U'直', "zh-TW", {}) != desk.fonts().fallback(U'直', "zh-CN", {}));
    CHECK(desk.fonts().fallback(U'시', "en", {})->postscript_name().contains("kr"));
    CHECK(desk.fonts().fallback(U'直', "ja", {})->outlines() == Outlines::cff);

    std::string text;
    for (int i = 0; i < 30; ++i) {
        text += "市議会は土曜日の夜、魚市場を再建する案を可決した。「この部屋にいる誰もが」と述べた。";
    }
    const auto placed = desk.lay_out(story_in("ja", text));
    REQUIRE(placed);
    CHECK(test::extracted_text(*placed) == text);
    float baseline = -1;
    for (const GlyphRun* const run : test::content_runs(placed->pages.front())) {
        if (run->baseline != baseline) {
            CHECK_FALSE(run->text.starts_with("。"));
            CHECK_FALSE(run->text.starts_with("、"));
            CHECK_FALSE(run->text.starts_with("」"));
        }
        baseline = run->baseline;
    }
}

TEST_CASE("emoji and signs are found in symbol fonts") {
    const test::Desk desk;
    const auto placed = desk.lay_out(story_in("en", "Snow ☃ and sums ∑ and arrows → and ⚽."));
    REQUIRE(placed);
    CHECK(placed->faces.size() > 1);
}

}  // namespace
}  // namespace galley::pdf
