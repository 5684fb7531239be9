// The components of NewsML 1 as agencies nest them: what is text, what is a caption, what says the same again.

#include "galley/plain_text.h"
#include "tests/unit/newsml/news_bench.h"

#include <catch2/catch.hpp>

#include <string>
#include <string_view>

namespace galley::test {
namespace {

std::string item(std::string_view components) {
    return R"(<NewsML Version="1.2"><NewsItem><Identification><NewsIdentifier><ProviderId>example.org</ProviderId><DateId>20260102</DateId>
<NewsItemId>quay</NewsItemId><RevisionId PreviousRevision="0" Update="N">1</RevisionId><PublicIdentifier>urn:newsml:example.org:20260102:quay:1</PublicIdentifier>
</NewsIdentifier></Identification><NewsManagement><NewsItemType FormalName="News"/><FirstCreated>20260102T100000Z</FirstCreated>
<ThisRevisionCreated>20260102T100000Z</ThisRevisionCreated><Status FormalName="Usable"/></NewsManagement>)" +
           std::string(components) + "</NewsItem></NewsML>";
}

std::string text_component(std::string_view role, std::string_view text, std::string_view attributes = {}) {
    return "<NewsComponent " + std::string(attributes) + "><Role FormalName=\"" + std::string(role) +
           "\"/><ContentItem><Format FormalName=\"Text\"/><DataContent>" + std::string(text) +
           "</DataContent></ContentItem></NewsComponent>";
}

std::string picture(std::string_view role, std::string_view href, std::string_view size) {
    return "<NewsComponent><Role FormalName=\"" + std::string(role) + "\"/><ContentItem Href=\"" + std::string(href) +
           "\"><MediaType FormalName=\"Photo\"/><Format FormalName=\"JPG\"/><Characteristics><SizeInBytes>" +
           std::string(size) + "</SizeInBytes></Characteristics></ContentItem></NewsComponent>";
}

std::vector<std::string> words_of(const Blocks& blocks) {
    std::vector<std::string> words;
    for (const Block& block : blocks) {
        words.push_back(plain_text(block));
    }
    return words;
}

Document read_one(NewsBench& bench, const std::string& components) {
    auto [documents, said] = bench.read(item(components), "newsml-1");
    CHECK(said.empty());
    REQUIRE(documents.size() == 1);
    return std::move(documents.front());
}

TEST_CASE("a picture's caption, credit and renditions make one figure, where the text refers to it", "[newsml1]") {
    NewsBench bench;
    const Document read = read_one(
        bench,
        "<NewsComponent><NewsLines><HeadLine>Quay opens</HeadLine></NewsLines>" +
            text_component(
                "Main",
                "<p>Boats came.</p><media media-type=\"image\"><media-reference data-location=\"#photo0\"/></media><p>It rained.</p>") +
            "<NewsComponent Duid=\"photo0\"><NewsLines><HeadLine>The quay at noon</HeadLine><ByLine>A. Lima</ByLine><CreditLine>Example Press</CreditLine></NewsLines>" +
            text_component("Caption", "<p>The quay, seen from the <b>mole</b></p>") +
            picture("Thumbnail", "small.jpg", "100") + picture("HighDef", "large.jpg", "90000") +
            picture("Quicklook", "middle.jpg", "5000") + "</NewsComponent>" +
            "<NewsComponent Duid=\"photo1\"><NewsLines><HeadLine>Another view</HeadLine></NewsLines>" +
            picture("HighDef", "other.png", "7") + "</NewsComponent></NewsComponent>");
    REQUIRE(words_of(read.body) ==
            std::vector<std::string>{"Boats came.", "The quay, seen from the mole", "It rained.", "Another view"});
    const auto& figure = std::get<Figure>(read.body[1].node);
    CHECK(figure.credit == "A. Lima, Example Press");
    CHECK(figure.alternative == "The quay at noon");
    REQUIRE(read.resources.size() == 2);
    CHECK(figure.resource == read.resources[0].id);
    CHECK(read.resources[0].href == "large.jpg");
    CHECK(read.resources[0].media_type == "image/jpeg");
    CHECK(read.resources[1].href == "other.png");
    // The photographer did not write the story.
    CHECK(read.meta.bylines.empty());
    CHECK(read.meta.headlines.size() == 1);
    for (const std::string_view format : {"newsml-g2", "nitf"}) {
        const auto written = bench.write(read, {}, format);
        const auto again = bench.read(written.bytes, format);
        REQUIRE(again.documents.size() == 1);
        CHECK(words_of(again.documents[0].body) == words_of(read.body));
    }
}

TEST_CASE("an item of a picture alone is a figure with its caption", "[newsml1]") {
    NewsBench bench;
    const Document read = read_one(
        bench, "<NewsComponent><NewsLines><HeadLine>Quay opens</HeadLine><ByLine>A. Lima</ByLine></NewsLines>" +
                   text_component("Caption", "<p>The quay</p><p>at noon</p>") + picture("Main", "a.jpg", "9") +
                   picture("Preview", "b.jpg", "99") + "</NewsComponent>");
    REQUIRE(words_of(read.body) == std::vector<std::string>{"The quay at noon"});
    CHECK(read.resources.front().href == "a.jpg");
    CHECK(read.meta.headlines.size() == 1);
    CHECK(read.meta.bylines.size() == 1);
    const Document silent =
        read_one(bench, "<NewsComponent>" + text_component("Caption", "The quay") + "</NewsComponent>");
    CHECK(words_of(silent.body) == std::vector<std::string>{"The quay"});
}

TEST_CASE("lead and body, each in a component, are one text; titles are headlines", "[newsml1]") {
    NewsBench bench;
    const Document read = read_one(
        bench,
        "<NewsComponent>" + text_component("HeadLine", "<html><body><p>Quay opens</p></body></html>") +
            text_component("SubHeadLine", "After nine years") + text_component("TweetText", "Quay opens") +
            text_component("Abstract", "A quay is open.") + text_component("Contact", "Ask Ana Lima.") +
            text_component("Lead", "The harbour's quay is open.") +
            text_component("Body", "Boats came.\nIt rained all day.") + text_component("StyleSheet", "") +
            "<NewsComponent><ContentItem><Format FormalName=\"CSS\"/><DataContent>p { margin: 0 }</DataContent></ContentItem></NewsComponent></NewsComponent>");
    CHECK(words_of(read.body) == std::vector<std::string>{"The harbour's quay is open.", "Boats came.",
                                                          "It rained all day.", "Ask Ana Lima."});
    REQUIRE(read.meta.headlines.size() == 2);
    CHECK(read.meta.headlines[0].value.text == "Quay opens");
    CHECK(read.meta.headlines[1].value.role == HeadlineRole::deck);
    CHECK(read.meta.summary->value == "A quay is open.");
}

TEST_CASE("of texts that stand for each other the longest is read, and others are told of", "[newsml1]") {
    NewsBench bench;
    const std::string forms = "<NewsComponent EquivalentsList=\"yes\">" +
                              text_component("Main", "Boats came, and it rained all day.") +
                              text_component("Short", "Boats came early this year.") + "</NewsComponent>";
    const auto [documents, said] = bench.read(item(forms), "newsml-1");
    REQUIRE(documents.size() == 1);
    CHECK(words_of(documents[0].body) == std::vector<std::string>{"Boats came, and it rained all day."});
    CHECK(find_code(said, "newsml1.other-text") != nullptr);
    const auto [languages, about] = bench.read(
        item("<NewsComponent>" + text_component("Body", "Un quai est ouvert.", "xml:lang=\"fr\"") +
             text_component("Body", "A quay is open, after nine years.", "xml:lang=\"en\"") + "</NewsComponent>"),
        "newsml-1");
    REQUIRE(languages.size() == 1);
    CHECK(words_of(languages[0].body) == std::vector<std::string>{"A quay is open, after nine years."});
    CHECK(languages[0].meta.language->value == "en");
    CHECK(find_code(about, "newsml1.other-text") != nullptr);
    // A body that begins with the lead, and the same text in another format, say nothing new.
    const Document repeated = read_one(
        bench,
        "<NewsComponent>" + text_component("Lead", "Boats came.") + text_component("Body", "Boats came. It rained.") +
            "<NewsComponent><ContentItem><DataContent>It rained. Boats came.</DataContent></ContentItem></NewsComponent></NewsComponent>");
    CHECK(words_of(repeated.body) == std::vector<std::string>{"Boats came. It rained."});
}

TEST_CASE("texts whose languages only their metadata tell are not run together", "[newsml1]") {
    NewsBench bench;
    const auto in_language = [](std::string_view language, std::string_view text) {
        return "<NewsComponent><DescriptiveMetadata><Language FormalName=\"" + std::string(language) +
               "\"/></DescriptiveMetadata>" + text_component("Body", text) + "</NewsComponent>";
    };
    const auto [documents, said] =
        bench.read(item("<NewsComponent>" + in_language("fr", "Un quai est ouvert.") +
                        in_language("en", "A quay is open, after nine years.") + "</NewsComponent>"),
                   "newsml-1");
    REQUIRE(documents.size() == 1);
    CHECK(words_of(documents[0].body) == std::vector<std::string>{"A quay is open, after nine years."});
    CHECK(documents[0].meta.language->value == "en");
    CHECK(find_code(said, "newsml1.other-text") != nullptr);
}

TEST_CASE("texts that name one language more or less exactly, or not at all, are one story", "[newsml1]") {
    NewsBench bench;
    const Document read =
        read_one(bench, "<NewsComponent>" + text_component("Lead", "The quay is open.", "xml:lang=\"EN\"") +
                            text_component("Body", "Boats came, and it rained.", "xml:lang=\"en-GB\"") +
                            text_component("Body", "Nobody minded.") + "</NewsComponent>");
    CHECK(words_of(read.body) ==
          std::vector<std::string>{"The quay is open.", "Boats came, and it rained.", "Nobody minded."});
}

TEST_CASE("HTML that stands in an item of NewsML 1 as text is read as HTML", "[newsml1]") {
    NewsBench bench;
    for (const std::string_view type :
         {"<MimeType FormalName=\"text/html\"/>", "<MediaType FormalName=\"HTML\"/>", ""}) {
        const Document read = read_one(
            bench,
            "<NewsComponent><ContentItem>" + std::string(type) +
                "<DataContent>&lt;P>Boats &amp;amp; ships&lt;/P>&lt;UL>&lt;LI>one&lt;/UL>&lt;P>came.&lt;/P></DataContent>"
                "</ContentItem><ContentItem Href=\"plan.pdf\"/><ContentItem Href=\"talk.mp3\"/></NewsComponent>");
        CHECK(words_of(read.body) == std::vector<std::string>{"Boats & ships", "one", "came.", ""});
        CHECK(std::holds_alternative<List>(read.body[1].node));
        REQUIRE(read.meta.links.size() == 1);
        CHECK(read.meta.links[0].value.href == "plan.pdf");
        CHECK(read.resources.front().media_type == "audio/mpeg");
    }
}

TEST_CASE("other markup that stands there as text is text", "[newsml1]") {
    NewsBench bench;
    const Document read = read_one(
        bench,
        "<NewsComponent><ContentItem><DataContent>&lt;Result>&lt;Home>3&lt;/Home>&lt;/Result></DataContent></ContentItem></NewsComponent>");
    CHECK(words_of(read.body) == std::vector<std::string>{"<Result><Home>3</Home></Result>"});
}

TEST_CASE("items that a package of NewsML 1 names are links with their headlines", "[newsml1]") {
    NewsBench bench;
    const Document read = read_one(
        bench,
        "<NewsComponent><NewsComponent><NewsLines><HeadLine>Quay opens</HeadLine></NewsLines><NewsItemRef NewsItem=\"quay.xml\"/></NewsComponent>"
        "<NewsComponent><NewsLines><HeadLine>Boats come</HeadLine></NewsLines><NewsItemRef NewsItem=\"boats.xml\"/></NewsComponent></NewsComponent>");
    REQUIRE(read.meta.links.size() == 2);
    CHECK(read.meta.links[1].value.href == "boats.xml");
    CHECK(read.meta.links[1].value.title == "Boats come");
    CHECK(read.meta.headlines.empty());
}

}  // namespace
}  // namespace galley::test
