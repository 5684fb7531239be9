#include "galley/document_title.h"

#include <catch2/catch.hpp>

using namespace galley;

namespace {

Document story(std::string text) {
    Document document;
    document.body.push_back(Paragraph{{Text{std::move(text)}}});
    return document;
}

}  // namespace

TEST_CASE("a stated title and a headline come before the text", "[document_title]") {
    Document document = story("Some text.");
    document.meta.headlines.push_back(Headline{HeadlineRole::kicker, "Politics"});
    document.meta.headlines.push_back(Headline{HeadlineRole::main, "Carney to visit Paris"});
    CHECK(document_title(document).value == "Carney to visit Paris");
    CHECK(document_title(document).method == Method::stated);
    document.meta.title = Found<std::string>("Named");
    CHECK(document_title(document).value == "Named");
}

TEST_CASE("without them the first sentence is taken, and marked inferred", "[document_title]") {
    Document document = story("OTTAWA / PARIS — The U.S. President came. He went.");
    Found<Dateline> dateline;
    dateline.raw = "OTTAWA / PARIS —";
    document.meta.datelines.push_back(dateline);
    const auto title = document_title(document);
    CHECK(title.value == "The U.S. President came.");
    CHECK(title.method == Method::inferred);
    CHECK(title.confidence < 90);
}

TEST_CASE("a long sentence is cut at a word", "[document_title]") {
    const auto title = document_title(story(
        "Canadian Prime Minister Mark Carney has announced that he will travel to Paris next week to meet allies."));
    CHECK(title.value == "Canadian Prime Minister Mark Carney has announced that he will travel to Paris…");
    CHECK(document_title(story(std::string(200, 'x'))).value == std::string(80, 'x') + "…");
}

TEST_CASE("a document without words is named by its source", "[document_title]") {
    Document document;
    CHECK(document_title(document).value == "Untitled");
    document.source.name = "a.txt";
    CHECK(document_title(document).value == "a.txt");
}

TEST_CASE("sentences in other scripts end at their own marks", "[document_title]") {
    CHECK(document_title(story("首相は訪問する。次の文。")).value == "首相は訪問する。");
}
