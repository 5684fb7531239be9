#include "converters/yaml/yaml_scalar.h"
#include "core/text/base64.h"
#include "tests/unit/yaml/yaml_round_trip.h"

#include <cstdint>

using namespace galley;
using galley::test::YamlRoundTrip;

namespace {

Diagnostic refuse_to_write(const Document& document) {
    YamlRoundTrip trip;
    std::string bytes;
    const auto sink = memory_sink(bytes);
    const auto writer = yaml_format().make_writer(OptionValues::create("yaml", {}, {}).value(), trip.host).value();
    const auto session = writer->begin(*sink, trip.context).value();
    const auto written = session->story(document);
    REQUIRE_FALSE(written);
    return written.error();
}

}  // namespace

TEST_CASE("a story as it stands in YAML") {
    Document document;
    document.source.name = "carney.txt";
    document.source.newline = Newline::lf;
    document.source.size = 40;
    Headline headline{.role = HeadlineRole::kicker, .text = "A \"kicker\""};
    document.meta.headlines = {Headline{.text = "It's a headline"}, Found<Headline>(headline)};
    document.meta.headlines[1].raw = "A \"kicker\"\n";
    document.meta.headlines[1].span = Span{0, 11};
    document.meta.headlines[1].method = Method::parsed;
    document.meta.headlines[1].confidence = 95;
    document.meta.keywords = {std::string("no"), std::string("C:\\it's"), std::string("a\u2028b")};
    document.meta.dates.content_created = PartialDate{.year = 2026, .month = 1, .day = 2};
    document.body = {
        Paragraph{.content = {Text{"One."}}},
        Paragraph{.content = {Text{"Two with "}, Emphasis{.kind = EmphasisKind::strong, .content = {Text{"marks"}}},
                              LineBreak{}}},
        List{.ordered = true, .start = 3, .items = {{Paragraph{.content = {Text{"item"}}}}, {}}},
        Preformatted{.utf8 = "  a  1\nbc  2"}, ThematicBreak{}};
    document.body[0].span = Span{11, 15};
    CHECK(YamlRoundTrip().write({document}) == R"(---
galley: 1
source:
  name: "carney.txt"
  newline: lf
  size: 40
meta:
  headlines:
    - "It's a headline"
    - text: 'A "kicker"'
      role: kicker
      raw: |
        A "kicker"
      span: [0, 11]
      method: parsed
      confidence: 95
  dates:
    content_created: "2026-01-02"
  keywords:
    - "no"
    - "C:\\it's"
    - "a\u2028b"
body:
  - paragraph: "One."
    span: [11, 15]
  - paragraph:
      - "Two with "
      - strong: "marks"
      - line_break: true
  - list:
      - "item"
      - []
    ordered: true
    start: 3
  - preformatted: |2-
        a  1
      bc  2
  - break: true
)");
}

TEST_CASE("a text has the plainest style that every parser reads alike") {
    CHECK(style_for("") == ScalarStyle::double_quoted_as_is);
    CHECK(style_for("it's “quoted”, née Łódź — 東京 👩‍👩‍👧") ==
          ScalarStyle::double_quoted_as_is);
    CHECK(style_for("a \"b\"") == ScalarStyle::single_quoted);
    CHECK(style_for("C:\\") == ScalarStyle::single_quoted);
    CHECK(style_for("it's \"b\"") == ScalarStyle::double_quoted);
    CHECK(style_for("a\nb") == ScalarStyle::block);
    CHECK(style_for("a\nb\n") == ScalarStyle::block);
    CHECK(style_for(" a\nb\tc") == ScalarStyle::block);
    for (const std::string_view text :
         {"\n",        "\na",    "a\n\n",  "a\n \nb", "a\n\tb", "\ta\nb", "a\tb",   "a\rb",   "a\r\nb",     "a\n\u0085",
          "a\n\uFEFF", "\u2028", "\u2029", "\u0080",  "\x7F",   "\x1F",   "\uFFFE", "\uFDD0", "\U0005FFFF", "\uFEFF"}) {
        INFO(text);
        CHECK(style_for(text) == ScalarStyle::double_quoted);
    }
}

TEST_CASE("escapes") {
    std::string quoted;
    append_double_quoted(std::string_view("a\0\t\n\r\x1B\x7F\u0085\u2029\uFEFF\U0010FFFF'\"\\é", 24), quoted);
    CHECK(quoted == "\"a\\x00\\t\\n\\r\\x1b\\x7f\\x85\\u2029\\ufeff\\U0010ffff'\\\"\\\\é\"");
}

TEST_CASE("base64 as RFC 4648 has it, and nothing else is read") {
    const std::pair<std::string_view, std::string_view> vectors[] = {{"", ""},
                                                                     {"f", "Zg=="},
                                                                     {"fo", "Zm8="},
                                                                     {"foo", "Zm9v"},
                                                                     {"foob", "Zm9vYg=="},
                                                                     {"fooba", "Zm9vYmE="},
                                                                     {"foobar", "Zm9vYmFy"}};
    for (const auto& [bytes, text] : vectors) {
        std::string made;
        append_base64(bytes, made);
        CHECK(made == text);
        CHECK(read_base64(text) == bytes);
    }
    std::string all(256, '\0');
    for (std::size_t byte = 0; byte < all.size(); ++byte) {
        all[byte] = static_cast<char>(byte);
    }
    std::string made;
    append_base64(all, made);
    CHECK(read_base64(made) == all);
    CHECK(read_base64(" Zm9v\n YmFy ") == "foobar");
    for (const std::string_view text :
         {"Z", "Zg", "Zg=", "Zg===", "Zh==", "Zm9=", "Zg==Zg==", "=Zg=", "Zm9v!", "Zm-_"}) {
        INFO(text);
        CHECK_FALSE(read_base64(text));
    }
}

TEST_CASE("a document that breaks the model's rules is not written") {
    Document document;
    document.meta.credit = std::string("\xC3(");
    CHECK(refuse_to_write(document).code == "yaml.not-utf8-text");
    document = {};
    document.meta.dates.content_created = PartialDate{.month = 13};
    CHECK(refuse_to_write(document).code == "yaml.impossible-date");
    document = {};
    for (int level = 0; level < 300; ++level) {
        document.body = {Quote{.content = std::move(document.body)}};
    }
    CHECK(refuse_to_write(document).code == "yaml.too-deep");
}
