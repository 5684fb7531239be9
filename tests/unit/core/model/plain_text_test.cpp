#include "galley/plain_text.h"

#include <catch2/catch.hpp>

using namespace galley;

TEST_CASE("plain_text keeps every word of every kind of block", "[plain_text]") {
    CHECK(plain_text(Block{Paragraph{{Text{"A "}, Emphasis{EmphasisKind::strong, {Text{"bold"}}}, LineBreak{},
                                      Link{"x:y", "", {Text{"link"}}}}}}) == "A bold\nlink");
    const List list{.items = {{Paragraph{{Text{"one"}}}}, {}, {Paragraph{{Text{"two"}}}, Paragraph{{Text{"more"}}}}}};
    CHECK(plain_text(Block{list}) == "one\ntwo\nmore");
    CHECK(plain_text(Block{Quote{{Paragraph{{Text{"said"}}}}, {Text{"someone"}}}}) == "said\nsomeone");
    const Table table{.caption = {Text{"Results"}},
                      .rows = {{Cell{.content = {Paragraph{{Text{"a"}}}}}, Cell{.content = {Paragraph{{Text{"b"}}}}}}}};
    CHECK(plain_text(Block{table}) == "Results\na\nb");
    CHECK(plain_text(Block{Preformatted{"1  2\n3  4"}}) == "1  2\n3  4");
    CHECK(plain_text(Block{Figure{.resource = "p", .caption = {Text{"A bridge"}}}}) == "A bridge");
    CHECK(plain_text(Block{ThematicBreak{}}).empty());
    CHECK(plain_text(Block{Note{"correction", {Paragraph{{Text{"Corrected"}}}}}}) == "Corrected");
}

TEST_CASE("count_words counts what white space separates", "[plain_text]") {
    CHECK(count_words("") == 0);
    CHECK(count_words("OTTAWA / PARIS — Canadian") == 5);
    CHECK(count_words("  two\t words\n") == 2);
    CHECK(count_words("one\u00a0two\u3000three") == 3);
    CHECK(count_words(Blocks{Paragraph{{Text{"one "}, Text{"two"}}}, Paragraph{{Text{"three"}}}}) == 3);
}
