#include "core/batch/excerpt.h"

#include "core/batch/journaled_values.h"

#include <catch2/catch.hpp>

using namespace galley;
using namespace galley::batch;

namespace {

Document story_in(const char* encoding) {
    Document story;
    story.source.encoding = Found<std::string>(encoding);
    story.body.emplace_back();
    story.body.back().span = Span{0, 1};
    return story;
}

FoundValue value_at(const char* what, std::uint64_t begin, std::uint64_t end) {
    return {.what = what, .value = "", .span = Span{begin, end}, .method = Method::parsed};
}

std::string marked(const ExcerptPiece& piece, std::size_t mark) {
    return piece.text.substr(piece.marks[mark].begin, piece.marks[mark].end - piece.marks[mark].begin);
}

}  // namespace

TEST_CASE("an excerpt is the story's head with what was found in it", "[excerpt]") {
    const std::string item = "By Ána\n\n" + std::string(5000, 'x');
    const auto pieces = excerpt_of(story_in("UTF-8"), item, {value_at("byline", 0, 7), value_at("by", 3, 7)});
    REQUIRE(pieces.size() == 1);
    CHECK(pieces[0].text.size() == 1500);
    REQUIRE(pieces[0].marks.size() == 2);
    CHECK(marked(pieces[0], 0) == "By Ána");
    CHECK(marked(pieces[0], 1) == "Ána");
}

TEST_CASE("what was found further down has a piece of its own, with its line", "[excerpt]") {
    const std::string above(6000, 'x');
    const std::string item = above + "\nReporting by Ola Brandt in Lyon\n" + above;
    const auto pieces = excerpt_of(story_in("UTF-8"), item, {value_at("byline", 6014, 6024)});
    REQUIRE(pieces.size() == 2);
    CHECK(pieces[0].marks.empty());
    CHECK(pieces[1].text == "Reporting by Ola Brandt in Lyon");
    CHECK(marked(pieces[1], 0) == "Ola Brandt");
}

TEST_CASE("spans count bytes of the source, marks those of the text", "[excerpt]") {
    const std::string latin = "\xc9vian: Zo\xe9 Br\xfbl\xe9 was there";
    const auto pieces = excerpt_of(story_in("windows-1252"), latin, {value_at("by", 7, 16)});
    REQUIRE(pieces.size() == 1);
    CHECK(pieces[0].text == "Évian: Zoé Brûlé was there");
    CHECK(marked(pieces[0], 0) == "Zoé Brûlé");

    const std::string wide("\xff\xfe\xe0\0 \0b\0y\0 \0O\0l\0a\0", 18);
    const auto of_wide = excerpt_of(story_in("UTF-16LE"), wide, {value_at("by", 12, 18)});
    REQUIRE(of_wide.size() == 1);
    CHECK(marked(of_wide[0], 0) == "Ola");
}

TEST_CASE("a character that the excerpt's end would cut is left out, in any encoding", "[excerpt]") {
    std::string utf8 = "x";
    std::string shift_jis = "x";
    for (int number = 0; number < 2000; ++number) {
        utf8 += "日";
        shift_jis += "\x93\xfa";
    }
    for (const auto& [item, encoding] : {std::pair(utf8, "UTF-8"), std::pair(shift_jis, "Shift_JIS")}) {
        const auto pieces = excerpt_of(story_in(encoding), item, {});
        REQUIRE(pieces.size() == 1);
        CHECK(pieces[0].text.starts_with("x日日"));
        CHECK(pieces[0].text.ends_with("日"));
    }
}

TEST_CASE("one of several stories gives its own text", "[excerpt]") {
    Document story = story_in("UTF-8");
    story.source.extent = Span{6, 12};
    const auto pieces = excerpt_of(story, "first\nsecond\nthird\n",
                                   {value_at("headline", 6, 12), value_at("by", 0, 5), value_at("date", 50, 60)});
    REQUIRE(pieces.size() == 1);
    CHECK(pieces[0].text == "second");
    CHECK(pieces[0].marks.size() == 1);
}

TEST_CASE("where no text was read the body stands for it, and an unread item shows its beginning", "[excerpt]") {
    Document story;
    story.body.push_back(Block{Paragraph{.content = {Inline{Text{"From XML."}}}}});
    const auto pieces = excerpt_of(story, "<item/>", {FoundValue{.what = "headline", .value = "From", .span = {}}});
    REQUIRE(pieces.size() == 1);
    CHECK(pieces[0].text.starts_with("From XML."));
    CHECK(excerpt_of_unread("no story here").at(0).text == "no story here");
    CHECK(excerpt_of_unread(std::string_view("\x89PNG\0\0", 6)).empty());
    CHECK(excerpt_of_unread("").empty());
}

TEST_CASE("the journal keeps what was read, and little of it", "[excerpt]") {
    Document story;
    story.meta.headlines.emplace_back(Headline{.text = std::string(500, 'h')});
    story.meta.provider = Found<Provider>(Provider{.name = "Example Press"});
    Found<std::string> language("en");
    language.method = Method::inferred;
    language.confidence = 61;
    story.meta.language = language;
    Found<Slugline> slugline(Slugline{.text = "configured"});
    slugline.method = Method::configured;
    story.meta.slugline = slugline;
    for (int number = 0; number < 100; ++number) {
        story.meta.keywords.emplace_back("word");
        story.meta.keywords.back().method = Method::parsed;
    }
    const auto values = journaled_values(story);
    REQUIRE(values.size() == 24);
    CHECK(values[0].what == "headline");
    CHECK(values[0].value.size() < 200);
    CHECK(values[1].what == "language");
    CHECK(values[2].what == "keyword");
    CHECK(least_confidence(values) == 61);
    CHECK(least_confidence({}) == 100);
}
