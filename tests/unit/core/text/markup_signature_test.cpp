#include "core/text/markup_signature.h"

#include <catch2/catch.hpp>

using galley::find_markup_signature;

TEST_CASE("markup is told from copy by how it begins") {
    CHECK(find_markup_signature("<!DOCTYPE html>\n<title>x</title>") == "a web page");
    CHECK(find_markup_signature("\xEF\xBB\xBF  \n<HTML><body>") == "a web page");
    CHECK(find_markup_signature("<?xml version=\"1.0\"?><a/>") == "an XML document of an unknown kind");
    CHECK(find_markup_signature("<rss version=\"2.0\"><channel></channel></rss>") == "XML or HTML of an unknown kind");
    CHECK(find_markup_signature("<p>Hello</p>") == "XML or HTML of an unknown kind");
    CHECK(find_markup_signature("<br/>Hello") == "XML or HTML of an unknown kind");
    CHECK(find_markup_signature("<!-- saved from a page --><p>") == "XML or HTML of an unknown kind");
    CHECK(find_markup_signature("{\\rtf1\\ansi hello}") == "an RTF document");
    CHECK(find_markup_signature("%!PS-Adobe-3.0") == "a PostScript program");
    CHECK(find_markup_signature("{ \"title\": \"x\" }") == "a JSON document");
    CHECK(find_markup_signature("[\n {\"title\" : 1}]") == "a JSON document");
    CHECK(find_markup_signature("{}") == "a JSON document");
}

TEST_CASE("copy is no markup") {
    for (const char* copy :
         {"", "Ferry service to resume", "<SLTF.L> SALTMERE FERRIES RISES", "<SLTF.L>", "< back to the front page",
          "<3 ferries", "[AP] Ferry service", "[진도=뉴시스]", "{Editors: please note}",
          "{\"Quote\" stands first} and goes on", "\"Quote\"", "<", "<-- see above", "%!"}) {
        CAPTURE(copy);
        CHECK(find_markup_signature(copy).empty());
    }
}
