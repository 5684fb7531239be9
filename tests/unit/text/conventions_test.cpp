#include "converters/text/conventions.h"
#include "converters/text/convention_builder.h"
#include "tests/unit/text/read.h"

#include <catch2/catch.hpp>

#include <set>
#include <string>

using namespace galley;

TEST_CASE("months of at least 28 languages are built in") {
    const text::Conventions& conventions = text::Conventions::builtin();
    std::set<std::uint8_t> languages;
    for (const text::Phrase& phrase : conventions.tables().phrases) {
        if (phrase.kind == text::PhraseKind::month) {
            languages.insert(phrase.language);
        }
    }
    CHECK(languages.size() >= 28);
}

TEST_CASE("the lexicon finds the longest phrase, whatever its case and spaces") {
    const text::Conventions& conventions = text::Conventions::builtin();
    const auto hit = conventions.lexicon().longest("Last  Updated 5 May", 0, text::PhraseKind::updated);
    REQUIRE(hit);
    CHECK(hit->end == 13);
    CHECK(conventions.lexicon().whole("4 min read", text::PhraseKind::furniture));
    CHECK_FALSE(conventions.lexicon().whole("4 min readers wait", text::PhraseKind::furniture));
}

TEST_CASE("a newsroom's own conventions are read without compiling") {
    const std::string copy =
        "Harbour to be dredged\n\nQUAYSIDE (Harbour Wire) - The harbour will be dredged next year, its master said on Friday.\n\n~~ fin du texte ~~\n";
    const std::map<std::string, std::string> files{
        {"house.yaml", "agencies:\n  - {name: HW, also: [Harbour Wire]}\nend-marks: [\"~~ fin du texte ~~\"]\n"}};
    const test::Reading own = test::read(copy, {{"conventions", "house.yaml"}}, files);
    REQUIRE(own.document);
    REQUIRE(own.document->meta.datelines.size() == 1);
    CHECK(own.document->meta.datelines.front().value.agencies.front().value == "HW");
    CHECK(own.document->meta.furniture.back().value.kind == FurnitureKind::end_mark);
    CHECK(own.document->body.size() == 1);
}

TEST_CASE("mistakes in a conventions file are told with their line") {
    const auto refused = [](const std::string& yaml) {
        const test::Reading reading = test::read("Text.\n", {{"conventions", "house.yaml"}}, {{"house.yaml", yaml}});
        REQUIRE_FALSE(reading.document);
        return reading.document.error();
    };
    const Diagnostic unknown = refused("language: en\nagences: [x]\n");
    CHECK(unknown.code == "conventions.unknown-key");
    CHECK(unknown.where.line == 2);
    REQUIRE(unknown.hints.size() == 1);
    CHECK(unknown.hints.front().find("agencies") != std::string::npos);
    CHECK(refused("months: [January]\n").code == "conventions.bad-value");
    CHECK(refused("zones: {XYZ: 5}\n").code == "conventions.bad-value");
    CHECK(refused("eras: {x: many}\n").code == "conventions.bad-value");
    CHECK(refused("agencies:\n  - {also: [x]}\n").code == "conventions.bad-value");
    CHECK(refused("furniture: {chrome: [x]}\n").code == "conventions.unknown-key");
    CHECK(refused("[").code == "yaml.syntax");
    const test::Reading missing = test::read("Text.\n", {{"conventions", "none.yaml"}});
    REQUIRE_FALSE(missing.document);
    CHECK(missing.document.error().code == "input.missing");
}
