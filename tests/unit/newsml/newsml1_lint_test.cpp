#include "tests/unit/newsml/news_bench.h"

#include <catch2/catch.hpp>

#include <string>

namespace galley::test {
namespace {

// Breaks no rule; each case below breaks one.
constexpr std::string_view sound = R"(<?xml version="1.0" encoding="UTF-8"?>
<NewsML Version="1.2">
  <Catalog Href="http://example.org/catalog.xml"/>
  <NewsEnvelope><DateAndTime>20260102T100000-0500</DateAndTime><NewsProduct FormalName="Wire"/></NewsEnvelope>
  <NewsItem>
    <Identification><NewsIdentifier>
      <ProviderId>example.org</ProviderId><DateId>20260102</DateId><NewsItemId>harbour</NewsItemId>
      <RevisionId PreviousRevision="0" Update="N">1</RevisionId>
      <PublicIdentifier>urn:newsml:example.org:20260102:harbour:1N</PublicIdentifier>
    </NewsIdentifier></Identification>
    <NewsManagement>
      <NewsItemType FormalName="News"/>
      <FirstCreated>20260102T090000-0500</FirstCreated>
      <ThisRevisionCreated>20260102T100000-0500</ThisRevisionCreated>
      <Status FormalName="Usable"/>
      <Urgency FormalName="4"/>
    </NewsManagement>
    <NewsComponent>
      <NewsLines><HeadLine>Harbour opens</HeadLine></NewsLines>
      <DescriptiveMetadata><Language FormalName="en"/></DescriptiveMetadata>
      <NewsComponent>
        <ContentItem><MediaType FormalName="Text"/><DataContent>
          <nitf><body><body.head><byline>By A</byline><dateline>HALIFAX</dateline></body.head>
          <body.content><p>It opened.</p></body.content></body></nitf>
        </DataContent></ContentItem>
      </NewsComponent>
      <NewsComponent><NewsItemRef NewsItem="urn:newsml:example.org:20260102:other:1"/></NewsComponent>
    </NewsComponent>
  </NewsItem>
</NewsML>
)";

struct Fault {
    std::string_view code;
    std::string_view from;
    std::string_view to;
    Severity severity = Severity::error;
};

using enum Severity;

constexpr Fault faults[] = {
    {"newsml1.structure", R"(<Status FormalName="Usable"/>)", ""},
    {"newsml1.structure", "<NewsLines><HeadLine>Harbour opens</HeadLine></NewsLines>",
     R"(<DescriptiveMetadata><Language FormalName="en"/></DescriptiveMetadata><NewsLines/>)"},
    {"newsml1.structure", "<HeadLine>Harbour opens</HeadLine>", "<Headline>Harbour opens</Headline>"},
    {"newsml1.identifier", "harbour:1N", "quay:1N"},
    {"newsml1.revision", R"(Update="N">1<)", R"(Update="N">first<)", warning},
    {"newsml1.revision", R"( PreviousRevision="0")", "", warning},
    {"newsml1.date-form", "20260102T090000-0500", "2026-01-02T09:00:00-05:00", warning},
    {"newsml1.date-form", "20260102T090000-0500", "20260102T090000", warning},
    {"newsml1.date-form", "20260102T090000-0500", "yesterday", warning},
    {"newsml1.formal-name", R"(FormalName="Wire")", R"(FormalName="")", warning},
    {"newsml1.status", R"(FormalName="Usable")", R"(FormalName="Published")", warning},
    {"newsml1.inner", "<byline>By A</byline><dateline>HALIFAX</dateline>",
     "<dateline>HALIFAX</dateline><byline>By A</byline>"},
    {"newsml1.inner", "<nitf>", "<html><body><p><p>a</p></p></body></html><nitf>"},
    {"newsml1.link-target", R"( NewsItem="urn:newsml:example.org:20260102:other:1")", ""},
    {"newsml1.link-target", "<ContentItem>", "<ContentItem/><ContentItem>"},
};

TEST_CASE("a sound NewsML 1.2 item breaks no rule", "[newsml][lint]") {
    NewsBench bench;
    for (const Diagnostic& said : bench.validate(sound, "newsml-1")) {
        FAIL_CHECK(said.code << " " << said.where.line << ":" << said.where.column << " " << said.message);
    }
}

TEST_CASE("each rule of NewsML 1 finds what breaks it", "[newsml][lint]") {
    NewsBench bench;
    for (const Fault& fault : faults) {
        INFO(fault.code << ": " << fault.to);
        std::string text(sound);
        const std::size_t at = text.find(fault.from);
        REQUIRE(at != std::string::npos);
        const Diagnostics said = bench.validate(text.replace(at, fault.from.size(), fault.to), "newsml-1");
        const Diagnostic* found = find_code(said, fault.code);
        REQUIRE(found != nullptr);
        CHECK(found->severity == fault.severity);
        CHECK(found->where.line > 0);
        CHECK_FALSE(found->hints.empty());
    }
}

TEST_CASE("NewsML 1 that is no XML is said to be none", "[newsml][lint]") {
    NewsBench bench;
    CHECK(find_code(bench.validate("<NewsML><NewsItem></NewsML>", "newsml-1"), "xml.malformed") != nullptr);
}

}  // namespace
}  // namespace galley::test
