#include "converters/text/head_line.h"
#include "galley/iso_date.h"
#include "tests/unit/text/read.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <sstream>
#include <string>

using namespace galley;
using namespace galley::text;

namespace {

/// The date that all of `line` tells in a story of that language, labels like "Published" apart.
std::string date_of(std::string_view line, std::string_view language) {
    const Conventions& conventions = Conventions::builtin();
    const auto head = HeadLineParser{conventions, conventions.language(language), DateOrder::automatic}.parse(line);
    if (!head || !head->date) {
        return "none";
    }
    const bool labelled = std::ranges::all_of(head->furniture, [](const HeadLine::Part& part) { return part.kind == FurnitureKind::byword; });
    return head->byline || head->place || !labelled ? "something beside it" : iso_date(head->date->date);
}

}  // namespace

TEST_CASE("lines of dates as newsrooms of many languages print them") {
    std::istringstream table{test::project_file("tests/unit/text/dates.tsv")};
    for (std::string row; std::getline(table, row);) {
        if (row.starts_with('#')) {
            continue;
        }
        const std::size_t line = row.find('\t') + 1;
        const std::size_t date = row.find('\t', line) + 1;
        REQUIRE(line > 1);
        REQUIRE(date > line);
        CAPTURE(row);
        CHECK(date_of(row.substr(line, date - line - 1), row.substr(0, line - 1)) == row.substr(date));
    }
}
