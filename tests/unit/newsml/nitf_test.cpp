// NITF by itself, and NewsML 1.

#include "galley/plain_text.h"
#include "tests/unit/newsml/news_bench.h"

#include <catch2/catch.hpp>

namespace galley::test {
namespace {

TEST_CASE("NITF standing alone is read and written", "[nitf]") {
    NewsBench bench;
    constexpr std::string_view text = R"(<?xml version="1.0"?>
<!DOCTYPE nitf SYSTEM "nitf-3-3.dtd">
<nitf><head><title>Quay</title><tobject><tobject.subject tobject.subject.refnum="04000000" tobject.subject.type="Economy"/></tobject>
<docdata management-status="canceled"><doc-id regsrc="EX" id-string="12"/><urgency ed-urg="3"/><date.issue norm="20260102T000000"/><date.release norm="20260103T120000Z"/>
<ed-msg info="Hold"/><du-key key="quay"/><doc.copyright year="2026" holder="Example"/><key-list><keyword key="harbour"/></key-list></docdata></head>
<body><body.head><hedline><hl1>Quay opens</hl1></hedline><byline>By <person>Ana Lima</person><byttl>Reporter</byttl></byline><distributor>EX</distributor>
<dateline><location><city>Halifax</city>, <country>Canada</country></location>, <story.date norm="20260102">Jan. 2</story.date></dateline><abstract><p>A quay.</p></abstract></body.head>
<body.content><p>The quay opened.</p></body.content></body></nitf>)";
    const auto [documents, said] = bench.read(text, "nitf");
    REQUIRE(documents.size() == 1);
    const Metadata& meta = documents[0].meta;
    CHECK(meta.title->value == "Quay");
    CHECK(meta.subjects[0].value.qcode == "subj:04000000");
    CHECK(meta.status->value == PublicationStatus::canceled);
    CHECK(meta.urgency->value == 3);
    CHECK_FALSE(meta.dates.content_created->value.time);
    CHECK(meta.embargo->value.until.time->hour == 12);
    CHECK(meta.notes[0].value.text == "Hold");
    CHECK(meta.slugline->value.text == "quay");
    CHECK(meta.keywords[0].value == "harbour");
    CHECK(meta.bylines[0].value.contributors[0].value.job_title == "Reporter");
    CHECK(meta.datelines[0].value.places[0].value.country == "Canada");
    CHECK(meta.provider->value.name == "EX");
    CHECK(meta.summary->value == "A quay.");
    const auto written = bench.write(documents[0], {}, "nitf");
    for (const Diagnostic& fault : bench.validate(written.bytes, "nitf")) {
        FAIL_CHECK(fault.code << " " << fault.message);
    }
    const auto again = bench.read(written.bytes, "nitf");
    REQUIRE(again.documents.size() == 1);
    CHECK(again.documents[0].body == documents[0].body);
    CHECK(again.documents[0].meta.bylines[0].raw == meta.bylines[0].raw);
    CHECK(find_code(bench.read("<html/>", "nitf").said, "nitf.no-story") != nullptr);
    const auto faults = bench.validate(
        "<nitf><body><body.content/><body.head><dateline><story.date "
        "norm='2026-01-02'/></dateline></body.head></body></nitf>",
        "nitf");
    CHECK(find_code(faults, "nitf.structure") != nullptr);
    CHECK(find_code(faults, "nitf.norm-date") != nullptr);
    CHECK(find_code(faults, "nitf.value") == nullptr);
    const auto values = bench.validate(
        "<nitf version='-//IPTC//DTD NITF 3.2//EN' lede='x'><body><body.content><p id='1'/>"
        "</body.content></body></nitf>",
        "nitf");
    REQUIRE(values.size() == 2);
    CHECK(values[0].code == "nitf.value");
    CHECK(values[1].code == "nitf.value");
}

TEST_CASE("NITF is written as it stood, in its namespace and without its faults", "[nitf]") {
    NewsBench bench;
    const std::string head =
        "<head><meta name=\"x\" content=\"y\"/><docdata><fixture fix-id=\"weekly\"/><du-key key=\"quay\"/></docdata>"
        "<pubdata type=\"print\"/><revision-history name=\"Ana\"/></head>";
    const std::string content =
        "<body.content><p>The <classifier value=\"z\">quay</classifier> opened.</p></body.content>";
    const std::string body =
        "<body><body.head><hedline><hl1>Quay</hl1></hedline><byline>By <virtloc>Ana</virtloc></byline></body.head>" +
        content + "</body>";
    const std::string spaced = "<nitf xmlns=\"http://iptc.org/std/NITF/2006-10-18/\" uno=\"1\">";
    const std::string prolog = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    const auto sound = bench.read(spaced + head + body + "</nitf>", "nitf");
    REQUIRE(sound.documents.size() == 1);
    CHECK(bench.write(sound.documents[0], {}, "nitf").bytes == prolog + spaced + head + body + "</nitf>\n");

    const auto old =
        bench.read("<!DOCTYPE nitf SYSTEM 'nitf-3-2.dtd'><nitf version='-//IPTC//DTD NITF 3.2//EN' uno='1'>" + head +
                       body + "</nitf>",
                   "nitf");
    REQUIRE(old.documents.size() == 1);
    const auto [bytes, said] = bench.write(old.documents[0], {}, "nitf");
    CHECK(bytes ==
          prolog + "<nitf xmlns=\"http://iptc.org/std/NITF/2006-10-18/\" uno=\"1\">" + head + body + "</nitf>\n");
    CHECK(said.empty());

    Document changed = sound.documents[0];
    changed.meta.slugline = Slugline{.text = "harbour"};
    changed.body.emplace_back(Paragraph{.content = {Text{"It rained."}}});
    const std::string written = bench.write(changed, {}, "nitf").bytes;
    CHECK(written.find("fix-id=\"weekly\"") != std::string::npos);
    CHECK(written.find("key=\"harbour\"") != std::string::npos);
    CHECK(written.find("key=\"quay\"") == std::string::npos);
    CHECK(written.find("<virtloc>") != std::string::npos);
    CHECK(written.find("<p>It rained.</p>") != std::string::npos);

    std::string faulty = head + body;
    faulty.replace(faulty.find("<p>"), 3, "<li/><p id='1'>");
    faulty.replace(faulty.find("<pubdata"), 8, "<urgency/><pubdata");
    const auto broken = bench.read(spaced + faulty + "</nitf>", "nitf");
    REQUIRE(broken.documents.size() == 1);
    const auto mended = bench.write(broken.documents[0], {}, "nitf");
    CHECK(find_code(mended.said, "nitf.rewritten") != nullptr);
    CHECK(bench.validate(mended.bytes, "nitf").empty());
    CHECK(mended.bytes.find("name=\"Ana\"") != std::string::npos);
    CHECK(mended.bytes.find("<p>The quay opened.</p>") != std::string::npos);
}

TEST_CASE("NewsML 1 is read", "[newsml1]") {
    NewsBench bench;
    constexpr std::string_view text =
        R"(<NewsML Version="1.2"><NewsEnvelope><DateAndTime>20260102T100000Z</DateAndTime></NewsEnvelope>
<NewsItem><Identification><NewsIdentifier><ProviderId>example.org</ProviderId><DateId>20260102</DateId><NewsItemId>quay</NewsItemId>
<RevisionId PreviousRevision="1" Update="N">2</RevisionId><PublicIdentifier>urn:newsml:example.org:20260102:quay:2</PublicIdentifier></NewsIdentifier></Identification>
<NewsManagement><NewsItemType FormalName="News"/><FirstCreated>20260102T100000Z</FirstCreated><ThisRevisionCreated>20260102T110000+0100</ThisRevisionCreated>
<Status FormalName="Usable"/><Urgency FormalName="4"/></NewsManagement>
<NewsComponent xml:lang="en"><NewsLines><HeadLine>Quay opens</HeadLine><SubHeadLine>At last</SubHeadLine><ByLine>By Ana Lima</ByLine><DateLine>Halifax, Jan 2</DateLine>
<CreditLine>EX</CreditLine><CopyrightLine>(c) EX</CopyrightLine><SlugLine>quay</SlugLine><KeywordLine>harbour</KeywordLine></NewsLines>
<AdministrativeMetadata><Provider><Party FormalName="Example Press"/></Provider><Source><Party FormalName="Radio"/></Source><Creator><Party FormalName="ana" Topic="AUTHOR"/></Creator></AdministrativeMetadata>
<DescriptiveMetadata><Language FormalName="en"/><Genre FormalName="Current"/><SubjectCode><Subject FormalName="04000000"/></SubjectCode>
<Location HowPresent="Origin"><Property FormalName="City" Value="Halifax"/><Property FormalName="Country" Value="CAN"/></Location></DescriptiveMetadata>
<NewsComponent><ContentItem><MimeType FormalName="text/css"/><DataContent>p { margin: 0 0 0 0 } a { color: black } em { font: x }</DataContent></ContentItem></NewsComponent>
<NewsComponent><ContentItem><DataContent><p>The quay opened.</p><p>It rained.</p></DataContent></ContentItem></NewsComponent></NewsComponent></NewsItem></NewsML>)";
    const auto [documents, said] = bench.read(text, "newsml-1");
    REQUIRE(documents.size() == 1);
    const Metadata& meta = documents[0].meta;
    CHECK(documents[0].identity.guid->value == "urn:newsml:example.org:20260102:quay");
    CHECK(documents[0].identity.version->value == 2);
    CHECK(meta.provider->value == Provider{.name = "Example Press", .domain = "example.org"});
    CHECK(meta.dates.version_created->value.offset == std::int16_t{60});
    CHECK(meta.headlines[1].value.role == HeadlineRole::deck);
    CHECK(meta.datelines[0].value.places[0].value.country == "CAN");
    CHECK(meta.subjects[0].value.qcode == "subj:04000000");
    CHECK(documents[0].body.size() == 2);
    CHECK(count_words(documents[0].body) == 5);
    std::string spaced(text);
    spaced.insert(7, " xmlns=\"http://iptc.org/std/NewsML/2003-10-10/\"");
    CHECK(bench.read(spaced, "newsml-1").documents.size() == 1);
}

TEST_CASE("NITF in another namespace is taken into the one of today", "[nitf]") {
    NewsBench bench;
    for (
        const std::string_view text :
        {"<nitf xmlns='http://iptc.org/std/NITF/2005-01-01/'><body><body.content><p>One</p></body.content></body></nitf>",
         "<a:nitf xmlns:a='urn:a' xmlns='urn:b'><a:body xmlns:a='urn:a'><a:body.content><a:p>One</a:p></a:body.content></a:body></a:nitf>"}) {
        auto [documents, said] = bench.read(text, "nitf");
        REQUIRE(documents.size() == 1);
        documents[0].meta.headlines.emplace_back(Headline{.text = "Quay"});
        const auto written = bench.write(documents[0], {}, "nitf");
        INFO(written.bytes);
        CHECK(bench.validate(written.bytes, "nitf").empty());
        CHECK(bench.read(written.bytes, "nitf").documents.at(0).meta.headlines.at(0).value.text == "Quay");
    }
}

}  // namespace
}  // namespace galley::test
