#include "tests/unit/newsml/news_bench.h"

#include <catch2/catch.hpp>

#include <string>
#include <string_view>

namespace galley::test {
namespace {

TEST_CASE("a message is checked item by item, its header and all items together", "[newsml][lint]") {
    NewsBench bench;
    const std::string item =
        "<newsItem standard='NewsML-G2' standardversion='2.35' conformance='power' guid='urn:x:y'>\n"
        "<catalogRef href='http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml'/>\n"
        "<itemMeta><itemClass qcode='ninat:text'/><provider><name>Example Press</name></provider><versionCreated>2026-01-02T10:00:00Z</versionCreated>"
        "<pubStatus qcode='stat:usable'/></itemMeta>\n"
        "<contentMeta><urgency>4</urgency><language tag='en'/><subject id='s1' qcode='medtop:04000000'/><headline>H</headline></contentMeta></newsItem>\n";
    const std::string begin =
        "<newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'>\n<header><sent>2026-01-02T10:00:00</sent></header>\n<itemSet>\n";
    CHECK(bench.validate(begin + item + "</itemSet></newsMessage>").size() == 1);
    std::string second = item;
    second.replace(second.find("stat:usable"), 11, "stat:foo");
    const Diagnostics said = bench.validate(begin + item + second + "<nosuch/></itemSet></newsMessage>");
    const auto line_of = [&](std::string_view code) {
        const Diagnostic* found = find_code(said, code);
        return found != nullptr ? found->where.line : 0;
    };
    CHECK(line_of("newsml.time-zone") == 2);
    CHECK(line_of("newsml.guid-duplicate") == 8);
    CHECK(line_of("newsml.publication-status") == 10);
    CHECK(line_of("newsml.value") == 11);  // the ID
    CHECK(line_of("newsml.unknown") == 12);
    CHECK(said.size() == 6);  // it is empty, too
    // An empty set is a fault, one whose items were checked is none; what comes before the end of the text is told.
    CHECK(find_code(bench.validate(begin + "</itemSet></newsMessage>"), "newsml.missing") != nullptr);
    const Diagnostics cut = bench.validate(begin + second);
    CHECK(find_code(cut, "newsml.publication-status") != nullptr);
    CHECK(find_code(cut, "xml.malformed") != nullptr);
}

}  // namespace
}  // namespace galley::test
