#include "galley/profile.h"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

using namespace galley;

namespace {

Diagnostic refuse(std::string_view yaml) {
    const auto profile = read_profile("profile.yaml", yaml);
    REQUIRE_FALSE(profile);
    CHECK(profile.error().where.source == "profile.yaml");
    CHECK(profile.error().cause == Cause::usage);
    return profile.error();
}

}  // namespace

TEST_CASE("every key of a profile is read") {
    const auto profile = read_profile("p", R"(
guid: urn:newsml:example.org:20260102:x
version: 3
title: A title
language: fr-CA
provider: {name: Example Press, domain: example.org, qcode: nprov:EXP, uri: 'http://example.org/'}
status: withheld
urgency: "3"
embargo: 2026-01-02T10:00-05:00
rights: {holder: A, holder_uri: b, notice: © c, usage_terms: d, data_mining: e}
credit: Someone
slugline: {text: A/B, separator: /}
subjects: [medtop:11000000, politics and more, {qcode: a:b, name: c}, http://example.org/x]
genres: genre:Current
signals: [sig:update]
keywords: [no, 12:30, "yes"]
notes: [a note, {text: b, role: correction}]
options:
  pdf: {page: letter, tagged: true, margin: 12}
  newsml-g2: {body: [nitf, text]}
)");
    REQUIRE(profile);
    Profile expected;
    expected.guid = "urn:newsml:example.org:20260102:x";
    expected.version = 3;
    expected.title = "A title";
    expected.language = "fr-CA";
    expected.provider =
        Provider{.qcode = "nprov:EXP", .uri = "http://example.org/", .name = "Example Press", .domain = "example.org"};
    expected.status = PublicationStatus::withheld;
    expected.urgency = 3;
    expected.embargo =
        Embargo{.until = {.year = 2026, .month = 1, .day = 2, .time = TimeOfDay{.hour = 10}, .offset = -300}};
    expected.rights = Rights{.holder = "A", .holder_uri = "b", .notice = "© c", .usage_terms = "d", .data_mining = "e"};
    expected.credit = "Someone";
    expected.slugline = Slugline{.text = "A/B", .separator = "/"};
    expected.subjects = {{.qcode = "medtop:11000000"},
                         {.name = "politics and more"},
                         {.qcode = "a:b", .name = "c"},
                         {.uri = "http://example.org/x"}};
    expected.genres = {{.qcode = "genre:Current"}};
    expected.signals = {{.qcode = "sig:update"}};
    expected.keywords = {"no", "12:30", "yes"};
    expected.notes = {{.text = "a note"}, {.role = "correction", .text = "b"}};
    expected.options = {{"pdf", {{"page", "letter"}, {"tagged", "true"}, {"margin", "12"}}},
                        {"newsml-g2", {{"body", "nitf,text"}}}};
    CHECK(*profile == expected);
}

TEST_CASE("short forms and empty profiles") {
    CHECK(read_profile("p", "")->keywords.empty());
    CHECK(*read_profile("p", "# nothing\n") == Profile{});
    CHECK(*read_profile("p", "options:\nkeywords:\n") == Profile{});
    CHECK(read_profile("p", "provider: Example Press")->provider->name == "Example Press");
    CHECK(read_profile("p", "embargo: {}")->embargo->until.empty());
}

TEST_CASE("what is no YAML is profile.not-yaml with its place") {
    const Diagnostic broken = refuse("title: [a\nb: c");
    CHECK(broken.code == "profile.not-yaml");
    CHECK(broken.where.line >= 1);
    CHECK(refuse("title: a\ntitle: b").code == "profile.not-yaml");
    CHECK(refuse("title: \xFF").code == "profile.not-yaml");
    CHECK(refuse("a: &a [*a]").code == "profile.not-yaml");
}

TEST_CASE("an unknown key is profile.unknown-key with its line and a suggestion") {
    const Diagnostic unknown = refuse("title: a\nlangauge: en\n");
    CHECK(unknown.code == "profile.unknown-key");
    CHECK(unknown.where.line == 2);
    CHECK(unknown.where.column == 1);
    REQUIRE(unknown.hints.size() == 1);
    CHECK(unknown.hints[0] == "did you mean 'language'?");
    const Diagnostic inner = refuse("provider:\n  name: a\n  domian: example.org\nzzzzz: 1\n");
    CHECK(inner.where.line == 3);
    CHECK(inner.hints.front() == "did you mean 'domain'?");
    CHECK(inner.hints.back().contains("line 4"));
}

TEST_CASE("a value that does not fit is profile.bad-value with its line") {
    for (const std::string_view yaml : {"a",
                                        "- a",
                                        "title:",
                                        "title: [a]",
                                        "version: x",
                                        "version: 0",
                                        "version: -1",
                                        "urgency: 10",
                                        "urgency: 0",
                                        "urgency: 300",
                                        "status: published",
                                        "embargo: tomorrow",
                                        "embargo: 2026-02-30",
                                        "language: 'en US'",
                                        "language: ''",
                                        "guid: carney",
                                        "provider: [a]",
                                        "options: pdf",
                                        "options: {pdf: letter}",
                                        "options: {pdf: {page: {a: b}}}",
                                        "keywords: {a: b}"}) {
        INFO(yaml);
        const Diagnostic bad = refuse(yaml);
        CHECK(bad.code == "profile.bad-value");
        CHECK(bad.where.line == 1);
        CHECK_FALSE(bad.message.empty());
    }
    CHECK(refuse("status: usabel").hints.front() == "did you mean 'usable'?");
}

TEST_CASE("the sample profile can be read and says something of most kinds") {
    const char* source = std::getenv("GALLEY_SOURCE");
    REQUIRE(source);
    std::ifstream file(std::string(source) + "/samples/profile.yaml", std::ios::binary);
    const std::string yaml{std::istreambuf_iterator<char>(file), {}};
    const auto profile = read_profile("samples/profile.yaml", yaml);
    REQUIRE(profile);
    CHECK(profile->provider->domain == "example.org");
    CHECK(profile->subjects.size() == 2);
    CHECK(profile->options.at("newsml-g2").at("body") == "nitf,text");

    // What is commented out is right, too, once the comment signs are gone.
    std::string all;
    std::size_t start = yaml.find("\n\n");
    for (std::size_t end; (end = yaml.find('\n', start)) != std::string::npos; start = end + 1) {
        std::string line = yaml.substr(start, end - start);
        const std::size_t sign = line.find("# ");
        const bool is_key = sign != std::string::npos && line.find(':') != std::string::npos &&
                            line.find_first_not_of("abcdefghijklmnopqrstuvwxyz_", sign + 2) == line.find(':', sign);
        if (is_key || line.starts_with("#   ")) {
            line.erase(sign, 2);
        }
        all += line + '\n';
    }
    const auto everything = read_profile("samples/profile.yaml", all);
    if (!everything) {
        FAIL(everything.error().where.line << ": " << everything.error().message << "\n" << all);
    }
    CHECK(everything->notes.size() == 2);
    CHECK(everything->version == 2);
    CHECK(everything->slugline->separator == "/");
    CHECK(everything->embargo);
}
