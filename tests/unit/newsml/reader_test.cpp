#include "galley/plain_text.h"
#include "tests/support/generate_document.h"
#include "tests/unit/newsml/news_bench.h"

#include <catch2/catch.hpp>

namespace galley::test {
namespace {

constexpr std::string_view item = R"(<?xml version="1.0" encoding="UTF-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" xmlns:x="urn:x" standard="NewsML-G2" standardversion="2.30" conformance="power" guid="urn:newsml:example.org:20260102:quay" version="3" xml:lang="he" dir="rtl" x:own="1">
  <catalogRef href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml"/>
  <rightsInfo><copyrightHolder uri="http://example.org/"><name>Example Press</name></copyrightHolder><copyrightNotice>(c) Example</copyrightNotice></rightsInfo>
  <itemMeta>
    <itemClass qcode="ninat:text"/>
    <provider uri="http://example.org/"><name>Example Press</name></provider>
    <versionCreated>2026-01-02T10:00:00-05:00</versionCreated>
    <embargoed/>
    <pubStatus qcode="stat:withheld"/>
    <service><name>domestic</name></service>
    <edNote role="ednoterole:x">Mind the embargo</edNote>
    <signal qcode="sig:correction"/>
    <link rel="irel:seeAlso" href="http://example.org/2?a=1&amp;b=2" contenttype="text/html"/>
  </itemMeta>
  <contentMeta>
    <urgency>2</urgency>
    <contentCreated>2026-01</contentCreated>
    <located><name>Halifax</name><broader rank="1"><name>Nova Scotia</name></broader><broader type="cptype:country"><name>Canada</name></broader></located>
    <infoSource literal="radio"/>
    <creator type="cpnat:person" how="howextr:tool" why="why:inferred"><name>Ana Lima</name></creator>
    <altId type="cpnat:x">77</altId>
    <genre qcode="genre:Feature"/>
    <keyword>harbour</keyword>
    <subject qcode="medtop:04000000" confidence="40"><name xml:lang="en">economy</name><name xml:lang="de">Wirtschaft</name></subject>
    <slugline separator="/">quay/opening</slugline>
    <headline>Quay opens</headline>
    <headline role="x:short">Quay</headline>
    <dateline>HALIFAX</dateline>
    <by>By Ana Lima</by>
    <creditline>Example</creditline>
    <description role="drol:summary">A quay.</description>
  </contentMeta>
  <assert qcode="medtop:04000000"><name>economy</name></assert>
  <contentSet>
    <inlineXML contenttype="application/nitf+xml"><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body><body.head><hedline><hl1>Quay opens</hl1><hl2>After years</hl2></hedline></body.head>
      <body.content><block><p lede="true">The <em class="bold">quay</em> at <location>Halifax</location>
        opened<br/>at <money unit="CAD">$3</money>.</p>
        <hl2>Later</hl2><ul><li>One</li><li><p>Two</p><p>Three</p></li></ul>
        <table><tr><th colspan="2">A</th></tr><tr><td>B</td><td align="right">C</td></tr></table>
        <media media-type="image"><media-reference source="q.jpg" mime-type="image/jpeg" alternate-text="a quay"/><media-caption>The quay</media-caption><media-producer>A. Lima</media-producer></media>
        <bq><block><p>It is open</p></block><credit>The mayor</credit></bq><pre>1  2
3  4</pre><hr/></block></body.content>
      <body.end><tagline>Edited by B</tagline></body.end></body></nitf></inlineXML>
  </contentSet>
</newsItem>
)";

TEST_CASE("a newsItem is read into the model", "[newsml][reader]") {
    NewsBench bench;
    const auto [documents, said] = bench.read(item);
    REQUIRE(documents.size() == 1);
    CHECK(said.empty());
    const Document& document = documents[0];
    const Metadata& meta = document.meta;
    CHECK(document.identity.guid->value == "urn:newsml:example.org:20260102:quay");
    CHECK(document.identity.version->value == 3);
    CHECK(document.identity.alternatives[0].value.value == "77");
    CHECK(meta.language->value == "he");
    CHECK(meta.direction == Direction::right_to_left);
    CHECK(meta.rights[0].value.holder == "Example Press");
    CHECK(meta.provider->value.uri == "http://example.org/");
    CHECK(meta.dates.version_created->value.offset == std::int16_t{-300});
    CHECK(meta.dates.content_created->value.month == std::uint8_t{1});
    CHECK_FALSE(meta.dates.content_created->value.day);
    CHECK(meta.embargo->value.until.empty());
    CHECK(meta.status->value == PublicationStatus::withheld);
    CHECK(meta.notes[0].value.text == "Mind the embargo");
    CHECK(meta.signals[0].value.qcode == "sig:correction");
    CHECK(meta.links[0].value.href == "http://example.org/2?a=1&b=2");
    CHECK(meta.urgency->value == 2);
    REQUIRE(meta.datelines.size() == 1);
    CHECK(meta.datelines[0].raw == "HALIFAX");
    CHECK(meta.datelines[0].value.places[0].value == Place{"Halifax", "Nova Scotia", "Canada"});
    CHECK(meta.information_sources[0].value.name == "radio");
    REQUIRE(meta.bylines.size() == 1);
    CHECK(meta.bylines[0].raw == "By Ana Lima");
    CHECK(meta.bylines[0].value.contributors[0].value.kind == ContributorKind::person);
    CHECK(meta.bylines[0].value.contributors[0].method == Method::inferred);
    CHECK(meta.subjects[0].confidence == 40);
    CHECK(meta.slugline->value == Slugline{"quay/opening", "/"});
    REQUIRE(meta.headlines.size() == 3);
    CHECK(meta.headlines[0].value == Headline{HeadlineRole::main, "Quay opens"});
    CHECK(meta.headlines[2].value == Headline{HeadlineRole::deck, "After years"});
    CHECK(meta.summary->value == "A quay.");
    REQUIRE(document.body.size() == 9);
    CHECK(std::get<Paragraph>(document.body[0].node).lead);
    CHECK(plain_text(document.body[0]) == "The quay at Halifax opened\nat $3.");
    CHECK(std::get<List>(document.body[2].node).items[1].size() == 2);
    CHECK(std::get<Table>(document.body[3].node).rows[0][0].columns == 2);
    CHECK(std::get<Figure>(document.body[4].node).credit == "A. Lima");
    CHECK(document.resources[0].href == "q.jpg");
    CHECK(plain_text(std::get<Quote>(document.body[5].node).attribution) == "The mayor");
    CHECK(std::get<Preformatted>(document.body[6].node).utf8 == "1  2\n3  4");
    CHECK(std::get<Note>(document.body[8].node).role == "tagline");
    CHECK(document.source.sha256 == sha256(item));
}

TEST_CASE("an item written again is the same but for what was changed", "[newsml][reader]") {
    NewsBench bench;
    auto [documents, said] = bench.read(item);
    REQUIRE(documents.size() == 1);
    const std::string same = bench.write(documents[0]).bytes;
    const std::string_view inner = item.substr(item.find("  <catalogRef"));
    CHECK(same.substr(same.find("  <catalogRef")) == inner);
    documents[0].meta.headlines[0].value.text = "Quay closes";
    documents[0].identity.version = std::uint32_t{4};
    const std::string changed = bench.write(documents[0]).bytes;
    CHECK(changed.find("version=\"4\"") != std::string::npos);
    CHECK(changed.find("<headline>Quay closes</headline>") != std::string::npos);
    CHECK(changed.find("Wirtschaft") != std::string::npos);
    CHECK(changed.find("<service>") < changed.find("<edNote"));
}

TEST_CASE("every item of a message is read, and items that are no stories are named", "[newsml][reader]") {
    NewsBench bench;
    const std::string one(item.substr(item.find("<newsItem")));
    std::string message =
        "<newsMessage "
        "xmlns=\"http://iptc.org/std/nar/2006-10-01/\"><header><sent>2026-01-02T10:00:00Z</sent></header><itemSet>" +
        one;
    message += "<conceptItem/>" + one + "</itemSet></newsMessage>";
    const auto [documents, said] = bench.read(message);
    REQUIRE(documents.size() == 2);
    CHECK(documents[0].source.extent->size() == documents[0].source.size);
    CHECK(message.substr(documents[1].source.extent->begin, 9) == "<newsItem");
    CHECK(find_code(said, "newsml.no-story") != nullptr);
    CHECK(find_code(bench.read("<conceptItem xmlns='http://iptc.org/std/nar/2006-10-01/'/>").said, "newsml.no-story") !=
          nullptr);
}

TEST_CASE("an item that nobody changed is written as it stood, byte for byte", "[newsml][reader]") {
    NewsBench bench;
    const std::string own =
        R"(<nar:newsItem guid="urn:x:y" standard="NewsML-G2" standardversion="2.35"
    conformance="power"><nar:catalogRef href='http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml'/>
  <!-- kept --><nar:itemMeta><nar:itemClass qcode="ninat:text"/><nar:provider><nar:name>A &amp; B</nar:name></nar:provider>
  <nar:versionCreated>2026-01-02T10:00:00Z</nar:versionCreated><own:x own:kind="own:y"/></nar:itemMeta>
  <nar:contentMeta><nar:headline><![CDATA[A < B]]></nar:headline></nar:contentMeta></nar:newsItem>)";
    const std::string spaces = R"( xmlns:nar="http://iptc.org/std/nar/2006-10-01/" xmlns:own="urn:own")";
    const std::string declared = "<nar:newsItem" + spaces + own.substr(std::string_view("<nar:newsItem").size());
    const std::string prolog = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    const auto alone = bench.read(prolog + declared);
    REQUIRE(alone.documents.size() == 1);
    CHECK(bench.write(alone.documents[0]).bytes == prolog + declared + "\n");
    const auto in_message = bench.read("<nar:newsMessage" + spaces + "><nar:header/><nar:itemSet>" + own +
                                       "</nar:itemSet></nar:newsMessage>");
    REQUIRE(in_message.documents.size() == 1);
    CHECK(bench.write(in_message.documents[0]).bytes == prolog + declared + "\n");

    Document changed = alone.documents[0];
    changed.meta.headlines[0].value.text = "New";
    const std::string written = bench.write(changed).bytes;
    CHECK(written.find("<nar:headline>New</nar:headline>") != std::string::npos);
    CHECK(written.find("<own:x own:kind=\"own:y\"/>") != std::string::npos);

    Document dressed = alone.documents[0];
    dressed.extra[0].value.insert(0, "<?xml version='1.0'?><!DOCTYPE x SYSTEM 'y.dtd'>");
    dressed.extra[0].value.replace(dressed.extra[0].value.find("&amp;"), 5, "&nbsp;");
    dressed.meta.provider = Provider{.name = "A \u00A0 B"};
    CHECK(bench.write(dressed).bytes.find("&nbsp;") == std::string::npos);
    CHECK(bench.write(dressed).bytes.find("DOCTYPE") == std::string::npos);
}

TEST_CASE("XHTML, loose text and plain text become paragraphs", "[newsml][reader]") {
    NewsBench bench;
    const std::string head = R"(<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x:y"><contentSet>)";
    const auto html = bench.read(
        head +
        R"(<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>T</title></head>
      <body>Loose <b>text</b><div><p>One<img src="a.png" alt="A"/></p><p>Tw<i>o</i></p></div>&#x92; end</body></html></inlineXML></contentSet></newsItem>)");
    REQUIRE(html.documents.size() == 1);
    const Blocks& blocks = html.documents[0].body;
    REQUIRE(blocks.size() == 5);
    CHECK(plain_text(blocks[0]) == "Loose text");
    CHECK(std::holds_alternative<Figure>(blocks[2].node));
    CHECK(plain_text(blocks[4]) == "\u2019 end");
    CHECK(html.documents[0].meta.title->value == "T");
    const auto escaped = bench.read(
        head +
        "<inlineData contenttype='text/plain'>Plain</inlineData><inlineData contenttype='text/html; charset=utf-8'><![CDATA[Loose &eacute; <b>bold"
        "</b><p>One<p>Two &amp; <a href='http://example.org/?a=1&b=2'>three</a><br>four<ul><li>a<li>b</ul><script>no()</script>]]></inlineData></contentSet></newsItem>");
    REQUIRE(escaped.documents.size() == 1);
    REQUIRE(escaped.documents[0].body.size() == 4);
    CHECK(plain_text(escaped.documents[0].body[0]) == "Loose \u00e9 bold");
    CHECK(plain_text(escaped.documents[0].body[2]) == "Two & three\nfour");
    CHECK(std::holds_alternative<List>(escaped.documents[0].body[3].node));
    std::string deep = "<p>Deep ";
    for (int level = 0; level < 100; ++level) {
        deep += "<div>";
    }
    const auto refused = bench.read(head + "<inlineData contenttype='text/html'><![CDATA[" + deep +
                                    "]]></inlineData></contentSet></newsItem>");
    REQUIRE(refused.documents.size() == 1);
    CHECK(plain_text(refused.documents[0].body[0]).starts_with("<p>Deep"));
    const auto events = bench.read(
        head +
        "<inlineXML contenttype='application/xml'><concept><name>Meeting</name><eventDetails><dates><start>2026</start>"
        "</dates></eventDetails><note>At <b>noon</b></note></concept></inlineXML></contentSet></newsItem>");
    REQUIRE(events.documents.size() == 1);
    REQUIRE(events.documents[0].body.size() == 3);
    CHECK(plain_text(events.documents[0].body[2]) == "At noon");
    const auto plain = bench.read(
        head + "<inlineData contenttype='text/plain'>One\ntwo\n\nThree</inlineData></contentSet></newsItem>");
    REQUIRE(plain.documents.size() == 1);
    REQUIRE(plain.documents[0].body.size() == 2);
    CHECK(plain_text(plain.documents[0].body[0]) == "One two");
}

TEST_CASE("generated documents keep their words on the way to NewsML-G2 and back", "[newsml][reader]") {
    NewsBench bench;
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        INFO("seed " << seed);
        Document document = generate_document(seed, {.characters = Characters::scripts});
        const auto [documents, said] = bench.read(bench.write(document).bytes);
        REQUIRE(documents.size() == 1);
        CHECK(count_words(documents[0].body) == count_words(document.body));
    }
}

}  // namespace
}  // namespace galley::test
