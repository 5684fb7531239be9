#include "tests/unit/newsml/news_bench.h"

#include <catch2/catch.hpp>

#include <string>

namespace galley::test {
namespace {

constexpr std::string_view head =
    R"(<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" standard="NewsML-G2" standardversion="2.35"
  conformance="power" guid="urn:newsml:example.org:20260102:harbour">
  <catalogRef href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml"/>)";
constexpr std::string_view rights = R"(<rightsInfo creator="x:desk"><accountable><name>B. Lund</name></accountable>
    <copyrightHolder uri="http://example.org/"><name>Example Press</name><name xml:lang="fr">Presse</name></copyrightHolder>
    <copyrightNotice href="http://example.org/c">© Example Press</copyrightNotice>
    <copyrightNotice xml:lang="fr">© Presse</copyrightNotice>
    <usageTerms>Once only.</usageTerms>
    <link href="http://example.org/rights"/></rightsInfo>
  <rightsInfo><link href="http://example.org/policy"/></rightsInfo>)";
constexpr std::string_view meta =
    R"(<itemMeta><itemClass qcode="ninat:text"/><provider><name>Example Press</name></provider>
    <versionCreated>2026-01-02T10:00:00Z</versionCreated><title>Harbour</title><title xml:lang="fr">Port</title></itemMeta>
  <contentMeta><language tag="en"/><language tag="fr"/><headline>Harbour</headline><description role="drol:summary">A quay.</description>
    <description role="drol:caption">The new quay.</description></contentMeta>)";
constexpr std::string_view tail =
    R"(<contentSet><inlineData contenttype="text/plain">The quay opens.</inlineData></contentSet></newsItem>)";

Document read(NewsBench& bench, const std::string& bytes) {
    auto [documents, said] = bench.read(bytes);
    REQUIRE(documents.size() == 1);
    return std::move(documents[0]);
}

std::string item(std::string_view its_rights = rights) {
    return std::string(head) + std::string(its_rights) + std::string(meta) + std::string(tail);
}

bool holds(std::string_view bytes, std::string_view part) { return bytes.contains(part); }

}  // namespace

TEST_CASE("of several descriptions the one that the model holds is replaced", "[newsml][writer]") {
    NewsBench bench;
    Document document = read(bench, item());
    REQUIRE(document.meta.summary);
    document.meta.summary = std::string("A new quay.");
    document.meta.title = std::string("New harbour");
    const std::string bytes = bench.write(document).bytes;
    INFO(bytes);
    CHECK(holds(bytes, "A new quay."));
    CHECK_FALSE(holds(bytes, ">A quay."));
    CHECK(holds(bytes, R"(<description role="drol:caption">The new quay.</description>)"));
    CHECK(holds(bytes, R"(<title xml:lang="fr">Port</title>)"));
    CHECK_FALSE(holds(bytes, "<title>Harbour<"));
    const Document again = read(bench, bytes);
    CHECK(again.meta.summary->value == "A new quay.");
    CHECK(again.meta.title->value == "New harbour");
}

TEST_CASE("a new notice leaves the rest of the rights as it stood", "[newsml][writer]") {
    NewsBench bench;
    Document document = read(bench, item());
    REQUIRE(document.meta.rights.size() == 1);
    document.meta.rights[0].value.notice = "© 2026 Example Press";
    const auto [bytes, said] = bench.write(document);
    INFO(bytes);
    CHECK(holds(bytes, ">© 2026 Example Press</copyrightNotice>"));
    CHECK_FALSE(holds(bytes, ">© Example Press<"));
    for (const std::string_view kept : {"B. Lund", ">Presse<", "© Presse", "Once only.", "http://example.org/rights",
                                        "http://example.org/policy", "x:desk"}) {
        INFO(kept);
        CHECK(holds(bytes, kept));
    }
    CHECK(read(bench, bytes).meta.rights[0].value.notice == "© 2026 Example Press");
}

TEST_CASE("a fault in the rights costs no more than it is in", "[newsml][writer]") {
    NewsBench bench;
    std::string faulty(rights);
    faulty.replace(faulty.find("<usageTerms>"), 12, "<usageTerms>Free</usageTerms><usageTerms role=\"no code\">");
    const std::size_t holder = faulty.find("<copyrightHolder");
    faulty.replace(
        holder, faulty.find("<copyrightNotice") - holder,
        "<copyrightHolder uri=\"http://example.org/\"><urgency>4</urgency><name>Example Press</name></copyrightHolder>");
    faulty.replace(faulty.find("<copyrightNotice href"), 16,
                   "<copyrightNotice><b>loud</b></copyrightNotice><copyrightNotice");
    const Document document = read(bench, item(faulty));
    const auto [bytes, said] = bench.write(document);
    INFO(bytes);
    CHECK(find_code(said, "newsml.rewritten") != nullptr);
    for (const std::string_view kept :
         {"B. Lund", "© Presse", "Once only.", "http://example.org/rights", "http://example.org/policy", "x:desk"}) {
        INFO(kept);
        CHECK(holds(bytes, kept));
    }
}

TEST_CASE("rights that come or go are written anew", "[newsml][writer]") {
    NewsBench bench;
    Document document = read(bench, item());
    document.meta.rights.emplace_back(Rights{.notice = "© Second Press"});
    const std::string more = bench.write(document).bytes;
    CHECK(holds(more, "© Second Press"));
    CHECK(holds(more, "B. Lund"));
    CHECK(holds(more, "http://example.org/policy"));
    document.meta.rights.clear();
    const std::string none = bench.write(document).bytes;
    CHECK_FALSE(holds(none, "Example Press</copyrightNotice>"));
    CHECK(holds(none, "http://example.org/policy"));
}

}  // namespace galley::test
