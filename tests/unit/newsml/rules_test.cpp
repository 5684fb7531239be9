#include "tests/unit/newsml/news_bench.h"

#include <catch2/catch.hpp>

#include <set>
#include <string>

namespace galley::test {
namespace {

TEST_CASE("every rule says what it asks, why, where that stands and how to repair it", "[newsml][lint]") {
    NewsBench bench;
    for (const std::string_view name : {"newsml-g2", "nitf", "newsml-1"}) {
        std::set<std::string_view> codes;
        const Format& format = *bench.registry().find(name).value();
        CHECK(format.rules.size() > 8);
        for (const Rule& rule : format.rules) {
            INFO(rule.code);
            CHECK(codes.insert(rule.code).second);
            for (const std::string_view text : {rule.asks, rule.why, rule.clause, rule.repair}) {
                CHECK_FALSE(text.empty());
                CHECK_FALSE(text.ends_with('.'));
            }
        }
    }
}

// What a validator says is what its rules tell about: a sample of faults, looked up.
TEST_CASE("findings are of rules that are told", "[newsml][lint]") {
    NewsBench bench;
    const Format& format = *bench.registry().find("newsml-g2").value();
    for (const std::string_view bytes :
         {"<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' version='x'><itemMeta><link/></itemMeta></newsItem>",
          "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/'><itemMeta></newsItem>",
          "<!DOCTYPE a [<!ENTITY b 'c'>]><newsItem xmlns='http://iptc.org/std/nar/2006-10-01/'>&b;</newsItem>"}) {
        for (const Diagnostic& said : bench.validate(bytes)) {
            INFO(said.code);
            const auto rule = std::ranges::find(format.rules, said.code, &Rule::code);
            REQUIRE(rule != format.rules.end());
            CHECK(rule->severity == said.severity);
        }
    }
}

}  // namespace
}  // namespace galley::test
