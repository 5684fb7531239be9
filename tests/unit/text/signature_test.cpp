#include "tests/unit/text/read.h"

#include "galley/plain_text.h"

#include <catch2/catch.hpp>

#include <string>
#include <string_view>

using namespace galley;

namespace {

const std::string first =
    "The harbour council met on Tuesday to discuss the plan for the new quay, which residents had debated for several months.";
const std::string second =
    "Officials said the project would cost about two million dollars, and that the work would take three years to finish.";
const std::string third =
    "The vote was closer than expected, with seven members in favour and six against, and two who stayed away from the session.";

/// A story without an author at its head, and `end` below it.
Document signed_by(const std::string& end) {
    auto reading =
        test::read("Council approves new quay\n\n" + first + "\n\n" + second + "\n\n" + third + "\n\n" + end + "\n");
    REQUIRE(reading.document);
    return std::move(*reading.document);
}

std::string byline_of(const Document& document) {
    return document.meta.bylines.empty() ? std::string() : document.meta.bylines.front().raw;
}

/// The only author of `copy`; "none" or "several" otherwise.
std::string author_of(const std::string& copy) {
    const auto reading = test::read(copy);
    REQUIRE(reading.document);
    if (reading.document->meta.bylines.empty()) {
        return "none";
    }
    const auto& authors = reading.document->meta.bylines.front().value.contributors;
    return authors.size() == 1 ? authors.front().value.name : "several";
}

}  // namespace

TEST_CASE("a name and whose it is, below the text, sign the story") {
    for (const char* signature : {"Anna Nowak (PAP)", "Karl Lindqvist/TT", "Ann Lee, Reuters"}) {
        INFO(signature);
        const Document document = signed_by(signature);
        CHECK(byline_of(document) == signature);
        CHECK(document.body.size() == 3);
    }
}

TEST_CASE("a name alone below the text, and links between bars, sign nothing") {
    for (const char* line : {"Ann Lee", "Prices | Services | Reuters"}) {
        INFO(line);
        const Document document = signed_by(line);
        CHECK(byline_of(document).empty());
        CHECK(document.body.size() == 4);
    }
}

TEST_CASE("an author below most of the text makes no deck of it") {
    for (const char* end : {"By Ann Lee, Reuters\n\nFacts: The quay\nThe quay was built in 1912.", "By Ann Lee"}) {
        INFO(end);
        const Document document = signed_by(end);
        CHECK(plain_text(document.body.front()) == first);
        CHECK(byline_of(document).starts_with("By Ann Lee"));
    }
}

TEST_CASE("a by-word of another language that is a given name makes no byline") {
    CHECK(
        author_of(
            "Riksbanken lämnar räntan oförändrad\n\nRiksbanken lämnar styrräntan oförändrad på 1,75 procent. Det meddelade direktionen på "
            "torsdagen.\n\nBeslutet var väntat av samtliga bedömare som tidningen har talat med.\n\nPer Lindqvist/TT\n") ==
        "Per Lindqvist");
}

TEST_CASE("who edits and proofreads is no author on a Chinese reporters' line") {
    CHECK(
        author_of(
            "海港新码头启用\n\n海港第八码头二十日正式启用，港务公司表示，完工后年吞吐量可望达四百五十万标准箱。\n\n"
            "港务公司董事长表示，新码头全面采用电动机具，预计每年减碳两万吨。\n\n海港日报记者 王丽 编辑 赵力 校对 何燕\n") ==
        "王丽");
}

TEST_CASE("an agency that credits a picture near the end ends nothing") {
    const std::string long_text = first + " " + second;
    for (const char* credit : {"The quay seen from the sea on Monday, before the meeting began. Reuters", "Reuters"}) {
        INFO(credit);
        const auto reading = test::read("Council approves new quay\n\n" + long_text + "\n\n" + third + "\n\n" + first +
                                        "\n\n" + credit + "\n\n" + second + "\n\n" + long_text + "\n");
        REQUIRE(reading.document);
        CHECK(plain_text(reading.document->body.back()) == long_text);
    }
}

TEST_CASE("an Indian agency and who wrote and edited below the text, in Hindi") {
    const std::string first =
        "बंदरगाह परिषद ने मंगलवार को नए घाट की योजना पर चर्चा के लिए बैठक की, जिस पर निवासी महीनों से बहस कर रहे थे।";
    const std::string second = "अधिकारियों ने कहा कि परियोजना पर लगभग बीस लाख डॉलर खर्च होंगे और काम में तीन साल लगेंगे।";
    const auto reading = test::read("परिषद ने नए घाट को मंजूरी दी\n\n" + first + "\n\n" + second + "\n\nभाषा अमित नरेश\n");
    REQUIRE(reading.document);
    CHECK(reading.document->body.size() == 2);
    CHECK(test::count_furniture(*reading.document, FurnitureKind::sign_off) == 1);
    const auto sentence = test::read("परिषद ने नए घाट को मंजूरी दी\n\n" + first + "\n\n" + second + "\n\nभाषा सरल थी।\n");
    REQUIRE(sentence.document);
    CHECK(sentence.document->body.size() == 3);
}
