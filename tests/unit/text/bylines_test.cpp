#include "tests/unit/text/read.h"
#include "tests/unit/text/table.h"

#include "galley/find_headline.h"

#include <catch2/catch.hpp>

#include <map>
#include <string>
#include <utility>

using namespace galley;

namespace {

/// A story of each language: headline and text.
std::map<std::string, std::pair<std::string, std::string>> stories() {
    std::map<std::string, std::pair<std::string, std::string>> all;
    test::each_row("tests/unit/text/byline_stories.tsv",
                   [&](const std::string& language, const std::string& headline, const std::string& text) {
                       all[language] = {headline, test::with_line_breaks(text)};
                   });
    return all;
}

/// "Ann Lee [title/affiliation]|Tom Ray @place", or "none".
std::string authors_of(const Document& document) {
    std::string text;
    for (const auto& byline : document.meta.bylines) {
        for (const auto& author : byline.value.contributors) {
            const Contributor& who = author.value;
            text += (text.empty() ? "" : "|") + who.name;
            text += who.job_title.empty() && who.affiliation.empty()
                        ? ""
                        : " [" + who.job_title + "/" + who.affiliation + "]";
        }
    }
    if (text.empty()) {
        return "none";
    }
    for (const auto& dateline : document.meta.datelines) {
        for (const auto& place : dateline.value.places) {
            text += " @" + place.value.name;
        }
    }
    return text;
}

std::string headline_of(const Document& document) {
    const auto* headline = find_headline(document, HeadlineRole::main);
    return headline == nullptr ? std::string{} : headline->value.text;
}

}  // namespace

TEST_CASE("bylines as newsrooms of many languages print them, and headlines that begin like them") {
    const auto all = stories();
    test::each_row("tests/unit/text/bylines.tsv", [&](const std::string& language, const std::string& row,
                                                      const std::string& authors) {
        const std::string line = test::with_line_breaks(row);
        const auto& [headline, text] = all.at(language);
        const bool is_headline = authors == "headline";
        const test::Reading reading =
            test::read(is_headline ? line + "\n\n" + text + "\n" : headline + "\n" + line + "\n\n" + text + "\n");
        REQUIRE(reading.document);
        CHECK(authors_of(*reading.document) == (is_headline ? "none" : authors));
        CHECK(headline_of(*reading.document) == (is_headline ? line : headline));
    });
}

TEST_CASE("the last space of a byline may be such that no line breaks at it") {
    const auto all = stories();
    test::each_row("tests/unit/text/bylines.tsv",
                   [&](const std::string& language, const std::string& row, const std::string& authors) {
                       const auto& [headline, text] = all.at(language);
                       if (authors == "headline") {
                           return;
                       }
                       const std::string line = test::with_last_space_no_break(test::with_line_breaks(row));
                       const test::Reading reading = test::read(headline + "\n" + line + "\n\n" + text + "\n");
                       REQUIRE(reading.document);
                       CHECK(test::with_plain_spaces(authors_of(*reading.document)) == authors);
                   });
}

TEST_CASE("authors below a deck, when their line says what they are") {
    const auto all = stories();
    test::each_row("tests/unit/text/bylines.tsv", [&](const std::string& language, const std::string& row,
                                                      const std::string& authors) {
        if (!authors.ends_with(']') || row.starts_with("\\n")) {
            return;
        }
        const auto& [headline, text] = all.at(language);
        const std::string deck = text.substr(text.find("\n\n") + 2);
        const test::Reading reading =
            test::read(headline + "\n" + deck + "\n" + test::with_line_breaks(row) + "\n\n" + text + "\n");
        REQUIRE(reading.document);
        CHECK(authors_of(*reading.document) == authors);
    });
}
