#include "converters/pdf/hyphenation/hyphenator.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <iostream>
#include <string>

namespace galley::pdf {
namespace {

std::string divided(std::string_view language, std::string_view word) {
    const Hyphenator* const hyphenator = Hyphenator::find(language);
    if (hyphenator == nullptr) {
        return {};
    }
    std::vector<std::uint32_t> offsets;
    hyphenator->hyphenate(word, offsets);
    std::string text;
    for (std::uint32_t i = 0; i < word.size(); ++i) {
        if (std::ranges::find(offsets, i) != offsets.end()) {
            text += '-';
        }
        text += word[i];
    }
    return text;
}

bool has(std::string_view tag) {
    const bool found = std::ranges::find(hyphenated_languages(), tag) != hyphenated_languages().end();
    if (!found) {
        std::cout << "SKIPPED: the build has no hyphenation patterns for " << tag << "\n";
    }
    return found;
}

TEST_CASE("words are divided where their language's patterns say") {
    if (has("en-US")) {
        CHECK(divided("en", "hyphenation") == "hy-phen-ation");
        CHECK(divided("en-US", "representative") == "rep-re-sen-ta-tive");
        CHECK(divided("en", "Responsibility") == "Re-spon-si-bil-ity");
        CHECK(divided("en", "the") == "the");
    }
    if (has("de-DE")) {
        CHECK(divided("de", "Donaudampfschifffahrt") == "Do-nau-dampf-schiff-fahrt");
        CHECK(divided("de-AT", "Verhältnismäßigkeit") == "Ver-hält-nis-mä-ßig-keit");
        CHECK(divided("de", "Bundeskanzler") == "Bun-des-kanz-ler");
    }
    if (has("fr")) {
        CHECK(divided("fr-CA", "gouvernement") == "gou-ver-ne-ment");
    }
}

TEST_CASE("a region without patterns of its own takes its neighbour's") {
    if (has("en-GB") && has("en-US")) {
        CHECK(Hyphenator::find("en-AU") == Hyphenator::find("en-GB"));
        CHECK(Hyphenator::find("en") == Hyphenator::find("en-US"));
        CHECK(Hyphenator::find("en-GB") != Hyphenator::find("en-US"));
    }
    CHECK(Hyphenator::find("xx") == nullptr);
    CHECK(Hyphenator::find("") == nullptr);
}

TEST_CASE("what is no ordinary word is left whole") {
    if (has("en-US")) {
        CHECK(divided("en", std::string(200, 'a')) == std::string(200, 'a'));
        CHECK(divided("en", "a") == "a");
        CHECK(divided("en", "") == "");
        CHECK(divided("en", "привет") == "привет");
    }
}

}  // namespace
}  // namespace galley::pdf
