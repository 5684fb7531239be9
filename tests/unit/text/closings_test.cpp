#include "tests/unit/text/read.h"
#include "tests/unit/text/table.h"

#include <catch2/catch.hpp>

#include <map>
#include <string>
#include <utility>

using namespace galley;

namespace {

/// Who had a part in a story by its last line, "name [affiliation] role", with "|" between them; "off" when it is no
/// text and names nobody.
std::string last_line(const std::string& headline, const std::string& text, const std::string& line) {
    const test::Reading reading = test::read(headline + "\n\n" + text + "\n\n" + line + "\n");
    REQUIRE(reading.document);
    if (reading.document->body.size() != 2) {
        return "text";
    }
    std::string people;
    for (const auto& person : reading.document->meta.contributors) {
        people += (people.empty() ? "" : "|") + person.value.name + " [" + person.value.affiliation + "] " +
                  person.value.role;
    }
    return people.empty() ? "off" : people;
}

}  // namespace

TEST_CASE("lines below a story in many languages say who had a part in it") {
    std::map<std::string, std::pair<std::string, std::string>> stories;
    test::each_row("tests/unit/text/byline_stories.tsv",
                   [&](const std::string& language, const std::string& headline, const std::string& text) {
                       stories[language] = {headline, test::with_line_breaks(text)};
                   });
    test::each_row("tests/unit/text/closings.tsv",
                   [&](const std::string& language, const std::string& line, const std::string& people) {
                       const auto& [headline, text] = stories.at(language);
                       CHECK(last_line(headline, text, line) == people);
                       const std::string found = last_line(headline, text, test::with_last_space_no_break(line));
                       CHECK(test::with_plain_spaces(found) == people);
                   });
}
