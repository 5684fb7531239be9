#include "cli/json_text.h"

#include <catch2/catch.hpp>

using namespace galley::cli;

TEST_CASE("JSON strings escape what RFC 8259 forbids and what readers stumble over") {
    CHECK(json_string("plain – Text") == "\"plain – Text\"");
    CHECK(json_string("a\"b\\c\nd\te") == "\"a\\\"b\\\\c\\nd\\u0009e\"");
    CHECK(json_string(std::string_view("\0\x1f\x7f", 3)) == "\"\\u0000\\u001f\\u007f\"");
    CHECK(json_string("\xe2\x80\xa8\xef\xbb\xbf") == "\"\\u2028\\ufeff\"");
    CHECK(json_string("😀") == "\"😀\"");
}

TEST_CASE("objects keep the order of their members") {
    CHECK(JsonObject().text("b", "1").text_or_null("a", "").member("c", json_array({"1", "2"})).json() ==
          R"({"b": "1", "a": null, "c": [1,2]})");
    CHECK(JsonObject().json() == "{}");
}
