#include "tests/unit/newsml/news_bench.h"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>

namespace galley::test {
namespace {

// An item that breaks no rule; each case below breaks one.
constexpr std::string_view sound = R"(<?xml version="1.0" encoding="UTF-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" standard="NewsML-G2" standardversion="2.35" conformance="power" guid="urn:newsml:example.org:20260102:harbour" version="1" xml:lang="en">
  <catalogRef href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml"/>
  <catalog><scheme alias="desk" uri="http://example.org/desk/"/></catalog>
  <rightsInfo><copyrightNotice>(c) 2026 Example</copyrightNotice></rightsInfo>
  <itemMeta>
    <itemClass qcode="ninat:text"/>
    <provider qcode="nprov:EX"/>
    <versionCreated>2026-01-02T10:00:00-05:00</versionCreated>
    <firstCreated>2026-01-02T09:00:00-05:00</firstCreated>
    <embargoed>2026-01-02T12:00:00-05:00</embargoed>
    <pubStatus qcode="stat:usable"/>
    <edNote>Hold for release</edNote>
    <hash hashtype="hashtype:SHA-1">00</hash>
    <link rel="irel:seeAlso" href="http://example.org/2"/>
    <itemMetaExtProperty rel="desk:rel" value="x"/>
  </itemMeta>
  <contentMeta>
    <urgency>4</urgency>
    <contentCreated>2026-01-02</contentCreated>
    <located how="howextr:tool"><name>Halifax</name></located>
    <creator qcode="desk:sports"><name>Sports desk</name></creator>
    <language tag="en"/>
    <subject qcode="medtop:04000000"/>
    <headline>Harbour opens</headline>
  </contentMeta>
  <contentSet>
    <inlineXML contenttype="application/nitf+xml" wordcount="5">
      <nitf xmlns="http://iptc.org/std/NITF/2006-10-18/">
        <head><docdata><date.issue norm="20260102T000000"/></docdata></head>
        <body><body.head><byline>By A</byline><dateline>HALIFAX</dateline></body.head>
        <body.content><p>The harbour opened <em>to</em>day — again.</p></body.content></body>
      </nitf>
    </inlineXML>
    <inlineData contenttype="text/plain" wordcount="2">Harbour opens.</inlineData>
  </contentSet>
</newsItem>
)";

struct Fault {
    std::string_view code;
    std::string_view from;
    std::string_view to;
    Severity severity = Severity::error;
};

std::string mutate(const Fault& fault) {
    std::string text(sound);
    const std::size_t at = text.find(fault.from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, fault.from.size(), fault.to);
}

using enum Severity;

constexpr Fault faults[] = {
    {"newsml.order", R"(<itemClass qcode="ninat:text"/>
    <provider qcode="nprov:EX"/>)",
     R"(<provider qcode="nprov:EX"/>
    <itemClass qcode="ninat:text"/>)"},
    {"newsml.missing", R"(<versionCreated>2026-01-02T10:00:00-05:00</versionCreated>)", ""},
    {"newsml.missing", R"( standardversion="2.35")", ""},
    {"newsml.unknown", R"(<urgency>4</urgency>)", "<urgentness>4</urgentness>"},
    {"newsml.unknown", R"(tag="en")", R"(tag="en" bitrate="3")"},
    {"newsml.repeated", R"(<urgency>4</urgency>)", "<urgency>4</urgency><urgency>4</urgency>"},
    {"newsml.qcode-unresolved", "medtop:04000000", "topic:04000000"},
    {"newsml.qcode-unresolved",
     R"(<catalogRef href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml"/>)", ""},
    {"newsml.alias-clash", R"(<scheme alias="desk" uri="http://example.org/desk/"/>)",
     R"(<scheme alias="desk" uri="http://example.org/desk/"/><scheme alias="desk" uri="http://example.org/other/"/>)"},
    {"newsml.alias-clash", R"(alias="desk")", R"(alias="medtop")"},
    {"newsml.qcode-form", "medtop:04000000", "medtop 04000000"},
    {"newsml.qcode-unknown", "ninat:text", "ninat:poem", warning},
    {"newsml.item-class", "ninat:text", "stat:usable"},
    {"newsml.value", "<urgency>4<", "<urgency>12<"},
    {"newsml.unknown", R"(<located how="howextr:tool">)", R"(<located how="howextr:tool" confidence="100">)"},
    {"newsml.value", R"(href="http://example.org/2")", R"(href="http://example.org/2" size="many")"},
    {"newsml.retired-scheme", R"(<creator qcode="desk:sports">)",
     R"(<creator qcode="desk:sports" role="ctrol:writer">)", warning},
    {"newsml.retired-code", "irel:seeAlso", "irel:prevVersion", warning},
    {"newsml.scheme-slash", "<edNote>", R"(<edNote role="ednoterole:corrective">)", info},
    {"newsml.catalog-unknown", "<catalogRef href",
     R"(<catalogRef href="http://example.org/catalog.xml"/><catalogRef href)", info},
    {"newsml.qcode-and-uri", R"(<subject qcode="medtop:04000000"/>)",
     R"(<subject qcode="medtop:04000000" uri="http://example.org/t"/>)", warning},
    {"newsml.literal-exclusive", R"(<subject qcode="medtop:04000000"/>)",
     R"(<subject qcode="medtop:04000000" literal="trade"/>)"},
    {"newsml.either-or", R"( hashtype="hashtype:SHA-1")", ""},
    {"newsml.either-or", R"( rel="desk:rel")", ""},
    {"newsml.time-zone", "2026-01-02T10:00:00-05:00</v", "2026-01-02T10:00:00</v"},
    {"newsml.time-zone", "2026-01-02T10:00:00-05:00</v", "2026-01-02T10:00:00-0500</v"},
    {"newsml.date-form", "2026-01-02T10:00:00-05:00</v", "yesterday</v"},
    {"newsml.date-form", "2026-01-02T10:00:00-05:00</v", "2026-01-02</v"},
    {"newsml.date-order", "<contentCreated>2026-01-02<", "<contentCreated>2026-02-02<"},
    {"newsml.date-order", "<contentCreated>2026-01-02<",
     "<contentCreated>2026-01-02</contentCreated><contentModified>2025-12-02</"
     "contentModified><contentCreated>2026-01-02<"},
    {"newsml.date-order", "<contentCreated>2026-01-02</contentCreated>",
     "<contentModified>2026-01-02</contentModified>"},
    {"newsml.date-order", "<firstCreated>2026-01-02T09", "<firstCreated>2026-01-02T11"},
    {"newsml.guid-form", "urn:newsml:example.org:20260102:harbour", "x"},
    {"newsml.guid-form", "urn:newsml:example.org:20260102:harbour", "urn:newsml:example.org:harbour"},
    {"newsml.version", R"(version="1" xml)", R"(version="zero" xml)", warning},
    {"newsml.version", "<edNote>Hold for release</edNote>", R"(<edNote>Hold</edNote><signal qcode="sig:update"/>)",
     warning},
    {"newsml.conformance", R"( conformance="power")", ""},
    {"newsml.standard-version", R"(standardversion="2.35")", R"(standardversion="9.9")"},
    {"newsml.newer-element", "<located how", R"(<aiInfo uri="http://example.org/ai"/><located how)"},
    {"newsml.publication-status", "stat:usable", "stat:foo"},
    {"newsml.status-implicit", R"(<pubStatus qcode="stat:usable"/>)", "", info},
    {"newsml.provider-anonymous", R"(<provider qcode="nprov:EX"/>)", "<provider/>", warning},
    {"newsml.embargo", "stat:usable", "stat:withheld", warning},
    {"newsml.link-target", R"( href="http://example.org/2")", ""},
    {"newsml.deprecated", R"(href="http://example.org/2")", R"(guidref="http://example.org/2")", warning},
    {"newsml.content-type-mismatch", "application/nitf+xml", "image/jpeg"},
    {"newsml.content-type-mismatch", "application/nitf+xml", "application/xhtml+xml"},
    {"newsml.content-type-missing", R"( contenttype="application/nitf+xml")", "", warning},
    {"newsml.content-type-unknown", "application/nitf+xml", "nitf/xml", warning},
    {"newsml.content-roots", "</nitf>", "</nitf><second/>"},
    {"newsml.inner", "<byline>By A</byline><dateline>HALIFAX</dateline>",
     "<dateline>HALIFAX</dateline><byline>By A</byline>"},
    {"newsml.inline-data", "text/plain", "application/pdf"},
    {"newsml.word-count", R"(wordcount="5")", R"(wordcount="3")", warning},
    {"newsml.value", R"(wordcount="2")", R"(wordcount="")"},
    {"newsml.white-space", "Harbour opens</headline>", "Harbour opens </headline>", warning},
    {"newsml.empty", "<edNote>Hold for release</edNote>", "<edNote/>", warning},
    {"newsml.language", R"(tag="en")", R"(tag="english language")", error},
    {"newsml.direction", R"(xml:lang="en")", R"(xml:lang="ar")", warning},
    {"newsml.recommended", "<urgency>4</urgency>", "", info},
    {"newsml.norm-date", "20260102T000000", "2026-01-02T00:00:00", warning},
};

TEST_CASE("a sound item breaks no rule", "[newsml][lint]") {
    NewsBench bench;
    for (const Diagnostic& said : bench.validate(sound)) {
        FAIL_CHECK(said.code << " " << said.where.line << ":" << said.where.column << " " << said.message);
    }
}

TEST_CASE("each rule finds what breaks it", "[newsml][lint]") {
    NewsBench bench;
    for (const Fault& fault : faults) {
        INFO(fault.code << ": " << fault.to);
        const Diagnostics said = bench.validate(mutate(fault));
        const Diagnostic* found = find_code(said, fault.code);
        CHECK(found != nullptr);
        if (found != nullptr) {
            CHECK(found->severity == fault.severity);
            CHECK(found->where.line > 0);
            CHECK(found->where.column > 0);
            CHECK_FALSE(found->hints.empty());
        }
    }
}

TEST_CASE("a finding names the attribute's line and column", "[newsml][lint]") {
    NewsBench bench;
    const Diagnostics said = bench.validate(mutate({"", "medtop:04000000", "topic:04000000"}));
    const Diagnostic* found = find_code(said, "newsml.qcode-unresolved");
    REQUIRE(found != nullptr);
    CHECK(found->where.line == 24);
    CHECK(found->where.column == 14);
}

TEST_CASE("an embargo without an end asks for a note", "[newsml][lint]") {
    NewsBench bench;
    std::string text = mutate({"", "<embargoed>2026-01-02T12:00:00-05:00</embargoed>", "<embargoed/>"});
    CHECK(find_code(bench.validate(text), "newsml.embargo") == nullptr);
    text.erase(text.find("    <edNote>"), std::string_view("    <edNote>Hold for release</edNote>\n").size());
    CHECK(find_code(bench.validate(text), "newsml.embargo") != nullptr);
}

TEST_CASE("version 7 of nothing is noticed", "[newsml][lint]") {
    NewsBench bench;
    std::string text = mutate({"", R"(version="1" xml)", R"(version="7" xml)"});
    CHECK(find_code(bench.validate(text), "newsml.version") == nullptr);
    text.erase(text.find("    <firstCreated>"),
               std::string_view("    <firstCreated>2026-01-02T09:00:00-05:00</firstCreated>\n").size());
    CHECK(find_code(bench.validate(text), "newsml.version") != nullptr);
}

TEST_CASE("inlineXML that holds nothing is noticed", "[newsml][lint]") {
    NewsBench bench;
    std::string text(sound);
    const std::size_t begin = text.find("      <nitf");
    text.erase(begin, text.find("</nitf>") + 7 - begin);
    CHECK(find_code(bench.validate(text), "newsml.content-empty") != nullptr);
}

TEST_CASE("two items of a message share no guid and version", "[newsml][lint]") {
    NewsBench bench;
    const std::string item(sound.substr(sound.find("<newsItem")));
    const std::string message =
        R"(<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2026-01-02T10:00:00Z</sent></header><itemSet>)" +
        item + item + "</itemSet></newsMessage>";
    const Diagnostics said = bench.validate(message);
    CHECK(find_code(said, "newsml.guid-duplicate") != nullptr);
    CHECK(find_code(said, "newsml.missing") == nullptr);
    const std::string headless =
        R"(<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>)" + item + "</itemSet></newsMessage>";
    CHECK(find_code(bench.validate(headless), "newsml.missing") != nullptr);
}

TEST_CASE("what is no XML is said to be none", "[newsml][lint]") {
    NewsBench bench;
    const Diagnostics said =
        bench.validate("<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/'>\n  <itemMeta></newsItem>");
    const Diagnostic* found = find_code(said, "xml.malformed");
    REQUIRE(found != nullptr);
    CHECK(found->where.line == 2);
}

std::string at_version(std::string_view version, std::string_view from, std::string_view to) {
    std::string text = mutate({"", from, to});
    const std::string_view stated = R"(standardversion="2.35")";
    return text.replace(text.find(stated), stated.size(), R"(standardversion=")" + std::string(version) + "\"");
}

TEST_CASE("nothing is newer than the version that an item states", "[newsml][lint]") {
    NewsBench bench;
    const std::string_view notice = "<copyrightNotice>(c) 2026 Example</copyrightNotice>";
    const std::string mining = std::string(notice) + R"(<dataMining uri="http://example.org/no"/>)";
    CHECK(find_code(bench.validate(at_version("2.34", notice, mining)), "newsml.newer-element") == nullptr);
    CHECK(find_code(bench.validate(at_version("2.33", notice, mining)), "newsml.newer-element") != nullptr);
    const std::string_view headline = "<headline>";
    const std::string rated = R"(<headline confidence="50">)";
    CHECK(find_code(bench.validate(at_version("2.27", headline, rated)), "newsml.newer-element") == nullptr);
    const Diagnostics said = bench.validate(at_version("2.26", headline, rated));
    const Diagnostic* found = find_code(said, "newsml.newer-element");
    REQUIRE(found != nullptr);
    CHECK(found->where.line == 25);
    CHECK(found->where.column == 15);
    const std::string_view action = "<creator qcode=\"desk:sports\">";
    const std::string coded = R"(<creator qcode="desk:sports" jobtitleuri="http://example.org/job">)";
    CHECK(find_code(bench.validate(at_version("2.18", action, coded)), "newsml.newer-element") == nullptr);
    CHECK(find_code(bench.validate(at_version("2.17", action, coded)), "newsml.newer-element") != nullptr);
}

std::string with_xhtml(std::string_view body) {
    return mutate(
        {"", "</contentSet>",
         R"(<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>T</title></head><body>)" +
             std::string(body) + "</body></html></inlineXML></contentSet>"});
}

TEST_CASE("XHTML inside an item keeps its own rules", "[newsml][lint]") {
    NewsBench bench;
    for (const std::string_view good :
         {"<p>a <a href='x'>b</a></p><ul><li><p>c</p></li></ul>", "<table><tbody><tr><td>1</td></tr></tbody></table>",
          "<figure><img src='a.jpg' alt=''/><figcaption>c</figcaption></figure><dl><dt>a</dt><dd>b</dd></dl>",
          "<x-video>a</x-video>"}) {
        INFO(good);
        CHECK(find_code(bench.validate(with_xhtml(good)), "newsml.inner") == nullptr);
    }
    for (const std::string_view bad :
         {"<p>a<p>b</p></p>", "<h2><div>a</div></h2>", "<ul><p>a</p></ul>", "<ul>text</ul>", "<li>a</li>",
          "<tr><td>a</td></tr>", "<paragraph>a</paragraph>", "<p><img alt='a'/></p>", "<p><br>a</br></p>",
          "<p><a href='x'>a <a href='y'>b</a></a></p>"}) {
        INFO(bad);
        const Diagnostics said = bench.validate(with_xhtml(bad));
        const Diagnostic* found = find_code(said, "newsml.inner");
        REQUIRE(found != nullptr);
        CHECK(found->where.line > 0);
    }
}

TEST_CASE("a folder without schemas is refused", "[newsml][lint]") {
    NewsBench bench;
    CHECK(find_code(bench.validate(sound, "newsml-g2", "/nonexistent"), "schema.missing") != nullptr);
}

/// A folder with `schema` as NewsML-G2's driver, gone afterwards.
class SchemaFolder {
public:
    SchemaFolder(const std::string& name, std::string_view schema)
        : path_(std::filesystem::temp_directory_path() / name) {
        std::filesystem::create_directories(path_);
        std::ofstream(path_ / "driver.xsd") << schema;
    }
    ~SchemaFolder() { std::filesystem::remove_all(path_); }
    [[nodiscard]] std::string path() const { return path_.string(); }

private:
    std::filesystem::path path_;
};

TEST_CASE("a schema that is none is refused, and a flood of errors is cut", "[newsml][lint]") {
    NewsBench bench;
    const SchemaFolder broken("galley-broken-schema",
                              "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:element/></xs:schema>");
    CHECK(find_code(bench.validate(sound, "newsml-g2", broken.path()), "schema.broken") != nullptr);
    const SchemaFolder strict(
        "galley-strict-schema",
        "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:element name='r'><xs:complexType><xs:sequence>"
        "<xs:element name='n' type='xs:integer' "
        "maxOccurs='unbounded'/></xs:sequence></xs:complexType></xs:element></xs:schema>");
    std::string flood = "<r>";
    for (int count = 0; count < 300; ++count) {
        flood += "<n>x</n>";
    }
    const Diagnostics said = bench.validate(flood + "</r>", "newsml-g2", strict.path());
    CHECK(find_code(said, "schema.more") != nullptr);
    CHECK(std::ranges::count(said, "schema.invalid", &Diagnostic::code) == 100);
}

TEST_CASE("other standards may use the namespace inside inlineXML", "[newsml][lint]") {
    NewsBench bench;
    const std::string text = mutate(
        {"", "</contentSet>",
         R"(<inlineXML contenttype="application/sportsml+xml"><sports-content xmlns="http://iptc.org/std/nar/2006-10-01/" score-units="runs"/></inlineXML></contentSet>)"});
    CHECK(find_code(bench.validate(text), "newsml.unknown") == nullptr);
}

}  // namespace
}  // namespace galley::test
