#include "cli/text_columns.h"

#include <catch2/catch.hpp>

using namespace galley::cli;

TEST_CASE("columns: wide characters take two, marks none") {
    CHECK(columns("abc") == 3);
    CHECK(columns("äöü") == 3);
    CHECK(columns("a\xcc\x88") == 1);
    CHECK(columns("東京") == 4);
    CHECK(padded("東", 4) == "東  ");
}

TEST_CASE("shortened text has an ellipsis and fits") {
    CHECK(shortened("abcdef", 6) == "abcdef");
    CHECK(shortened("abcdefg", 6) == "abcde…");
    CHECK(columns(shortened("東京東京", 5)) <= 5);
}

TEST_CASE("wrapping covers the text, breaks at spaces, and splits a word that is too long") {
    const auto lines = wrapped("one two three", 8);
    REQUIRE(lines.size() == 2);
    CHECK(lines[0] == "one two ");
    CHECK(lines[1] == "three");
    CHECK(wrapped("abcdefghij", 4).size() == 3);
    CHECK(wrapped("", 4).empty());
    CHECK(paragraph("one two three", 2, 10) == "  one two\n  three\n");
}
