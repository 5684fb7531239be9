#include "converters/text/dateline_parser.h"
#include "galley/iso_date.h"
#include "tests/unit/text/table.h"

#include <catch2/catch.hpp>

#include <string>

using namespace galley;
using namespace galley::text;

namespace {

void append(std::string& list, const std::string& one) { list += (list.empty() ? "" : "|") + one; }

/// "places; date; agencies; reporters" of the dateline that `paragraph` begins with in a story of that language, or
/// "none".
std::string dateline_of(const std::string& paragraph, const std::string& language) {
    const Conventions& conventions = Conventions::builtin();
    const auto match =
        DatelineParser{conventions, conventions.language(language), DateOrder::automatic}.parse(paragraph);
    if (!match) {
        return "none";
    }
    std::string places;
    for (const DatelineMatch::FoundPlace& found : match->places) {
        std::string name = found.place.name;
        for (const std::string& part : {found.place.region, found.place.country}) {
            name += part.empty() ? "" : ", " + part;
        }
        append(places, name);
    }
    std::string agencies;
    for (const DatelineMatch::FoundName& agency : match->agencies) {
        append(agencies, agency.name);
    }
    std::string reporters;
    for (const DatelineMatch::FoundName& reporter : match->reporters) {
        append(reporters, reporter.name);
    }
    std::string text =
        places + "; " + (match->date ? iso_date(match->date->date) : "") + "; " + agencies + "; " + reporters;
    return text.substr(0, text.find_last_not_of(' ') + 1);
}

}  // namespace

TEST_CASE("datelines as agencies of many languages print them, and what only looks like one") {
    test::each_row("tests/unit/text/datelines.tsv",
                   [](const std::string& language, const std::string& line, const std::string& dateline) {
                       CHECK(dateline_of(line, language) == dateline);
                   });
}

TEST_CASE("spaces of a dateline may be such that no line breaks at them") {
    test::each_row("tests/unit/text/datelines.tsv",
                   [](const std::string& language, const std::string& line, const std::string& dateline) {
                       const std::string found = dateline_of(test::with_no_break_spaces(line), language);
                       CHECK(test::with_plain_spaces(found) == dateline);
                       CHECK(dateline_of(test::with_two_spaces(line), language) == dateline);
                   });
}
