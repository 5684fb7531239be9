#include "tests/unit/text/read.h"

#include "galley/find_headline.h"
#include "galley/iso_date.h"
#include "galley/plain_text.h"

#include <catch2/catch.hpp>

#include <string>

using namespace galley;

namespace {

/// The authors that a copy's byline gives, with "|" between them; title and affiliation in brackets.
std::string authors_of(const std::string& copy) {
    const test::Reading reading = test::read(copy);
    if (!reading.document) {
        return "no document";
    }
    std::string text;
    for (const auto& byline : reading.document->meta.bylines) {
        for (const auto& author : byline.value.contributors) {
            text += (text.empty() ? "" : "|") + author.value.name;
            if (!author.value.job_title.empty() || !author.value.affiliation.empty()) {
                text += " [" + author.value.job_title + "/" + author.value.affiliation + "]";
            }
        }
    }
    return text;
}

std::string authors(const std::string& line) {
    return authors_of(
        "Town council approves new budget\n" + line +
        "\n\nThe council met on Tuesday to discuss the plan, which had been debated for months by the residents.\n\n"
        "Officials said the project would cost about two million dollars and take three years to finish.\n");
}

std::string korean_authors(const std::string& line) {
    return authors_of(
        "시의회 새 예산안 의결\n" + line +
        "\n\n시의회는 20일 본회의를 열고 내년도 예산안을 의결했다. 회의에는 의원 30여 명이 참석했으며 찬성이 과반을 넘었다.\n\n"
        "시 관계자는 새 부두를 짓는 데 3년이 걸릴 것이라고 밝혔다. 다음 회의는 다음 달 열린다.\n");
}

}  // namespace

TEST_CASE("authors with and without by-words, titles, affiliations and separators") {
    CHECK(authors("By Jane Doe") == "Jane Doe");
    CHECK(authors("By Jane Doe and John Roe") == "Jane Doe|John Roe");
    CHECK(authors("By Jane Doe, Staff Reporter") == "Jane Doe [Staff Reporter/]");
    CHECK(authors("By Jane Doe, Reuters") == "Jane Doe [/Reuters]");
    CHECK(authors("By Jane Doe | January 2, 2026") == "Jane Doe");
    CHECK(authors("By Jane Doe l January 2, 2026") == "Jane Doe");
    CHECK(authors("By Abdul l January 2, 2026") == "Abdul");
    CHECK(authors("Jane Doe · CBC News · Posted: Jan 02, 2026 4:00 AM EST") == "Jane Doe [/CBC News]");
    CHECK(authors("bySam Poe Published January 2, 2026") == "Sam Poe");
    CHECK(authors("By Jane Doe at Apia Park") == "Jane Doe");
    CHECK(authors("Dan Price at Apia Park\n@danprice\nSat 21 Nov 2026 07.58 GMT") == "Dan Price");
    CHECK(authors("By JANE DOE\nHarbour Times Staff Writer") == "JANE DOE [Harbour Times Staff Writer/]");
    CHECK(authors("ČTK\nJana Nováková\n21. 11. 2026") == "ČTK [/ČTK]|Jana Nováková");
    CHECK(authors("By Jane Doe jane@example.org") == "Jane Doe");
    CHECK(authors("Jane Doe Europe correspondent\n20 November 2026") == "Jane Doe [Europe correspondent/]");
    CHECK(authors("By Jane Doe and John Roe, g1 Vale do Sul and Region") == "Jane Doe|John Roe [/g1 Vale do Sul]");
    CHECK(authors("By Jane ForsterTravel News Reporter") == "Jane Forster [Travel News Reporter/]");
    CHECK(authors("By Jane McDonald Reporter") == "Jane McDonald [Reporter/]");
    CHECK(authors("By Jane Doe @janedoe") == "Jane Doe");
    CHECK(authors("By Jane Doe (AP)") == "Jane Doe [/AP]");
    CHECK(authors("By Jane Doe (AP) and John Roe (Reuters)") == "Jane Doe [/AP]|John Roe [/Reuters]");
    CHECK(authors("By Jane Doe (Staff Writer)") == "Jane Doe [Staff Writer/]");
    CHECK(authors("By Jane Doe (she/her)") == "Jane Doe");
    CHECK(authors("By Jane Doe in Budapest and John Roe") == "Jane Doe|John Roe");
    CHECK(authors("By Jane Doe in London and John Roe in Paris") == "Jane Doe|John Roe");
    CHECK(authors("By Associated Press12:20pm Jan 7, 2024") == "Associated Press [/Associated Press]");
}

TEST_CASE("Korean reporters share the title behind the last of them") {
    CHECK(korean_authors("박준석·김영희 기자") == "박준석 [기자/]|김영희 [기자/]");
    CHECK(korean_authors("박준석 기자·김영희 특파원") == "박준석 [기자/]|김영희 [특파원/]");
    CHECK(korean_authors("김민수 이지은 선임 기자 외 2명") == "김민수 [선임 기자/]|이지은 [선임 기자/]");
    CHECK(korean_authors("한국일보 박준석 기자 kim@news.example") == "박준석 [기자/한국일보]");
    CHECK(korean_authors("세종=박준석 기자") == "박준석 [기자/]");
    CHECK(korean_authors("새로운 정책 발표").empty());
}

TEST_CASE("lines that only begin like a byline give no author") {
    CHECK(authors("By-election l January 2, 2026 was a long day") == "");
    CHECK(authors("By and large the plan is a good one, the mayor said on Monday.") == "");
    CHECK(authors("Saturday 20 November") == "");
    CHECK(authors("PAR HOLDINGS <PRX> GETS APPROVAL FOR QUAY") == "");
    CHECK(authors("Budget vote (second reading)") == "");
    CHECK(authors("Jane Doe (second from left) at the council's meeting") == "");
}

TEST_CASE("a credit line names contributors with their roles") {
    const test::Reading reading = test::read(
        "Mine reopens after ten years\n\nPERTH, Jan 5 (Reuters) - A gold mine reopened on Monday, its owner said in a statement to the exchange.\n\n"
        "It had been closed since the price fell, and employs four hundred people in the town nearby.\n\n"
        "(Reporting by Ann Lee; Editing by Tom Ray)\n");
    REQUIRE(reading.document);
    REQUIRE(reading.document->meta.contributors.size() == 2);
    CHECK(reading.document->meta.contributors[0].value == Contributor{.name = "Ann Lee", .role = "writer"});
    CHECK(reading.document->meta.contributors[1].value == Contributor{.name = "Tom Ray", .role = "editor"});
    CHECK(reading.document->body.size() == 2);
    CHECK(iso_date(reading.document->meta.datelines.front().value.date->value) == "--01-05");
}

namespace {

/// What a last line says of who had a part: "name [affiliation] role", with "|" between them; nothing when it is text.
std::string credits(const std::string& line) {
    const test::Reading reading = test::read(
        "Mine reopens after ten years\n\nPERTH, Jan 5 (Reuters) - A gold mine reopened on Monday, its owner said in a statement to the exchange.\n\n"
        "It had been closed since the price fell, and employs four hundred people in the town nearby.\n\n" +
        line + "\n");
    REQUIRE(reading.document);
    if (reading.document->body.size() != 2) {
        return "text";
    }
    std::string text;
    for (const auto& person : reading.document->meta.contributors) {
        text +=
            (text.empty() ? "" : "|") + person.value.name + " [" + person.value.affiliation + "] " + person.value.role;
    }
    return text;
}

}  // namespace

TEST_CASE("credits without brackets, and those whose role stands behind the names") {
    CHECK(credits("Additional reporting by Ann Lee in Warsaw") == "Ann Lee [] writer");
    CHECK(credits("(Reporting by Ann Lee, editing by Tom Ray)") == "Ann Lee [] writer|Tom Ray [] editor");
    CHECK(credits("Reporting by Ann Lee; Editing by Tom Ray.") == "Ann Lee [] writer|Tom Ray [] editor");
    CHECK(credits("Associated Press writers Ann Lee and Tom Ray contributed to this report.") ==
          "Ann Lee [AP] writer|Tom Ray [AP] writer");
    CHECK(credits("— Ann Lee in Paris contributed reporting.") == "Ann Lee [] writer");
    CHECK(credits("The Associated Press contributed to this report.") ==
          "The Associated Press [Associated Press] writer");
    CHECK(credits("With files from The Canadian Press") == "The Canadian Press [Canadian Press] writer");
    for (const char* line :
         {"Smoke from the mine contributed to this report of the council's, she said.",
          "Experts from six countries contributed to this report.", "Reporting by the mine's owner is due in March."}) {
        INFO(line);
        CHECK(credits(line) == "text");
    }
}

TEST_CASE("Chinese credits name contributors, in any bracket, on a line of their own or behind the last sentence") {
    const std::string text =
        "高雄港新貨櫃中心啟用\n\n（中央社記者林建宏高雄15日電）高雄港第八貨櫃中心今天正式啟用，港務公司表示，完工後年吞吐量可望達450萬標準箱。\n\n"
        "港務公司董事長陳志遠表示，新碼頭全面採用電動機具，預計每年減碳2萬噸。";
    const auto contributors = [&](const std::string& end) {
        const auto reading = test::read(text + end + "\n");
        REQUIRE(reading.document);
        CHECK(reading.document->body.size() == 2);
        std::string names;
        for (const auto& contributor : reading.document->meta.contributors) {
            names += (names.empty() ? "" : "|") + contributor.value.name + " [" + contributor.value.role + "]";
        }
        return names;
    };
    CHECK(contributors("（編輯：王淑芬）1151115") == "王淑芬 [editor]");
    CHECK(contributors("\n\n（编辑：严玉洁 王辉）") == "严玉洁 [editor]|王辉 [editor]");
    CHECK(contributors("\n\n【责任编辑：严玉洁】") == "严玉洁 [editor]");
    CHECK(contributors("（参与记者：张伟、刘洋）") == "张伟 [writer]|刘洋 [writer]");
}

TEST_CASE("a Chinese paper's reporters on a line of their own are authors") {
    const std::string body =
        "22日，一艘载有84名乘客的渡轮当日上午在盐港外搁浅，无人受伤。海事局通报称，所有乘客已乘救助艇上岸。\n\n"
        "“所有乘客已乘救助艇上岸。”海事局副局长李强在接受采访时说道，事故原因正在调查之中。\n";
    const auto names = [&](const std::string& line, bool at_end) {
        const test::Reading reading = test::read(at_end ? "盐港外一渡轮搁浅\n\n" + body + "\n" + line + "\n"
                                                        : "盐港外一渡轮搁浅\n\n" + line + "\n\n" + body);
        REQUIRE(reading.document);
        std::string all;
        for (const auto& byline : reading.document->meta.bylines) {
            for (const auto& author : byline.value.contributors) {
                all += (all.empty() ? "" : "|") + author.value.name;
            }
        }
        return all;
    };
    for (const bool at_end : {false, true}) {
        CAPTURE(at_end);
        CHECK(names("本报记者 王小明", at_end) == "王小明");
        CHECK(names("■本报记者 贾 丽", at_end) == "贾丽");
        CHECK(names("海港新闻记者 王小明 综合报道", at_end) == "王小明");
        CHECK(names("新华社记者王明 李小强", at_end) == "王明|李小强");
        CHECK(names("海港晚报、盐城客户端记者李高报道", at_end) == "李高");
        CHECK(names("文 | 《海港》记者 王小明", at_end) == "王小明");
        CHECK(names("女记者被打", at_end).empty());
        CHECK(names("外国记者眼中的盐港", at_end).empty());
        CHECK(names("目前，海港晚报记者尚未获得其他消息", at_end).empty());
    }
}

TEST_CASE("ideographs alone near a date are an author only when they begin with a family name") {
    const auto author = [](const std::string& line) {
        return authors_of(
            "港湾の新しい埠頭が完成\n" + line +
            "\n2026年1月14日 20:00\n\n港湾局は新しい埠頭の工事が終わったと発表した。来月から使われる予定だという。\n\n"
            "関係者は「待ち望んだ埠頭だ」と話している。式典は来週開かれる見通しとなっている。\n");
    };
    CHECK(author("山田太郎") == "山田太郎");
    CHECK(author("林健太郎") == "林健太郎");
    CHECK(author("王小明") == "王小明");
    CHECK(author("大渡 美咲") == "大渡 美咲");
    CHECK(author("港湾機関").empty());
    CHECK(author("点击加载更多").empty());
    CHECK(author("メールで送る").empty());
}

TEST_CASE("a colon of full width stands behind a label") {
    const auto reading = test::read(
        "港湾の新しい埠頭が完成\n公開日：2026/01/31 11:30　更新日：2026/01/31 12:30\n\n港湾局は新しい埠頭の工事が終わったと発表した。来月から使われる予定だという。\n\n"
        "関係者は「待ち望んだ埠頭だ」と話している。式典は来週開かれる見通しとなっている。\n");
    REQUIRE(reading.document);
    REQUIRE(reading.document->meta.dates.content_created);
    CHECK(iso_date(reading.document->meta.dates.content_created->value) == "2026-01-31T11:30");
}

TEST_CASE("a date without a year takes the reference date's, and says it was inferred") {
    const test::Reading reading = test::read(
        "Mine reopens after ten years\n\nPERTH, Dec 30 (Reuters) - A gold mine reopened on Monday, its owner said in a statement.\n",
        {{"reference-date", "2026-01-02"}});
    REQUIRE(reading.document);
    CHECK(iso_date(reading.document->meta.dates.content_created->value) == "2025-12-30");
    CHECK(reading.document->meta.dates.content_created->method == Method::inferred);
    const test::Reading refused = test::read("Text.\n", {{"reference-date", "yesterday"}});
    REQUIRE_FALSE(refused.document);
    CHECK(refused.document.error().code == "option.bad-value");
}
