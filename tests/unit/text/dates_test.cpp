#include "converters/text/head_line.h"
#include "galley/iso_date.h"
#include "tests/unit/text/table.h"

#include <catch2/catch.hpp>

#include <algorithm>
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
    const bool labelled = std::ranges::all_of(
        head->furniture, [](const HeadLine::Part& part) { return part.kind == FurnitureKind::byword; });
    return head->byline || head->place || !labelled ? "something beside it" : iso_date(head->date->date);
}

}  // namespace

TEST_CASE("lines of dates as newsrooms of many languages print them") {
    test::each_row("tests/unit/text/dates.tsv",
                   [](const std::string& language, const std::string& line, const std::string& date) {
                       CHECK(date_of(line, language) == date);
                       CHECK(date_of(test::with_no_break_spaces(line), language) == date);
                   });
}
