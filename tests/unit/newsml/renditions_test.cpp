// Items that hold their text several times: which one is read, and what becomes of the others.

#include "galley/plain_text.h"
#include "tests/unit/newsml/news_bench.h"

#include <catch2/catch.hpp>

#include <string>
#include <string_view>

namespace galley::test {
namespace {

std::string item(std::string_view content) {
    return "<newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\" standard=\"NewsML-G2\" standardversion=\"2.35\" conformance=\"power\" "
           "guid=\"urn:newsml:example.org:20260102:quay\" xml:lang=\"en\">\n"
           "<catalogRef href=\"http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml\"/>\n"
           "<itemMeta><itemClass qcode=\"ninat:text\"/><provider><name>Example Press</name></provider><versionCreated>2026-01-02T10:00:00Z</versionCreated>"
           "<pubStatus qcode=\"stat:usable\"/></itemMeta>\n<contentMeta><urgency>4</urgency><language tag=\"en\"/><headline>Quay</headline></contentMeta>\n"
           "<contentSet>" +
           std::string(content) + "</contentSet></newsItem>\n";
}

constexpr std::string_view plain = "<inlineData contenttype=\"text/plain\">Plain words.</inlineData>";
constexpr std::string_view html = "<inlineData contenttype=\"text/html\">&lt;p>HTML words.&lt;/p></inlineData>";
constexpr std::string_view xhtml =
    "<inlineXML contenttype=\"application/xhtml+xml\"><html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>Quay</title></head>"
    "<body><p>XHTML words.</p></body></html></inlineXML>";
constexpr std::string_view nitf =
    "<inlineXML contenttype=\"application/nitf+xml\"><nitf xmlns=\"http://iptc.org/std/NITF/2006-10-18/\"><body><body.content>"
    "<p>NITF words.</p></body.content></body></nitf></inlineXML>";
constexpr std::string_view picture = "<remoteContent contenttype=\"image/jpeg\" href=\"http://example.org/quay.jpg\"/>";

TEST_CASE("of several texts the first that is XML is read, else HTML, and told", "[newsml][reader]") {
    NewsBench bench;
    const struct {
        std::string content;
        std::string_view words;
    } sets[] = {{std::string(plain) + std::string(xhtml) + std::string(nitf), "XHTML words."},
                {std::string(nitf) + std::string(xhtml) + std::string(picture), "NITF words."},
                {std::string(plain) + std::string(html), "HTML words."},
                {"<inlineXML contenttype=\"application/nitf+xml\"/>" + std::string(plain) + std::string(html) +
                     std::string(plain),
                 "HTML words."}};
    for (const auto& [content, words] : sets) {
        const auto [documents, said] = bench.read(item(content));
        REQUIRE(documents.size() == 1);
        REQUIRE(!documents[0].body.empty());
        CHECK(plain_text(documents[0].body[0]) == words);
        const Diagnostic* told = find_code(said, "newsml.other-rendition");
        REQUIRE(told != nullptr);
        CHECK(told->where.line == 5);
    }
    for (const std::string_view content : {plain, html, nitf}) {
        CHECK(find_code(bench.read(item(std::string(content) + std::string(picture))).said, "newsml.other-rendition") ==
              nullptr);
    }
}

TEST_CASE("the other texts are written again until the text is changed", "[newsml][writer]") {
    NewsBench bench;
    const std::string before = item(std::string(nitf) + std::string(plain) + std::string(html) + std::string(picture));
    auto [documents, said] = bench.read(before);
    REQUIRE(documents.size() == 1);
    CHECK(bench.write(documents[0]).bytes.ends_with(before));
    documents[0].meta.headlines.assign(1, Headline{.text = "Quay opens"});
    const std::string other_headline = bench.write(documents[0]).bytes;
    for (const std::string_view kept : {"Plain words.", "HTML words.", "NITF words.", "quay.jpg", "Quay opens"}) {
        CHECK(other_headline.find(kept) != std::string::npos);
    }
    documents[0].body.emplace_back(Paragraph{.content = {Text{"More."}}});
    const std::string longer = bench.write(documents[0]).bytes;
    CHECK(longer.find("NITF words.") != std::string::npos);
    CHECK(longer.find("More.") != std::string::npos);
    CHECK(longer.find("quay.jpg") != std::string::npos);
    CHECK(longer.find("Plain words.") == std::string::npos);
    CHECK(longer.find("HTML words.") == std::string::npos);
}

TEST_CASE("HTML that stands in inlineData is linted as what stands in inlineXML", "[newsml][lint]") {
    NewsBench bench;
    CHECK(bench.validate(item(html)).empty());
    CHECK(
        bench
            .validate(item(
                "<inlineData contenttype=\"text/html\">&lt;html>&lt;head>&lt;title>T&lt;/title>&lt;/head>&lt;body>&lt;article>&lt;h2>a&lt;/h2>&lt;ul>&lt;li>b&lt;"
                "/ul>&lt;p>c&lt;br>d&lt;/article>&lt;/body>&lt;/html></inlineData>"))
            .empty());
    for (const std::string_view faulty :
         {"&lt;p>a&lt;quay>b&lt;/quay>&lt;/p>", "&lt;ul>loose&lt;/ul>", "&lt;a href='#b'>a&lt;img>&lt;/a>"}) {
        const Diagnostics said = bench.validate(
            item("<inlineData contenttype=\"text/html; charset=utf-8\">" + std::string(faulty) + "</inlineData>"));
        const Diagnostic* told = find_code(said, "newsml.inner");
        INFO(faulty);
        REQUIRE(told != nullptr);
        CHECK(told->where.line == 5);
    }
    // What is encoded, or plain text, is no HTML.
    CHECK(find_code(bench.validate(item("<inlineData contenttype=\"text/plain\">&lt;quay></inlineData>")),
                    "newsml.inner") == nullptr);
    std::string deep;
    for (int level = 0; level < 200; ++level) {
        deep += "&lt;div>";
    }
    CHECK(find_code(bench.validate(item("<inlineData contenttype=\"text/html\">" + deep + "</inlineData>")),
                    "newsml.inner") != nullptr);
}

}  // namespace
}  // namespace galley::test
