// What makes headlines and scripts without spaces look set by hand.
#include "converters/pdf/font/face.h"
#include "tests/unit/pdf/layout/sample_story.h"

#include <catch2/catch.hpp>

#include <cmath>

namespace galley::pdf {
namespace {

/// The text of each line of the first page: runs of one baseline together.
std::vector<std::string> lines_of(const PlacedDocument& placed) {
    std::vector<std::string> lines;
    float baseline = 0;
    for (const GlyphRun* const run : test::content_runs(placed.pages.front())) {
        if (lines.empty() || std::abs(run->baseline - baseline) > 1) {
            lines.emplace_back();
            baseline = run->baseline;
        }
        lines.back() += run->text;
    }
    return lines;
}

PlacedDocument set(std::string language, std::string headline, std::string text = {}) {
    Document story;
    story.meta.language = std::move(language);
    if (!headline.empty()) {
        story.meta.headlines.push_back(test::headline(HeadlineRole::main, std::move(headline)));
    }
    if (!text.empty()) {
        story.body.push_back(test::paragraph(std::move(text)));
    }
    const test::Desk desk;
    auto placed = desk.lay_out(story);
    REQUIRE(placed);
    REQUIRE(placed->pages.size() == 1);
    return std::move(*placed);
}

/// The glyphs of a page's text with what stands between the starts of one and the next.
std::vector<float> advances_of(const PlacedDocument& placed) {
    std::vector<float> advances;
    for (const GlyphRun* const run : test::content_runs(placed.pages.front())) {
        for (const PlacedGlyph& glyph : run->glyphs) {
            advances.push_back(glyph.advance);
        }
    }
    return advances;
}

TEST_CASE("Chinese headlines end a line at a comma, Japanese ones at a phrase, Korean ones at a space") {
    CHECK(lines_of(set("zh-Hans", "老修表匠收了最后一个徒弟，是一位退休的程序员")).front() ==
          "老修表匠收了最后一个徒弟，");
    CHECK(lines_of(set("ja", "廃線の駅に残る時刻表を毎朝書き換える元駅長")).front() == "廃線の駅に残る時刻表を");
    CHECK(lines_of(set("ko", "새벽 네 시, 온 동네를 깨우는 빵집의 마지막 장작 가마")).front().ends_with("깨우는 "));
}

TEST_CASE("of two blanks where Chinese signs of punctuation meet, one is left out") {
    const auto one = advances_of(set("zh-Hans", {}, "说。他"));
    const auto two = advances_of(set("zh-Hans", {}, "说。”他"));
    REQUIRE(one.size() == 3);
    REQUIRE(two.size() == 4);
    CHECK(one[1] == Approx(one[0]));
    CHECK(two[1] == Approx(one[0] / 2));
    CHECK(two[2] == Approx(one[0]));
    // Traditional Chinese has its full stops in the middle.
    CHECK(advances_of(set("zh-Hant", {}, "說。」他"))[1] == Approx(one[0]));
    CHECK(advances_of(set("ja", {}, "人（「あ」）の"))[2] == Approx(one[0] / 2));
}

TEST_CASE("an opening sign at the start of a line hangs its blank into the margin") {
    const auto plain = set("zh-Hans", "机器会告诉你时间");
    const auto quoted = set("zh-Hans", "“机器会告诉你时间”");
    const auto start = [](const PlacedDocument& placed) { return test::content_runs(placed.pages.front()).front()->x; };
    const float em = advances_of(plain).front();
    CHECK(start(quoted) == Approx(start(plain) - em / 2).margin(0.01));
}

TEST_CASE("letters that join or carry marks are not spaced out") {
    const auto kicker_ems = [](const char* language, const char* text) {
        Document story;
        story.meta.language = std::string(language);
        story.meta.headlines.push_back(test::headline(HeadlineRole::kicker, text));
        const test::Desk desk;
        const auto placed = desk.lay_out(story);
        REQUIRE(placed);
        const GlyphRun* const run = test::content_runs(placed->pages.front()).front();
        float natural = 0, set = 0;
        for (const PlacedGlyph& glyph : run->glyphs) {
            const Face& face = *placed->faces[run->face];
            natural += static_cast<float>(face.advance(glyph.glyph)) * run->size /
                       static_cast<float>(face.metrics().units_per_em);
            set += glyph.advance;
        }
        return set - natural;
    };
    CHECK(kicker_ems("en", "news") > 1);
    CHECK(kicker_ems("th", "กกกก") == Approx(0).margin(0.01));
    CHECK(kicker_ems("hi", "नगर") == Approx(0).margin(0.01));
}

TEST_CASE("a line of Thai is filled between all its letters") {
    const auto placed =
        set("th", {}, "โคมไฟกระดาษกว่าสามร้อยดวงถูกจุดขึ้นพร้อมกันตลอดสองฝั่งคลองเป็นครั้งแรกในรอบสิบสองปีที่ตลาดน้ำแห่งนี้กลับมาเปิดขายของ");
    const auto runs = test::content_runs(placed.pages.front());
    REQUIRE(!runs.empty());
    // The same letter is as wide everywhere on the first line but where a word ends on the way.
    float least = 1000, most = 0;
    const GlyphRun& first = *runs.front();
    for (const PlacedGlyph& glyph : first.glyphs) {
        if (std::string_view{first.text}.substr(glyph.cluster).starts_with("ก") && glyph.advance > 0) {
            least = std::min(least, glyph.advance);
            most = std::max(most, glyph.advance);
        }
    }
    REQUIRE(most > 0);
    CHECK(most - least < 0.02F * first.size);
}

}  // namespace
}  // namespace galley::pdf
