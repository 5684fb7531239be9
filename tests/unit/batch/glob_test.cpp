#include "core/batch/glob.h"

#include <catch2/catch.hpp>

using galley::batch::Glob;

TEST_CASE("a pattern without a slash is for the last component", "[glob]") {
    CHECK(Glob("*.txt").matches("a/b/c.txt"));
    CHECK(Glob("*.txt").matches("c.txt"));
    CHECK_FALSE(Glob("*.txt").matches("c.txt/d"));
    CHECK(Glob("c.???").matches("a/c.xml"));
    CHECK_FALSE(Glob("c.???").matches("a/c.html"));
}

TEST_CASE("a pattern with a slash is for the whole path", "[glob]") {
    CHECK(Glob("2020/*.txt").matches("2020/a.txt"));
    CHECK_FALSE(Glob("2020/*.txt").matches("2020/01/a.txt"));
    CHECK_FALSE(Glob("2020/*.txt").matches("x/2020/a.txt"));
    CHECK(Glob("/a.txt").matches("a.txt"));
    CHECK_FALSE(Glob("/a.txt").matches("b/a.txt"));
    CHECK(Glob("2020/").matches("2020/01/a.txt"));
    CHECK_FALSE(Glob("2020/").matches("2020"));
}

TEST_CASE("two stars go through folders", "[glob]") {
    CHECK(Glob("2020/**").matches("2020/01/a.txt"));
    CHECK(Glob("**/a.txt").matches("a.txt"));
    CHECK(Glob("**/a.txt").matches("x/y/a.txt"));
    CHECK_FALSE(Glob("**/a.txt").matches("x/ya.txt"));
    CHECK(Glob("x/**/a.txt").matches("x/a.txt"));
    CHECK(Glob("x/**/a.txt").matches("x/1/2/a.txt"));
    CHECK_FALSE(Glob("x/**/a.txt").matches("xa.txt"));
}

TEST_CASE("classes and escapes", "[glob]") {
    CHECK(Glob("[a-c]x").matches("bx"));
    CHECK_FALSE(Glob("[a-c]x").matches("dx"));
    CHECK(Glob("[!a-c]x").matches("dx"));
    CHECK_FALSE(Glob("[!a-c]x").matches("ax"));
    CHECK(Glob("[]]").matches("]"));
    CHECK(Glob("[-a]").matches("-"));
    CHECK(Glob("\\*").matches("*"));
    CHECK_FALSE(Glob("\\*").matches("a"));
    CHECK(Glob("[open").matches("[open"));
    CHECK(Glob("back\\").matches("back\\"));
    CHECK(Glob("").matches(""));
}

TEST_CASE("many stars take no more time than pattern times path", "[glob]") {
    std::string pattern;
    for (int star = 0; star < 200; ++star) {
        pattern += "*a";
    }
    CHECK_FALSE(Glob(pattern + "b").matches(std::string(4000, 'a')));
}
