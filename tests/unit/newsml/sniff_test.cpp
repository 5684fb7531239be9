// What is recognised of the first bytes, however much stands before the first element and in whatever encoding.

#include "tests/support/piecewise_source.h"
#include "tests/unit/newsml/news_bench.h"

#include <catch2/catch.hpp>

#include <string>
#include <string_view>

namespace galley::test {
namespace {

constexpr std::string_view item = "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='urn:x:y'>";

/// With every character in `width` bytes, the last or first of which is the character itself.
std::string widen(std::string_view text, std::size_t width, bool low_first) {
    std::string wide;
    for (const char character : text) {
        std::string one(width, '\0');
        one[low_first ? 0 : width - 1] = character;
        wide += one;
    }
    return wide;
}

TEST_CASE("a format is found out whatever stands before its first element", "[newsml][sniff]") {
    NewsBench bench;
    const auto score = [&](std::string_view format, std::string_view head) {
        return (*bench.registry().find(format))->sniff(head.substr(0, 4096));
    };
    const std::string much(5000, 'x');
    CHECK(score("newsml-g2", item) == 95);
    CHECK(score("newsml-g2", "<!-- " + much) > score("text", "<!-- " + much));
    CHECK(score("newsml-g2", "<?xml version='1.0'?><?x " + much) > score("text", "<?xml version='1.0'?><?x " + much));
    CHECK(score("newsml-g2", "<!DOCTYPE newsItem [<!ENTITY a '" + much) >= 70);
    CHECK(score("nitf", "<?xml version='1.0'?>\n<!DOCTYPE nitf [<!ENTITY a '" + much) == 90);
    CHECK(score("newsml-1", "<!DOCTYPE NewsML PUBLIC 'a' 'b' [<!ENTITY a '" + much) == 95);
    CHECK(score("newsml-1", "<!DOCTYPE nitf><NewsML>") == 95);
    CHECK(score("newsml-g2", "<p>" + much) == 0);
    CHECK(score("newsml-g2", "<" + much) == 0);
    CHECK(score("newsml-g2", "Paris <!-- " + much) == 0);
    CHECK(score("newsml-g2", "") == 0);
    for (const std::size_t width : {std::size_t{2}, std::size_t{4}}) {
        for (const bool low_first : {true, false}) {
            CHECK(score("newsml-g2", widen(item, width, low_first)) == 95);
        }
    }
    CHECK(score("newsml-g2", std::string_view("\xFF\xFE\0\0", 4)) == 0);
}

TEST_CASE("a file that is not the UTF-8 it says is read alike from memory and from a pipe", "[newsml][xml]") {
    NewsBench bench;
    std::string text =
        "<?xml version='1.0' encoding='UTF-8'?><nitf><body><body.content><p>Der Kai ist ge\xF6"
        "ffnet, und die Schiffe k\xF6nnen \xFC"
        "ber Nacht bleiben.</p></body.content></body></nitf>";
    const auto whole = bench.read(text, "nitf");
    REQUIRE(whole.documents.size() == 1);
    CHECK(find_code(whole.said, "xml.wrong-encoding") != nullptr);
    PiecewiseSource source("item.xml", text, 7);
    Context context(bench.registry(), bench.host());
    const auto origin = Origin::create(**bench.registry().find("nitf"), {}, bench.host());
    std::size_t stories = 0;
    REQUIRE(origin->reader->read(
        source,
        [&](const Document& document) -> Result<> {
            ++stories;
            CHECK(document.body == whole.documents[0].body);
            return {};
        },
        context));
    CHECK(stories == 1);
    CHECK(find_code(context.diagnostics(), "xml.wrong-encoding") != nullptr);
    // A character that the look ahead cuts is none that is wrong.
    std::string even = "<nitf><body><body.content><p>";
    while (even.size() < 70'000) {
        even += "\xC3\xB6";
    }
    PiecewiseSource long_source("item.xml", even + "</p></body.content></body></nitf>", 4096);
    Context quiet(bench.registry(), bench.host());
    CHECK(origin->reader->read(
        long_source, [](const Document&) -> Result<> { return {}; }, quiet));
    CHECK(quiet.diagnostics().empty());
}

}  // namespace
}  // namespace galley::test
