#include "galley/invariants.h"

#include <catch2/catch.hpp>

using namespace galley;

TEST_CASE("what no span covers is said, white space aside", "[coverage]") {
    const std::string source = "By A\n\nText here.\n";
    Document document;
    document.source.size = source.size();
    document.body.push_back(Paragraph{{Text{"Text here."}}});
    document.body.back().span = Span{6, 16};
    auto found = check_coverage(document, source);
    REQUIRE(found.size() == 1);
    CHECK(found.front().code == "invariant.uncovered");
    CHECK(found.front().where.span == Span{0, 6});

    Found<Byline> byline;
    byline.span = Span{0, 4};
    document.meta.bylines.push_back(byline);
    CHECK(check_coverage(document, source).empty());

    document.body.back().span = Span{6, 12};
    found = check_coverage(document, source);
    REQUIRE(found.size() == 1);
    CHECK(found.front().where.span == Span{12, 17});
}

TEST_CASE("a story inside a larger source answers for its own part", "[coverage]") {
    Document document;
    document.source.extent = Span{5, 9};
    document.source.size = 4;
    document.body.push_back(Paragraph{{Text{"mine"}}});
    document.body.back().span = Span{5, 9};
    CHECK(check_coverage(document, "othermineother").empty());
}

TEST_CASE("a mark of byte order is nothing, with blank lines behind it or without") {
    Document document;
    for (const std::string_view source :
         {"\xEF\xBB\xBF", "\xEF\xBB\xBF\n\n", "\xEF\xBB\xBF\n\xEF\xBB\xBF\n", "\xFE\xFF\0\n"}) {
        CHECK(check_coverage(document, source).empty());
    }
    CHECK_FALSE(check_coverage(document, "\xEF\xBB\xBF\nlost").empty());
}
