#include "tests/unit/text/read.h"
#include "tests/unit/text/table.h"

#include "galley/plain_text.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

using namespace galley;

namespace {

/// A story in one language, and the lines that pages in it have around or inside their text.
struct Language {
    std::string headline;
    std::vector<std::string> paragraphs;
    struct Line {
        std::string kind;
        std::string text;
    };
    std::vector<Line> lines;
};

std::map<std::string, Language> read_table() {
    std::map<std::string, Language> languages;
    test::each_row("tests/unit/text/page_furniture.tsv",
                   [&](const std::string& tag, const std::string& kind, const std::string& text) {
                       Language& language = languages[tag];
                       const Language::Line line{kind, text};
                       if (line.kind == "headline") {
                           language.headline = line.text;
                       } else if (line.kind == "paragraph") {
                           language.paragraphs.push_back(line.text);
                       } else {
                           language.lines.push_back(line);
                       }
                   });
    return languages;
}

/// Authors and dates stand between headline and text, everything else between two paragraphs. English labels, which
/// pages in every language have, show that it is a page; alone between paragraphs a short line that nothing is known
/// about is a crosshead.
std::string page_with(const Language& language, const Language::Line& line) {
    constexpr std::string_view of_the_head[] = {"ago", "time", "published", "author", "staff", "desk"};
    const std::string end = "\n\n" + language.paragraphs[1] + "\n\nAdvertisement\n\nSkip to main content\n";
    if (std::ranges::find(of_the_head, line.kind) != std::end(of_the_head)) {
        return language.headline + "\n\n" + line.text + "\n\nShare\n\n" + language.paragraphs[0] + end;
    }
    return language.headline + "\n\nShare\n\n" + language.paragraphs[0] + "\n\n" + line.text + end;
}

/// The story's text, headlines and decks included, a line each.
std::vector<std::string> text_of(const Document& document) {
    std::vector<std::string> lines;
    for (const auto& headline : document.meta.headlines) {
        lines.push_back(headline.value.text);
    }
    for (const Block& block : document.body) {
        lines.push_back(plain_text(block));
    }
    return lines;
}

}  // namespace

TEST_CASE(
    "labels of web pages are no text, in every language that has conventions; sentences that begin like them are") {
    const std::map<std::string, Language> languages = read_table();
    CHECK(languages.size() >= 63);
    for (const auto& [tag, language] : languages) {
        REQUIRE(language.paragraphs.size() == 2);
        for (const Language::Line& line : language.lines) {
            INFO(tag << ", " << line.kind << ": " << line.text);
            const test::Reading reading = test::read(page_with(language, line));
            REQUIRE(reading.document);
            const std::vector<std::string> text = text_of(*reading.document);
            const auto has = [&](const std::string& wanted) { return std::ranges::find(text, wanted) != text.end(); };
            CHECK(has(language.headline));
            CHECK(has(language.paragraphs[0]));
            CHECK(has(language.paragraphs[1]));
            CHECK(has(line.text) == (line.kind == "keep"));
            CHECK(text.size() == (line.kind == "keep" ? 4 : 3));
        }
    }
}
