#include "galley/find_headline.h"
#include "tests/unit/text/read.h"
#include "tests/unit/text/table.h"

#include <catch2/catch.hpp>

#include <map>
#include <string>

using namespace galley;

namespace {

/// The table writes a new line as "\n".
std::string with_new_lines(std::string text) {
    constexpr std::string_view escape = "\\n";
    for (std::size_t at = text.find(escape); at != std::string::npos; at = text.find(escape, at)) {
        text.replace(at, escape.size(), "\n");
    }
    return text;
}

}  // namespace

TEST_CASE("headlines as newsrooms of many languages set them") {
    std::map<std::string, std::string> texts;
    test::each_row("tests/unit/text/headlines.tsv",
                   [&](const std::string& language, const std::string& head, const std::string& headline) {
                       if (headline == "text below") {
                           texts[language] = with_new_lines(head);
                           return;
                       }
                       const test::Reading story = test::read(with_new_lines(head) + "\n\n" + texts.at(language) + "\n",
                                                              {{"language", language}});
                       REQUIRE(story.document);
                       const Found<Headline>* found = find_headline(*story.document, HeadlineRole::main);
                       CHECK((found == nullptr ? "none" : found->value.text) == headline);
                   });
}
