#include "converters/pdf/emit/outline.h"

#include <catch2/catch.hpp>

using namespace galley::pdf;

TEST_CASE("an outline's entries know their relatives") {
    ObjectList objects(Level::none);
    const std::vector<std::uint32_t> pages{40, 41};
    const std::vector<OutlineEntry> entries{
        {"One", 0, 700, 1}, {"One a", 0, 600, 3}, {"One b", 1, 500, 2}, {"Two", 1, 400, 1}};
    const std::uint32_t root = write_outline(entries, pages, objects);
    REQUIRE(root == 1);
    CHECK(objects.at(1).value == "<</Type/Outlines/First 2 0 R/Last 5 0 R/Count 4>>");
    CHECK(objects.at(2).value ==
          "<</Title(One)/Parent 1 0 R/Next 5 0 R/First 3 0 R/Last 4 0 R/Count 2/Dest[40 0 R/XYZ null 700 null]>>");
    CHECK(objects.at(3).value == "<</Title(One a)/Parent 2 0 R/Next 4 0 R/Dest[40 0 R/XYZ null 600 null]>>");
    CHECK(objects.at(4).value == "<</Title(One b)/Parent 2 0 R/Prev 3 0 R/Dest[41 0 R/XYZ null 500 null]>>");
    CHECK(objects.at(5).value == "<</Title(Two)/Parent 1 0 R/Prev 2 0 R/Dest[41 0 R/XYZ null 400 null]>>");
}

TEST_CASE("no entries, no outline") {
    ObjectList objects(Level::none);
    CHECK(write_outline({}, {}, objects) == 0);
    CHECK(objects.objects().empty());
}
