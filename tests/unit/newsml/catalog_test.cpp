#include "tests/unit/newsml/news_bench.h"

#include <catch2/catch.hpp>

namespace galley::test {
namespace {

constexpr std::string_view item = R"(<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" standard="NewsML-G2"
  standardversion="2.35" conformance="power" guid="urn:newsml:example.org:20260102:harbour">
  <catalogRef href="http://example.org/cv/desks_3.xml"/>
  <itemMeta><itemClass qcode="ninat:text"/><provider qcode="desk:EX"/>
  <versionCreated>2026-01-02T10:00:00Z</versionCreated><signal qcode="old:x"/></itemMeta>
</newsItem>)";

constexpr std::string_view catalog =
    R"(<catalog xmlns="http://iptc.org/std/nar/2006-10-01/" url="http://example.org/cv/desks.xml">
  <scheme alias="desk" uri="http://example.org/desk/"/><scheme alias="ninat" uri="http://cv.iptc.org/newscodes/ninature/"/>
  <scheme alias="old" uri="http://example.org/old/" schemeretired="2020-01-01"/>
</catalog>)";

Diagnostics check(const std::map<std::string, std::string, std::less<>>& files, std::string_view bytes = item) {
    NewsBench bench;
    Context context(bench.registry(), bench.host());
    context.reference_files = files;
    REQUIRE(bench.registry().find("newsml-g2").value()->validate("item.xml", bytes, {}, context));
    return context.diagnostics();
}

TEST_CASE("aliases are looked up in the catalogs that are handed over", "[newsml][lint]") {
    const Diagnostics alone = check({});
    CHECK(find_code(alone, "newsml.catalog-unknown") != nullptr);
    CHECK(find_code(alone, "newsml.qcode-unresolved") == nullptr);

    // By its address, or by the name of the file.
    for (const std::string key : {"http://example.org/cv/desks_3.xml", "folder/desks_3.xml"}) {
        const Diagnostics said = check({{key, std::string(catalog)}});
        INFO(key);
        CHECK(find_code(said, "newsml.catalog-unknown") == nullptr);
        CHECK(find_code(said, "newsml.qcode-unresolved") == nullptr);
        CHECK(find_code(said, "newsml.retired-scheme") != nullptr);
    }
    std::string stranger(item);
    stranger.replace(stranger.find("desk:EX"), 7, "party:E");
    CHECK(find_code(check({{"desks_3.xml", std::string(catalog)}}, stranger), "newsml.qcode-unresolved") != nullptr);
}

TEST_CASE("a catalog of another address is not taken for the one that is meant", "[newsml][lint]") {
    CHECK(find_code(check({{"desks_2.xml", std::string(catalog)}}), "newsml.catalog-unknown") != nullptr);
    std::string renamed(item);
    renamed.replace(renamed.find("desks_3.xml"), 11, "desks.xml");
    CHECK(find_code(check({{"any-name.xml", std::string(catalog)}}, renamed), "newsml.catalog-unknown") == nullptr);
}

TEST_CASE("a catalogItem is a catalog, too; what is none is said", "[newsml][lint]") {
    const std::string inside = R"(<catalogItem xmlns="http://iptc.org/std/nar/2006-10-01/"><catalogContainer>)" +
                               std::string(catalog) + "</catalogContainer></catalogItem>";
    CHECK(find_code(check({{"desks_3.xml", inside}}), "newsml.catalog-unknown") == nullptr);
    CHECK(find_code(check({{"desks_3.xml", "<html/>"}}), "newsml.catalog-unreadable") != nullptr);
    CHECK(find_code(check({{"desks_3.xml", "no XML"}}), "newsml.catalog-unreadable") != nullptr);
}

TEST_CASE("an alias is looked for in the catalog that the item names, not in a later one of IPTC's", "[newsml][lint]") {
    NewsBench bench;
    const auto said_of = [&](std::string_view number, std::string_view code) {
        return bench.validate(
            "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' standard='NewsML-G2' standardversion='2.30' conformance='power' guid='urn:x:y'>"
            "<catalogRef href='http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_" +
            std::string(number) + ".xml'/><itemMeta><itemClass qcode='ninat:text'/><provider qcode='" +
            std::string(code) + "'/><versionCreated>2026-01-02T10:00:00Z</versionCreated></itemMeta></newsItem>");
    };
    CHECK(find_code(said_of("32", "parasport:a"), "newsml.qcode-unresolved") != nullptr);
    CHECK(find_code(said_of("38", "parasport:a"), "newsml.qcode-unresolved") == nullptr);
    CHECK(find_code(said_of("41", "parasport:a"), "newsml.qcode-unresolved") == nullptr);
    CHECK(find_code(said_of("11", "nprov:AFP"), "newsml.qcode-unresolved") == nullptr);
    CHECK(find_code(said_of("41", "nosuch:a"), "newsml.qcode-unresolved") != nullptr);
    // What a catalog has that is newer than what is built in, nobody can know.
    const Diagnostics newer = said_of("99", "nosuch:a");
    CHECK(find_code(newer, "newsml.qcode-unresolved") == nullptr);
    CHECK(find_code(newer, "newsml.catalog-unknown") != nullptr);
}

}  // namespace
}  // namespace galley::test
