#include "core/batch/markup.h"

#include <catch2/catch.hpp>

using galley::batch::append_markup;
using galley::batch::Markup;

TEST_CASE("what marks up is escaped, what XML forbids is replaced", "[markup]") {
    std::string text;
    append_markup("a<b> & \"c\"\n\x01\xff z", text);
    CHECK(text == "a&lt;b&gt; &amp; &quot;c&quot;\n\xef\xbf\xbd\xef\xbf\xbd z");
}

TEST_CASE("noncharacters are none of XML's", "[markup]") {
    std::string text;
    append_markup("a\ufffeb\uffffc\ufffdd", text);
    CHECK(text == "a\ufffdb\ufffdc\ufffdd");
}

TEST_CASE("elements close in the order in which they opened", "[markup]") {
    std::string text;
    Markup(text).open("a", {{"x", "1 < 2"}}).leaf("b", "t").open("c").close().close();
    CHECK(text == "<a x=\"1 &lt; 2\">\n <b>t</b>\n <c>\n </c>\n</a>\n");
}
