#include "core/batch/output_names.h"
#include "tests/unit/core/convert/toy_format.h"

#include <catch2/catch.hpp>

using namespace galley;
using batch::OutputNames;

namespace {

Format format_called(std::string_view name, std::span<const std::string_view> extensions) {
    Format format = test::lines_format();
    format.name = name;
    format.extensions = extensions;
    return format;
}

constexpr std::string_view xml[] = {".xml"};
constexpr std::string_view yaml[] = {".yaml"};
constexpr std::string_view inner_xml[] = {".inner.xml"};

}  // namespace

TEST_CASE("outputs are named like their story", "[output_names]") {
    const Format one = format_called("one", xml);
    const Format two = format_called("two", yaml);
    const OutputNames names({{.format = &one}, {.format = &two}}, BatchLayout::mirror);
    CHECK(names.rendition("a/b.txt", 1, 0) == "a/b.txt.xml");
    CHECK(names.rendition("a/b.txt", 1, 1) == "a/b.txt.yaml");
    CHECK(names.rendition("a/b.txt", 12, 1) == "a/b.txt~12.yaml");
    CHECK(names.original("a/b.txt") == "a/b.txt");
}

TEST_CASE("formats whose endings could be mistaken for each other put their name before it", "[output_names]") {
    const Format one = format_called("one", xml);
    const Format two = format_called("two", xml);
    const Format three = format_called("three", inner_xml);
    const OutputNames same({{.format = &one}, {.format = &two}}, BatchLayout::mirror);
    CHECK(same.rendition("a", 1, 0) == "a.one.xml");
    CHECK(same.rendition("a", 1, 1) == "a.two.xml");
    const OutputNames alike({{.format = &one}, {.format = &three}}, BatchLayout::mirror);
    CHECK(alike.rendition("a", 1, 0) == "a.one.xml");
    CHECK(alike.rendition("a", 1, 1) == "a.three.inner.xml");
}

TEST_CASE("a folder cannot be where an output goes", "[output_names]") {
    const Format one = format_called("one", xml);
    const OutputNames names({{.format = &one}}, BatchLayout::mirror);
    CHECK(names.rendition("a", 1, 0) == "a.xml");
    CHECK(names.rendition("a.xml/b", 1, 0) == "a.xml~d/b.xml");
}

TEST_CASE("long names are cut and stay different", "[output_names]") {
    const Format one = format_called("one", xml);
    const OutputNames names({{.format = &one}}, BatchLayout::mirror);
    const std::string first = names.rendition(std::string(254, 'a') + "1", 1, 0);
    const std::string second = names.rendition(std::string(254, 'a') + "2", 1, 0);
    CHECK(first.size() <= 255);
    CHECK(first != second);
    CHECK(first.ends_with(".xml"));
    std::string deep;
    for (int folder = 0; folder < 100; ++folder) {
        deep += std::string(100, 'd') + "/";
    }
    CHECK(names.rendition(deep + "a", 1, 0).starts_with("~long/"));
    CHECK(names.rendition(deep + "a", 1, 0) != names.rendition(deep + "b", 1, 0));
}

TEST_CASE("by digest no folder grows large", "[output_names]") {
    const Format one = format_called("one", xml);
    const OutputNames names({{.format = &one}}, BatchLayout::hashed);
    const std::string path = names.rendition("a/b.txt", 2, 0);
    CHECK(path.size() == 6 + 32 + 2 + 4);
    CHECK(path[2] == '/');
    CHECK(path[5] == '/');
    CHECK(path.substr(6, 2) == path.substr(0, 2));
    CHECK(path.ends_with("~2.xml"));
}
