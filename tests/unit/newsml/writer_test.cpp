#include "tests/unit/newsml/news_bench.h"

#include "galley/document.h"

#include <catch2/catch.hpp>

namespace galley::test {
namespace {

Document story() {
    Document document;
    document.source.name = "somewhere/copy/harbour.txt";
    document.source.media_type = "text/plain";
    document.source.size = 120;
    document.source.sha256 = sha256("harbour");
    document.meta.language = std::string("en");
    document.meta.provider = Provider{.name = "Example Press", .domain = "example.org"};
    Found<PartialDate> date = PartialDate{.year = 2026, .month = std::uint8_t{1}, .day = std::uint8_t{2}};
    date.method = Method::parsed;
    document.meta.dates.content_created = date;
    Found<Byline> byline;
    byline.raw = "By Ana Lima";
    byline.method = Method::parsed;
    Found<Contributor> ana = Contributor{.kind = ContributorKind::person, .name = "Ana Lima"};
    ana.method = Method::parsed;
    byline.value.contributors.push_back(ana);
    document.meta.bylines.push_back(byline);
    Found<Dateline> dateline;
    dateline.raw = "HALIFAX —";
    dateline.value.places.emplace_back(Place{.name = "HALIFAX", .country = "Canada"});
    document.meta.datelines.push_back(dateline);
    document.meta.headlines.emplace_back(Headline{.text = "Harbour opens"});
    document.body.emplace_back(Paragraph{.content = {Text{"HALIFAX — The harbour opened."}}});
    return document;
}

bool holds(const std::string& bytes, std::string_view part) { return bytes.find(part) != std::string::npos; }

TEST_CASE("a story becomes a newsItem", "[newsml]") {
    NewsBench bench;
    const auto [bytes, said] = bench.write(story());
    INFO(bytes);
    CHECK(said.empty());
    CHECK(holds(bytes, R"(guid="urn:newsml:example.org:20260102:)"));
    CHECK(holds(bytes, "<versionCreated>2026-01-03T00:00:00Z</versionCreated>"));
    CHECK(holds(bytes, R"(<contentCreated how="howextr:tool">2026-01-02</contentCreated>)"));
    CHECK(holds(bytes, "<dateline>HALIFAX</dateline>"));
    CHECK(holds(bytes, R"(<by how="howextr:tool">By Ana Lima</by>)"));
    CHECK(holds(bytes, R"(<creator type="cpnat:person" how="howextr:tool">)"));
    CHECK(holds(bytes, "<byline>By <person>Ana Lima</person></byline>"));
    CHECK(holds(bytes, R"(<inlineXML contenttype="application/nitf+xml" wordcount="5">)"));
    CHECK(holds(bytes, R"(title="harbour.txt")"));
    CHECK_FALSE(holds(bytes, "somewhere"));
    for (const Diagnostic& fault : bench.validate(bytes)) {
        CHECK(fault.severity == Severity::info);
    }
}

TEST_CASE("what is missing is said, not invented", "[newsml]") {
    NewsBench bench;
    Document document = story();
    document.meta.provider.reset();
    document.meta.headlines.clear();
    document.meta.dates.content_created->value.year.reset();
    document.meta.dates.version_created = PartialDate{.year = 2026};
    document.meta.dates.first_created = PartialDate{.year = 2026};
    document.meta.dates.content_modified =
        PartialDate{.year = 2026, .month = std::uint8_t{1}, .day = std::uint8_t{2}, .time = TimeOfDay{10, 0}};
    document.meta.language = std::string("no language");
    const auto [bytes, said] = bench.write(document);
    CHECK(find_code(said, "newsml.no-provider") != nullptr);
    CHECK(find_code(said, "newsml.date-without-year") != nullptr);
    CHECK(find_code(said, "newsml.version-created") != nullptr);
    CHECK(find_code(said, "newsml.first-created") != nullptr);
    CHECK(find_code(said, "newsml.time-without-offset") != nullptr);
    CHECK(find_code(said, "newsml.bad-language") != nullptr);
    CHECK_FALSE(holds(bytes, "<headline"));
    CHECK_FALSE(holds(bytes, "<hl1"));
}

TEST_CASE("an embargo whose end is not an instant is told in a note", "[newsml]") {
    NewsBench bench;
    Document document = story();
    document.meta.embargo = Embargo{PartialDate{.year = 2026, .month = std::uint8_t{1}, .day = std::uint8_t{5}}};
    const auto [bytes, said] = bench.write(document);
    CHECK(holds(bytes, "<embargoed/>"));
    CHECK(holds(bytes, "<edNote>Embargoed until 2026-01-05</edNote>"));
}

TEST_CASE("several stories become a message", "[newsml]") {
    NewsBench bench;
    Context context(bench.registry(), bench.host());
    const auto format = bench.registry().find("newsml-g2");
    REQUIRE(format);
    const auto target = Target::create(**format, {}, bench.host());
    REQUIRE(target);
    std::string bytes;
    const auto sink = memory_sink(bytes);
    auto session = target->writer->begin(*sink, context);
    REQUIRE(session);
    Document first = story();
    first.body.emplace_back(Preformatted{"a\n  b"});
    Document second = story();
    second.identity.guid = std::string("urn:newsml:example.org:20260102:second");
    REQUIRE((*session)->story(first));
    REQUIRE((*session)->story(second));
    REQUIRE((*session)->end());
    REQUIRE(sink->commit());
    CHECK(holds(bytes, "<newsMessage"));
    CHECK(holds(bytes, "<pre>a\n  b</pre>"));
    CHECK(holds(bytes, "\n      <itemMeta>\n"));
    for (const Diagnostic& fault : bench.validate(bytes)) {
        CHECK(fault.severity == Severity::info);
    }
}

TEST_CASE("a link inside a link keeps its text in XHTML", "[newsml]") {
    NewsBench bench;
    Document document = story();
    Link inner{.target = "http://example.org/in", .content = {Text{"there"}}};
    Link outer{.target = "http://example.org/out", .content = {Text{"look "}, std::move(inner)}};
    document.body.emplace_back(Paragraph{.content = {std::move(outer)}});
    const auto [bytes, said] = bench.write(document, {{"body", "xhtml"}});
    CHECK(find_code(said, "newsml.nested-link") != nullptr);
    CHECK(holds(bytes, R"(<a href="http://example.org/out">look <span>there</span></a>)"));
}

TEST_CASE("an output has a limit", "[newsml]") {
    NewsBench bench;
    Context context(bench.registry(), bench.host(), {.output_bytes = 100});
    const auto format = bench.registry().find("newsml-g2");
    const auto target = Target::create(**format, {}, bench.host());
    REQUIRE(target);
    const Document document = story();
    const auto bytes = render(document, *target, {}, context);
    REQUIRE_FALSE(bytes);
    CHECK(bytes.error().code.starts_with("limit.output"));
}

TEST_CASE("text nested too deep is refused", "[newsml]") {
    NewsBench bench;
    Document document = story();
    Block block = Paragraph{.content = {Text{"x"}}};
    for (int level = 0; level < 200; ++level) {
        Blocks inner;
        inner.push_back(std::move(block));
        block = Quote{.content = std::move(inner)};
    }
    document.body.push_back(std::move(block));
    CHECK(find_code(bench.write(document).said, "limit.depth") != nullptr);
}

}  // namespace
}  // namespace galley::test
