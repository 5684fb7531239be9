#include "converters/pdf/shape/word_cache.h"
#include "tests/unit/pdf/layout/sample_story.h"

#include <catch2/catch.hpp>

namespace galley::pdf {
namespace {

TEST_CASE("a word is shaped once and means the same ever after") {
    const test::Desk desk;
    WordCache cache;
    const WordStyle style{.face = {FontRole::text}, .language = cache.language("en")};
    const ShapedWord first = cache.find("office", style, desk.fonts());
    const ShapedWord again = cache.find("office", style, desk.fonts());
    CHECK(first.part_begin == again.part_begin);
    CHECK(first.ems == again.ems);
    REQUIRE(cache.parts(first).size() == 1);
    const auto glyphs = cache.glyphs(cache.parts(first).front());
    CHECK(glyphs.size() == 4);  // o, ffi, c, e
    for (const ShapedGlyph& glyph : glyphs) {
        CHECK(glyph.glyph != 0);
    }
    const WordStyle bold{.face = {FontRole::text, true}, .language = cache.language("en")};
    CHECK(cache.find("office", bold, desk.fonts()).ems != first.ems);
}

TEST_CASE("words of any length that differ in one letter are words of their own") {
    const test::Desk desk;
    WordCache cache;
    const WordStyle style{.face = {FontRole::text}, .language = cache.language("en")};
    std::vector<std::string> words;
    for (std::size_t size = 1; size <= 40; ++size) {
        words.emplace_back(size, 'n');
        for (std::size_t at = 0; at < size; ++at) {
            words.push_back(std::string(size, 'n').replace(at, 1, "m"));
        }
    }
    std::vector<std::uint32_t> entries;
    for (const std::string& word : words) {
        entries.push_back(cache.find(word, style, desk.fonts()).entry);
    }
    for (std::size_t i = 0; i < words.size(); ++i) {
        CHECK(entries[i] == i);
        CHECK(cache.find(words[i], style, desk.fonts()).entry == i);
    }
}

TEST_CASE("kerning counts") {
    const test::Desk desk;
    WordCache cache;
    const WordStyle style{.face = {FontRole::text}, .language = cache.language("en")};
    const float apart = cache.find("A", style, desk.fonts()).ems + cache.find("V", style, desk.fonts()).ems;
    CHECK(cache.find("AV", style, desk.fonts()).ems < apart);
}

TEST_CASE("one word may need several faces") {
    const test::Desk desk;
    WordCache cache;
    const WordStyle style{.face = {FontRole::text}, .language = cache.language("en")};
    const ShapedWord word = cache.find("neuשל", style, desk.fonts());
    CHECK(word.missing == 0);
    REQUIRE(cache.parts(word).size() == 2);
    CHECK(cache.parts(word)[0].face != cache.parts(word)[1].face);
    CHECK(cache.parts(word)[1].begin == 3);
}

TEST_CASE("a character without a font is named and a substitute stands for it") {
    const test::Desk desk;
    WordCache cache;
    const WordStyle style{.face = {FontRole::text}, .language = cache.language("en")};
    const ShapedWord word = cache.find("a\U000F0000b", style, desk.fonts());
    CHECK(word.missing == 0xF0000);
    CHECK(word.missing_at == 1);
    for (const ShapedPart& part : cache.parts(word)) {
        for (const ShapedGlyph& glyph : cache.glyphs(part)) {
            CHECK(glyph.glyph != 0);
        }
    }
}

TEST_CASE("joiners and marks of direction take no room") {
    const test::Desk desk;
    WordCache cache;
    const WordStyle style{.face = {FontRole::text}, .language = cache.language("en")};
    CHECK(cache.find("a\u200D\u200E\u2060b", style, desk.fonts()).ems ==
          cache.find("a", style, desk.fonts()).ems + cache.find("b", style, desk.fonts()).ems);
    CHECK(cache.find("\u200B", style, desk.fonts()).ems == 0);
}

}  // namespace
}  // namespace galley::pdf
