#include "galley/invariants.h"
#include "galley/digest.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace galley;

namespace {

bool breaks(const Document& document, std::string_view code) {
    const auto found = check_invariants(document);
    return std::ranges::any_of(found, [&](const Diagnostic& one) { return one.code == code; });
}

Document sound() {
    Document document;
    document.source.name = "story.txt";
    document.source.bytes = "Hello there.";
    document.source.size = document.source.bytes->size();
    document.source.sha256 = sha256(*document.source.bytes);
    document.body.push_back(Paragraph{{Text{"Hello there."}}});
    document.body.back().span = Span{0, 12};
    return document;
}

}  // namespace

TEST_CASE("a sound document breaks nothing", "[invariants]") {
    CHECK(check_invariants(sound()).empty());
    CHECK(check_invariants(Document{}).empty());
}

TEST_CASE("each rule of the model is checked", "[invariants]") {
    Document document = sound();
    SECTION("text that is not UTF-8") {
        document.meta.keywords.emplace_back("\xff");
        CHECK(breaks(document, "invariant.not-utf8"));
    }
    SECTION("a control character in a run of text") {
        document.body.push_back(Paragraph{{Text{"a\nb"}}});
        CHECK(breaks(document, "invariant.control-in-text"));
    }
    SECTION("a span beyond the story") {
        document.body.back().span = Span{5, 13};
        CHECK(breaks(document, "invariant.bad-span"));
    }
    SECTION("a reversed span") {
        document.body.back().span = Span{5, 4};
        CHECK(breaks(document, "invariant.bad-span"));
    }
    SECTION("an extent of another size") {
        document.source.extent = Span{0, 5};
        CHECK(breaks(document, "invariant.bad-extent"));
    }
    SECTION("bytes that are not the source's") {
        document.source.bytes->front() = 'J';
        CHECK(breaks(document, "invariant.bytes-differ"));
    }
    SECTION("a date that cannot exist") {
        document.meta.dates.content_created = Found<PartialDate>(PartialDate{.year = 2026, .month = 2, .day = 30});
        CHECK(breaks(document, "invariant.impossible-date"));
    }
    SECTION("a confidence above 100") {
        document.meta.keywords.emplace_back("word").confidence = 101;
        CHECK(breaks(document, "invariant.bad-confidence"));
    }
    SECTION("an urgency of 0") {
        document.meta.urgency = Found<std::uint8_t>(0);
        CHECK(breaks(document, "invariant.bad-urgency"));
    }
    SECTION("a version of 0") {
        document.identity.version = Found<std::uint32_t>(0);
        CHECK(breaks(document, "invariant.version-zero"));
    }
    SECTION("a figure without its resource") {
        document.body.push_back(Figure{.resource = "none"});
        CHECK(breaks(document, "invariant.no-resource"));
    }
    SECTION("two resources with one id") {
        document.resources = {Resource{.id = "a"}, Resource{.id = "a"}};
        CHECK(breaks(document, "invariant.resource-id"));
    }
    SECTION("a heading as high as the headline") {
        document.body.push_back(Heading{1, {Text{"x"}}});
        CHECK(breaks(document, "invariant.bad-heading"));
    }
    SECTION("a cell of no columns") {
        document.body.push_back(Table{.rows = {{Cell{.columns = 0}}}});
        CHECK(breaks(document, "invariant.empty-cell"));
    }
    SECTION("a concept that says nothing") {
        document.meta.subjects.emplace_back(Concept{});
        CHECK(breaks(document, "invariant.empty-concept"));
    }
    SECTION("children of an attribute") {
        document.extra.push_back(Extra{.kind = ExtraKind::attribute, .children = {Extra{}}});
        CHECK(breaks(document, "invariant.extra-children"));
    }
    SECTION("nesting beyond the limit") {
        Block inner = Paragraph{{Text{"x"}}};
        for (int i = 0; i < 70; ++i) {
            inner = Quote{{std::move(inner)}, {}};
        }
        document.body.push_back(std::move(inner));
        CHECK(breaks(document, "invariant.too-deep"));
    }
    SECTION("more blocks than allowed") {
        const auto found = check_invariants(document, Limits{.blocks = 0});
        REQUIRE(found.size() == 1);
        CHECK(found.front().code == "invariant.too-many-blocks");
    }
}
