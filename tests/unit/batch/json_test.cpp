#include "core/batch/json_writer.h"
#include "core/edge/json/json_value.h"

#include <catch2/catch.hpp>

using namespace galley;

TEST_CASE("what is written is read back", "[json]") {
    std::string text;
    batch::JsonWriter(text)
        .begin_object()
        .text("name", "a \"quote\" \\ and\nlines\t\x01\x7f caf\xc3\xa9")
        .number("number", 18446744073709551615ull)
        .flag("flag", true)
        .name("list")
        .begin_array()
        .number(1)
        .text("two")
        .begin_object()
        .end_object()
        .end_array()
        .end_object();
    CHECK(text ==
          "{\"name\":\"a \\\"quote\\\" \\\\ and\\nlines\\t\\u0001\\u007f caf\xc3\xa9\",\"number\":18446744073709551615,"
          "\"flag\":true,\"list\":[1,\"two\",{}]}");
    const auto value = read_json("test", text).value();
    CHECK(value.text("name") == "a \"quote\" \\ and\nlines\t\x01\x7f caf\xc3\xa9");
    CHECK(value.number("number") == 18446744073709551615ull);
    CHECK(value.flag("flag") == true);
    CHECK(value.array("list")->size() == 3);
    CHECK_FALSE(value.number("name"));
    CHECK(value.text("none").empty());
}

TEST_CASE("bytes that are not UTF-8 do not spoil what is written", "[json]") {
    std::string text;
    batch::append_json("caf\xe9 \xff\xfe\n\xc3\xa9", text);
    CHECK(text == "\"caf\xef\xbf\xbd \xef\xbf\xbd\xef\xbf\xbd\\n\xc3\xa9\"");
    CHECK(read_json("test", text).has_value());
}

TEST_CASE("what some take for the end of a line ends none", "[json]") {
    std::string text;
    batch::append_json("a\u2028b\u2029\u0085c\u2027\"", text);
    CHECK(text == "\"a\\u2028b\\u2029\\u0085c\u2027\\\"\"");
    CHECK(*read_json("test", text).value().as_text() == "a\u2028b\u2029\u0085c\u2027\"");
}

TEST_CASE("what is no JSON is told", "[json]") {
    CHECK(read_json("test", "").error().code == "json.syntax");
    CHECK(read_json("test", "{\"a\":1").error().code == "json.syntax");
    CHECK(read_json("test", "{} {}").error().code == "json.syntax");
    CHECK(read_json("test", std::string(100, '[')).error().code == "json.too-deep");
    CHECK(read_json("test", "[[1]]", 2).has_value());
    CHECK(read_json("test", "[[[1]]]", 2).error().code == "json.too-deep");
}
