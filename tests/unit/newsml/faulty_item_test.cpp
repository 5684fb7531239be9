#include "tests/unit/newsml/news_bench.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace galley::test {
namespace {

constexpr std::string_view head = R"(<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" standard="NewsML-G2"
  standardversion="2.28" conformance="power" guid="urn:newsml:example.org:20260102:harbour">
  <catalogRef href="http://example.org/cv/desks.xml"/>
)";
constexpr std::string_view meta = R"(<itemMeta>
    <itemClass qcode="ninat:picture"/>
    <provider qcode="nprov:EX"/>
    <versionCreated>2026-01-02T10:00:00Z</versionCreated>
    <role qcode="irole:photo"/>
    <service qcode="svc:wire"><name>Wire</name></service>
    <memberOf uri="http://example.org/series"/>
  </itemMeta>
)";
// The urgency behind the headline breaks the order.
constexpr std::string_view rest = R"(<contentMeta>
    <audience qcode="aud:all"/>
    <headline>Harbour</headline>
    <urgency>4</urgency>
    <rating value="x" scalemin="1"/>
  </contentMeta>
  <partMeta partid="p1"><description>first</description></partMeta>
  <contentSet><remoteContent href="http://example.org/p.jpg" contenttype="image/jpeg" width="100"/></contentSet>
</newsItem>)";

std::string item(std::string_view from = {}, std::string_view to = {}) {
    std::string text = std::string(head) + std::string(meta) + std::string(rest);
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

Document read(NewsBench& bench, std::string_view bytes) {
    Context context(bench.registry(), bench.host());
    std::vector<Document> documents;
    const auto reader = Origin::create(**bench.registry().find("newsml-g2"), {}, bench.host()).value().reader;
    const auto source = memory_source("faulty.xml", bytes);
    REQUIRE(reader->read(
        *source,
        [&](Document&& document) -> Result<> {
            documents.push_back(std::move(document));
            return {};
        },
        context));
    REQUIRE(documents.size() == 1);
    return documents[0];
}

bool holds(const std::string& bytes, std::string_view part) { return bytes.find(part) != std::string::npos; }

TEST_CASE("a faulty item is mended with all of it that is sound", "[newsml]") {
    NewsBench bench;
    const auto [bytes, said] = bench.write(read(bench, item()));
    INFO(bytes);
    CHECK(find_code(said, "newsml.rewritten") != nullptr);
    for (const std::string_view kept :
         {"ninat:picture", "irole:photo", "svc:wire", "http://example.org/series", "aud:all", "partid=\"p1\"",
          "http://example.org/p.jpg", "<urgency>4</urgency>", "http://example.org/cv/desks.xml"}) {
        INFO(kept);
        CHECK(holds(bytes, kept));
    }
    for (const Diagnostic& fault : bench.validate(bytes)) {
        INFO(fault.code << " " << fault.message);
        CHECK((fault.severity != Severity::error || fault.code == "newsml.qcode-unresolved"));
    }
}

TEST_CASE("a faulty package stays a package", "[newsml]") {
    NewsBench bench;
    std::string text = item(
        R"(<contentSet><remoteContent href="http://example.org/p.jpg" contenttype="image/jpeg" width="100"/></contentSet>)",
        R"(<groupSet root="g"><group id="g" role="group:main"><itemRef residref="urn:x:y"/></group></groupSet>)");
    for (const std::string_view tag : {"<newsItem", "</newsItem"}) {
        text.replace(text.find(tag), tag.size(), tag[1] == '/' ? "</packageItem" : "<packageItem");
    }
    Document document = read(bench, text);
    const std::string bytes = bench.write(document).bytes;
    CHECK(holds(bytes, "<packageItem"));
    CHECK(holds(bytes, R"(<itemRef residref="urn:x:y"/>)"));
    document.body.emplace_back(Paragraph{.content = {Text{"Words"}}});
    const auto [with_text, said] = bench.write(document);
    CHECK(with_text == bytes);
    CHECK(find_code(said, "newsml.package-text") != nullptr);
}

TEST_CASE("each fault is mended by as little as it takes", "[newsml]") {
    NewsBench bench;
    struct Mended {
        std::string_view from;
        std::string_view to;
        std::string_view result;  ///< what stands in the item then
        std::string_view gone{};  ///< what does not
    };
    for (
        const Mended& fault : {
            Mended{"10:00:00Z", "10:00:00+0100", "<versionCreated>2026-01-02T10:00:00+01:00</versionCreated>"},
            Mended{"<headline>Harbour<", "<headline rank='first' own='x'>Harbour<", "<headline>Harbour</headline>",
                   "own="},
            Mended{"<urgency>4<", "<urgency> 44 <", "<headline>Harbour</headline>", "urgency"},
            Mended{"<headline>Harbour<", "<slugline>har\nbour</slugline><headline>Harbour<",
                   "<slugline>har bour</slugline>"},
            Mended{"<audience", "<subject qcode='svc:x'><broader qcode='svc:y'/><name>X</name></subject><audience",
                   "<subject qcode=\"svc:x\"><name>X</name><broader qcode=\"svc:y\"/></subject>"},
            Mended{"<audience", "<hash>x</hash>text<audience", "<audience qcode=\"aud:all\"/>", "hash"},
            Mended{
                "<remoteContent",
                "<inlineXML><nitf xmlns='http://iptc.org/std/NITF/2006-10-18/'><body><body.content><p>The quay.</p><li>It opens.</li>"
                "</body.content></body></nitf></inlineXML><remoteContent",
                "It opens.", "<li"},
            Mended{"width=\"100\"", "width=\"wide\"", "contenttype=\"image/jpeg\"/>", "wide"},
            Mended{" standard=\"NewsML-G2\"", "", "standard=\"NewsML-G2\""},
        }) {
        INFO(fault.to);
        const auto [bytes, said] = bench.write(read(bench, item(fault.from, fault.to)));
        INFO(bytes);
        CHECK(holds(bytes, fault.result));
        CHECK((fault.gone.empty() || !holds(bytes, fault.gone)));
        CHECK(holds(bytes, "http://example.org/p.jpg"));
        CHECK(find_code(said, "newsml.rewritten") != nullptr);
        for (const Diagnostic& found : bench.validate(bytes)) {
            CHECK((found.severity != Severity::error || found.code == "newsml.qcode-unresolved"));
        }
    }
}

TEST_CASE("what the standard demands and nobody says is not made up", "[newsml]") {
    NewsBench bench;
    struct Missing {
        std::string_view from;
        std::string_view to;
        std::string_view filled;  ///< with repair; empty: it cannot be
    };
    const Missing cases[] = {
        {R"( guid="urn:newsml:example.org:20260102:harbour")", "", "guid=\"urn:uuid:"},
        {R"(<itemClass qcode="ninat:picture"/>)", "", "ninat:text"},
        {"<versionCreated>2026-01-02T10:00:00Z</versionCreated>", "<versionCreated/>", "2026-01-03T00:00:00Z"},
        {"<versionCreated>2026-01-02T10:00:00Z</versionCreated>", "<versionCreated>yesterday</versionCreated>",
         "2026-01-03T00:00:00Z"},
        {R"(<provider qcode="nprov:EX"/>)", "", ""},
    };
    for (const Missing& missing : cases) {
        INFO(missing.from);
        const Document document = read(bench, item(missing.from, missing.to));
        const auto refused = bench.write(document);
        CHECK(refused.bytes.empty());
        CHECK(find_code(refused.said, "newsml.missing-value") != nullptr);
        const auto repaired = bench.write(document, {{"repair", "true"}});
        CHECK(repaired.bytes.empty() == missing.filled.empty());
        CHECK((find_code(repaired.said, "newsml.repaired") == nullptr) == missing.filled.empty());
        CHECK(holds(repaired.bytes, missing.filled));
    }
    Document document = read(bench, item(R"(<provider qcode="nprov:EX"/>)", ""));
    document.meta.provider = Provider{.name = "Example Press"};
    CHECK(holds(bench.write(document).bytes, "Example Press"));
}

// The name in another language has no place in the model.
TEST_CASE("a subject more leaves the others as they stood", "[newsml][writer]") {
    NewsBench bench;
    const std::string subject =
        "<subject qcode=\"medtop:04000000\"><name xml:lang=\"de\">Wirtschaft</name><name xml:lang=\"en\">economy</name></subject>";
    auto [documents, said] = bench.read(
        "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' standard='NewsML-G2' standardversion='2.35' conformance='power' guid='urn:x:y'>"
        "<catalogRef href='http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml'/><itemMeta><itemClass qcode='ninat:text'/>"
        "<provider><name>Example Press</name></provider><versionCreated>2026-01-02T10:00:00Z</versionCreated></itemMeta><contentMeta>" +
        subject + "</contentMeta></newsItem>");
    REQUIRE(documents.size() == 1);
    documents[0].meta.subjects.emplace_back(Concept{.qcode = "medtop:15000000"});
    const std::string bytes = bench.write(documents[0]).bytes;
    INFO(bytes);
    CHECK(bytes.find(subject) != std::string::npos);
    CHECK(bytes.find("medtop:15000000") != std::string::npos);
    documents[0].meta.subjects.erase(documents[0].meta.subjects.begin());
    CHECK(bench.write(documents[0]).bytes.find("Wirtschaft") == std::string::npos);
}

}  // namespace
}  // namespace galley::test
