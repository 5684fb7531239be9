#include "tests/unit/yaml/yaml_round_trip.h"

#include "galley/digest.h"

#include <chrono>

using namespace galley;
using galley::test::YamlRoundTrip;

namespace {

Document read(std::string_view yaml) { return YamlRoundTrip().read_one(yaml); }

Diagnostic refuse(std::string_view yaml) { return YamlRoundTrip().refuse(yaml); }

}  // namespace

TEST_CASE("a story written by hand, in the shortest forms") {
    const Document document = read(R"(
meta:
  headlines: Carney to travel to Paris
  bylines:
    - contributors: Dalena Reporters
  datelines:
    - places: [Ottawa, Paris]
      date: 2026-01-02
  language: en-CA
  status: usable
  urgency: 5
  subjects: [medtop:11000000, politics]
  keywords: [no, 12:30, ~x]
body:
  - One paragraph.
  - paragraph: [Two with , {strong: marks}, ' and ', {link: a link, target: 'https://example.org/'}]
  - heading: A heading
  - list: [one, [two, and more], {quote: three}]
    ordered: true
  - table:
      - [{content: a, header: true}, b]
      - [c, d]
  - break:
  - preformatted: |
      a  1
      b  2
)");
    REQUIRE(document.meta.headlines.size() == 1);
    CHECK(document.meta.headlines[0].value.text == "Carney to travel to Paris");
    CHECK(document.meta.headlines[0].method == Method::stated);
    CHECK(document.meta.bylines[0].value.contributors[0].value.name == "Dalena Reporters");
    CHECK(document.meta.datelines[0].value.places[1].value.name == "Paris");
    CHECK(document.meta.datelines[0].value.date->value == PartialDate{.year = 2026, .month = 1, .day = 2});
    CHECK(document.meta.subjects[0].value.qcode == "medtop:11000000");
    CHECK(document.meta.subjects[1].value.name == "politics");
    CHECK(document.meta.keywords[0].value == "no");
    CHECK(document.meta.keywords[1].value == "12:30");
    REQUIRE(document.body.size() == 7);
    CHECK(document.body[0] == Block(Paragraph{.content = {Text{"One paragraph."}}}));
    const auto& marked = std::get<Paragraph>(document.body[1].node).content;
    REQUIRE(marked.size() == 4);
    CHECK(marked[1] == Inline(Emphasis{.kind = EmphasisKind::strong, .content = {Text{"marks"}}}));
    CHECK(std::get<List>(document.body[3].node).items[1].size() == 2);
    CHECK(std::get<Table>(document.body[4].node).rows[0][0].header);
    CHECK(std::get<Preformatted>(document.body[6].node).utf8 == "a  1\nb  2\n");
}

TEST_CASE("a story without a source has the YAML file for one") {
    const std::string yaml = "body: [one]\n---\nbody: [two]\n";
    YamlRoundTrip trip;
    trip.context.keep_source_bytes(true);
    const auto documents = trip.read(yaml);
    REQUIRE(documents.size() == 2);
    const Source& source = documents[1].source;
    CHECK(source.name == "test.yaml");
    CHECK(source.format == "yaml");
    CHECK(source.bytes == "---\nbody: [two]\n");
    CHECK(source.sha256 == sha256("---\nbody: [two]\n"));
    CHECK(source.extent == Span{12, 28});
    CHECK(read("source: {}\nbody: [one]").source == Source{});
}

TEST_CASE("keys whose values were all taken away are as if they were not there") {
    CHECK(read("source:\nmeta:\nbody:\nresources:\nprovenance:\nextra:\nidentity:\n") == Document{});
    CHECK(read("source:\nmeta:\n  headlines:\n  dates:\n  provider:\n  embargo:\n  slugline:\n") == Document{});
}

TEST_CASE("an unknown key is refused with its line and a suggestion") {
    const Diagnostic top = refuse("galley: 1\nbdoy: []\n");
    CHECK(top.code == "yaml.unknown-key");
    CHECK(top.where.line == 2);
    CHECK(top.hints.front() == "did you mean 'body'?");
    const Diagnostic inner = refuse("meta:\n  headlines:\n    - txet: a\n");
    CHECK(inner.code == "yaml.unknown-key");
    CHECK(inner.where.line == 3);
    CHECK(inner.where.column == 7);
    CHECK(inner.hints.front() == "did you mean 'text'?");
    for (const std::string_view yaml :
         {"body: [{paragraf: a}]", "body: [{paragraph: a, levle: 2}]", "body: [{paragraph: a, heading: b}]",
          "body: [{paragraph: [{bold: a}]}]", "body: [{paragraph: [{text: a, title: b}]}]",
          "extra: [{kind: text, nam: b}]", "meta: {credit: {value: a, confidnce: 3}}",
          "meta: {title: {value: a, text: b}}", "resources: [{id: a, hrf: b}]", "provenance: {events: [{acton: a}]}",
          "body: [{level: 2}]"}) {
        INFO(yaml);
        CHECK(refuse(yaml).code == "yaml.unknown-key");
    }
    CHECK(refuse("colour: red").hints.front().contains("keys here: galley, source"));
}

TEST_CASE("a value that does not fit is refused with its line") {
    for (const std::string_view yaml : {"just text",
                                        "- a",
                                        "source: a",
                                        "source: {size: big}",
                                        "source: {size: -1}",
                                        "source: {size: 18446744073709551616}",
                                        "source: {newline: cr-lf}",
                                        "source: {sha256: abc}",
                                        "source: {base64: '%'}",
                                        "source: {base64: [a]}",
                                        "source: {extent: 3}",
                                        "source: {extent: [1, 2, 3]}",
                                        "source: {extent: [a, b]}",
                                        "source: {encoding: {raw: a}}",
                                        "meta: {urgency: {value: high}}",
                                        "meta: {urgency: 256}",
                                        "meta: {title: [a]}",
                                        "meta: {title: }",
                                        "meta: {status: done}",
                                        "meta: {dates: {content_created: yesterday}}",
                                        "meta: {dates: {content_created: [a]}}",
                                        "meta: {rights: me}",
                                        "meta: {bylines: [{and_others: maybe}]}",
                                        "meta: {credit: {value: a, span: [1]}}",
                                        "body: [[a]]",
                                        "body: [{paragraph: [[a]]}]",
                                        "body: [{}]",
                                        "body: [{heading: a, level: two}]",
                                        "body: [{preformatted: [a]}]",
                                        "body: [{break: 3}]",
                                        "extra: [{kind: thing}]",
                                        "galley: one",
                                        "meta: {headlines: [~]}",
                                        "body: [~]"}) {
        INFO(yaml);
        const Diagnostic bad = refuse(yaml);
        CHECK(bad.code == "yaml.bad-value");
        CHECK(bad.where.line == 1);
    }
    CHECK(refuse("source:\n  newline: crfl").hints.front() == "did you mean 'crlf'?");
    CHECK(refuse("galley: 2").code == "yaml.unknown-version");
}

TEST_CASE("every mistake of a story is said, up to a bound") {
    YamlRoundTrip trip;
    CHECK(trip.read("meta:\n  urgency: high\n  headlin: a\nbody: [{hading: b}]\n").empty());
    CHECK(trip.context.diagnostics().size() == 3);
    std::string many = "body:\n";
    for (int i = 0; i < 10'000; ++i) {
        many += "  - {hading: b}\n";
    }
    trip.context.diagnostics().clear();
    CHECK(trip.read(many).empty());
    CHECK(trip.context.diagnostics().size() <= 100);
}

TEST_CASE("a document that breaks a rule of the model is refused") {
    CHECK(refuse("source: {size: 10}\nbody: [{paragraph: a, span: [0, 11]}]").code == "invariant.bad-span");
    CHECK(refuse("body: [{figure: nowhere}]").code == "invariant.no-resource");
    CHECK(refuse("body: [{heading: a, level: 9}]").code == "invariant.bad-heading");
    CHECK(refuse("body: [\"a\\nb\"]").code == "invariant.control-in-text");
    CHECK(refuse("body: [\"a\\nb\"]").where.source == "test.yaml");
}

TEST_CASE("a broken story does not spoil those beside it, and lines count through the stream") {
    YamlRoundTrip trip;
    const auto documents =
        trip.read("body: [one]\n---\nbody: [two\n---\nbody: [three]\n---\nmeta:\n  x: y\n...\n---\nbody: [five]\n");
    REQUIRE(documents.size() == 3);
    REQUIRE(trip.context.diagnostics().size() == 2);
    CHECK(trip.context.diagnostics()[0].code == "yaml.syntax");
    CHECK(trip.context.diagnostics()[0].where.line >= 3);
    CHECK(trip.context.diagnostics()[1].where.line == 8);
}

TEST_CASE("hostile streams are refused, and fast") {
    const auto start = std::chrono::steady_clock::now();
    std::string lists = "body:\n";
    for (int level = 0; level < 200; ++level) {
        lists.append(static_cast<std::size_t>(level) * 2, ' ').append("- quote:\n");
    }
    CHECK(refuse(lists + std::string(400, ' ') + "- a\n").code == "invariant.too-deep");
    CHECK(refuse("body: " + std::string(100'000, '[')).code == "yaml.too-deep");
    std::string keys = "body:\n  - paragraph: x\n";
    for (int i = 0; i < 50'000; ++i) {
        keys += "    key" + std::to_string(i) + ": x\n";
    }
    CHECK(refuse(keys).code == "yaml.unknown-key");
    std::string markers;
    for (int i = 0; i < 200'000; ++i) {
        markers += "---\n";
    }
    CHECK(YamlRoundTrip().read(markers).empty());
    CHECK(
        refuse(
            "a: &a [b, b, b, b, b, b, b, b, b, b]\nc: &c [*a, *a, *a, *a, *a, *a, *a, *a]\nd: [*c, *c, *c, *c, *c, *c, *c, *c, *c]")
            .code == "yaml.alias-expansion");
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(30));
}

TEST_CASE("one story of a stream may not be larger than the limit; the stream may") {
    Registry registry;
    MemoryHost host;
    Limits limits;
    limits.story_bytes = 100;
    Context context(registry, host, limits);
    const OptionValues options = OptionValues::create("yaml", {}, {}).value();
    const auto reader = yaml_format().make_reader(options, host).value();
    int stories = 0;
    const auto count = [&](Document&&) -> Result<> {
        ++stories;
        return {};
    };
    std::string stream;
    for (int i = 0; i < 50; ++i) {
        stream += "---\nbody: [a]\n";
    }
    REQUIRE(reader->read(*memory_source("t", stream), count, context));
    CHECK(stories == 50);
    const std::string large = "body: [" + std::string(200, 'a') + "]\n";
    const auto refused = reader->read(*memory_source("t", large), count, context);
    const bool is_refused = !refused || !context.diagnostics().empty();
    CHECK(is_refused);
    CHECK(stories == 50);
}

TEST_CASE("the first bytes tell what it is") {
    const auto sniff = yaml_format().sniff;
    CHECK(sniff("---\ngalley: 1\nsource: {}\n") == 100);
    CHECK(sniff("\xEF\xBB\xBFgalley: 1\n") == 100);
    CHECK(sniff("meta:\n  title: a\nbody:\n  - b\n") > 50);
    CHECK(sniff("By A Reporter\nOTTAWA: The somebody: said.\n") == 0);
    CHECK(sniff("") == 0);
}

TEST_CASE("the validator says what is wrong") {
    YamlRoundTrip trip;
    REQUIRE(yaml_format().validate("t", "galley: 1\nbody: [a]\n", "", trip.context));
    CHECK(trip.context.diagnostics().empty());
    REQUIRE(yaml_format().validate("t", "galley: 1\nbdy: [a]\n", "", trip.context));
    CHECK(worst(trip.context.diagnostics()) == Severity::error);
    trip.context.diagnostics().clear();
    REQUIRE(yaml_format().validate("t", "# nothing\n", "", trip.context));
    REQUIRE(trip.context.diagnostics().size() == 1);
    CHECK(trip.context.diagnostics()[0].code == "yaml.no-story");
}
