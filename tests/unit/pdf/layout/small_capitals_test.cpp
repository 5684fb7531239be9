#include "converters/pdf/layout/small_capitals.h"
#include "converters/pdf/shape/icu_edge.h"
#include "converters/pdf/shape/word_cache.h"
#include "tests/unit/pdf/layout/sample_story.h"

#include <catch2/catch.hpp>

#include <iostream>
#include <optional>

namespace galley::pdf {
namespace {

/// Faces of which that for text has no small capitals of its own; nothing where this machine has none such.
std::optional<FontSet> fonts_without(const Host& host) {
    for (const char* const family : {"DejaVu Serif", "Liberation Serif", "Noto Serif CJK JP"}) {
        auto fonts = FontSet::load(host, {.text = family});
        if (fonts && !fonts->face({}).has_small_caps() && fonts->face({}).covers(U'T')) {
            return std::move(*fonts);
        }
    }
    std::cout << "SKIPPED: every face of this machine has small capitals" << std::endl;
    return std::nullopt;
}

ParagraphText paragraph_of(std::string_view text) {
    ParagraphText paragraph{.text = text};
    paragraph.ranges.push_back({.end = static_cast<std::uint32_t>(text.size()),
                                .style = {.features = Feature::small_capitals, .size = 10},
                                .language = "en"});
    return paragraph;
}

TEST_CASE("a face without small capitals sets smaller ones, which are read as they were written") {
    const test::Desk desk;
    const auto fonts = fonts_without(*desk.host);
    if (!fonts) {
        return;
    }
    ParagraphText paragraph = paragraph_of("Große Straße, 3");
    set_small_capitals(paragraph, *fonts);
    CHECK(paragraph.ranges[0].style.size < 9);
    CHECK(paragraph.ranges[0].style.size > 6.9F);
    REQUIRE(has(paragraph.ranges[0].style.features, Feature::capitals));

    WordCache cache;
    const WordStyle style{.features = paragraph.ranges[0].style.features, .language = cache.language("en")};
    const ShapedWord word = cache.find("Straße", style, *fonts);
    REQUIRE(cache.parts(word).size() == 1);
    const auto glyphs = cache.glyphs(cache.parts(word).front());
    REQUIRE(glyphs.size() == 7);
    const Face& set_in = fonts->face({});
    CHECK(glyphs[1].glyph == set_in.glyph(U'T'));
    CHECK(glyphs[4].glyph == set_in.glyph(U'S'));
    CHECK(glyphs[4].cluster == 4);
    CHECK(glyphs[5].cluster == 4);  // "SS" stands for one letter
    CHECK(glyphs[6].cluster == 6);
}

TEST_CASE("letters that know no capitals, or whose capitals the face lacks, are left as they are") {
    const test::Desk desk;
    const auto fonts = fonts_without(*desk.host);
    if (!fonts) {
        return;
    }
    for (const char* const text : {"שלום", "東京", "თბილისი", "Port \uA78D\u2C2F"}) {
        ParagraphText paragraph = paragraph_of(text);
        set_small_capitals(paragraph, *fonts);
        INFO(text);
        CHECK(paragraph.ranges[0].style.size == 10);
        CHECK_FALSE(has(paragraph.ranges[0].style.features, Feature::capitals));
    }
}

TEST_CASE("capitals are the language's own") {
    const auto capitals_of = [](char32_t code, std::string_view language) {
        std::u32string to;
        append_capitals(code, language, to);
        return to;
    };
    CHECK(capitals_of(U'i', "en") == U"I");
    CHECK(capitals_of(U'i', "tr") == U"\u0130");
    CHECK(capitals_of(U'ß', "de") == U"SS");
    CHECK(capitals_of(U'\U00010428', "en") == U"\U00010400");
    CHECK(capitals_of(U'7', "tr") == U"7");
}

}  // namespace
}  // namespace galley::pdf
