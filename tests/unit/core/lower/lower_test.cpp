#include "galley/lower.h"
#include "galley/plain_text.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace galley;

namespace {

Document everything() {
    Document document;
    document.source.name = "story.txt";
    document.resources.push_back(Resource{.id = "p"});
    document.body = {
        Paragraph{{Text{"plain "}, Emphasis{EmphasisKind::strong, {Text{"strong "}}}, Link{"x:y", "", {Text{"link "}}},
                   Entity{.kind = EntityKind::person, .content = {Text{"name "}}}, Foreign{"fr", {Text{"mot "}}},
                   LineBreak{}, Text{"end"}}},
        Heading{2, {Text{"heading"}}},
        List{.ordered = true, .start = 3, .items = {{Paragraph{{Text{"item"}}}}}},
        Quote{{Paragraph{{Text{"said"}}}}, {Text{"speaker"}}},
        Table{.caption = {Text{"caption"}},
              .rows = {{Cell{.content = {Paragraph{{Text{"left"}}}}}, Cell{.content = {Paragraph{{Text{"right"}}}}}}}},
        Preformatted{"a  b\nc  d"},
        Figure{.resource = "p", .caption = {Text{"bridge"}}},
        ThematicBreak{},
        Note{"tagline", {Paragraph{{Text{"note"}}}}},
    };
    return document;
}

bool said(const Diagnostics& diagnostics, std::string_view code) {
    return std::ranges::any_of(diagnostics, [&](const Diagnostic& one) { return one.code == code; });
}

}  // namespace

TEST_CASE("a format with every feature gets the document as it is", "[lower]") {
    CHECK_FALSE(needs_lowering(everything(), Feature::everything));
    Diagnostics diagnostics;
    CHECK(lower(everything(), Feature::everything, "x", diagnostics) == everything());
    CHECK(diagnostics.empty());
}

TEST_CASE("a format with none gets paragraphs, every word, and a warning for each kind of loss", "[lower]") {
    REQUIRE(needs_lowering(everything(), Feature::none));
    Diagnostics diagnostics;
    const Document fitted = lower(everything(), Feature::none, "x", diagnostics);
    CHECK_FALSE(needs_lowering(fitted, Feature::none));
    std::string text;
    for (const Block& block : fitted.body) {
        CHECK(std::holds_alternative<Paragraph>(block.node));
        append_plain_text(block, text);
        text += '\n';
    }
    CHECK(
        text ==
        "plain strong link name mot  end\nheading\n3. item\nsaid\nspeaker\ncaption\nleft\tright\na  b c  d\nbridge\n* * *\nnote\n");
    for (const char* code : {"lower.heading", "lower.list", "lower.quote", "lower.table", "lower.preformatted",
                             "lower.figure", "lower.break", "lower.note", "lower.emphasis", "lower.link",
                             "lower.entity", "lower.foreign", "lower.line-break"}) {
        CAPTURE(code);
        CHECK(said(diagnostics, code));
    }
    CHECK(diagnostics.size() == 13);
}

TEST_CASE("each feature that is there keeps its blocks", "[lower]") {
    Diagnostics diagnostics;
    const Document fitted =
        lower(everything(), Feature::tables | Feature::lists | Feature::preformatted, "x", diagnostics);
    CHECK(std::holds_alternative<List>(fitted.body[2].node));
    CHECK(std::ranges::any_of(fitted.body, [](const Block& one) { return std::holds_alternative<Table>(one.node); }));
    CHECK_FALSE(said(diagnostics, "lower.table"));
    CHECK(said(diagnostics, "lower.heading"));
}

TEST_CASE("a figure without a caption leaves its alternative text", "[lower]") {
    Document document;
    document.resources.push_back(Resource{.id = "p"});
    document.body = {Figure{.resource = "p", .alternative = "A dog"}, Figure{.resource = "p"}};
    Diagnostics diagnostics;
    const Document fitted = lower(document, Feature::none, "x", diagnostics);
    REQUIRE(fitted.body.size() == 1);
    CHECK(plain_text(fitted.body.front()) == "A dog");
}
