#include "converters/pdf/layout/paginator.h"

#include <catch2/catch.hpp>

#include <tuple>

namespace galley::pdf {
namespace {

constexpr PageFrame frame{
    .width = 100, .height = 120, .top = 10, .bottom = 10, .grid = 10, .most_pages = 5};  // ten lines

std::vector<Strip> lines(std::size_t count) {
    std::vector<Strip> strips;
    for (std::size_t i = 0; i < count; ++i) {
        Strip strip{.height = 10, .baseline = 8, .on_grid = true};
        strip.items.push_back({.what = PlacedRectangle{static_cast<float>(i), 0, 1, 1, {}}});
        strips.push_back(std::move(strip));
    }
    return strips;
}

std::vector<std::size_t> page_sizes(std::vector<Strip> strips) {
    PlacedDocument placed;
    REQUIRE(paginate(strips, frame, placed));
    std::vector<std::size_t> sizes;
    for (const PlacedPage& page : placed.pages) {
        sizes.push_back(page.items.size());
    }
    return sizes;
}

TEST_CASE("pages are filled in order") { CHECK(page_sizes(lines(25)) == std::vector<std::size_t>{10, 10, 5}); }

TEST_CASE("a page ends where it may") {
    auto strips = lines(12);
    strips[10].break_before = PageBreak::forbidden;
    strips[9].break_before = PageBreak::forbidden;
    CHECK(page_sizes(strips) == std::vector<std::size_t>{8, 4});
}

TEST_CASE("a word is not split over pages for the sake of a line") {
    auto strips = lines(12);
    strips[10].splits_word = true;
    CHECK(page_sizes(strips) == std::vector<std::size_t>{9, 3});
}

TEST_CASE("where every break is forbidden one is taken all the same") {
    auto strips = lines(12);
    for (Strip& strip : strips) {
        strip.break_before = PageBreak::forbidden;
    }
    CHECK(page_sizes(strips) == std::vector<std::size_t>{10, 2});
}

TEST_CASE("what stands in the space above a strip is left out with it at the head of a page") {
    for (const auto& [place, first_page, second_page] :
         {std::tuple{9u, 11u, 2u}, std::tuple{10u, 10u, 2u}, std::tuple{11u, 10u, 3u}}) {
        auto strips = lines(12);
        strips[place].above.push_back({.what = PlacedRectangle{0, 9, 1, 1, {}}});
        CHECK(page_sizes(strips) == std::vector<std::size_t>{first_page, second_page});
    }
}

TEST_CASE("a strip higher than the page stands on one of its own") {
    auto strips = lines(3);
    strips[1].height = 500;
    CHECK(page_sizes(strips) == std::vector<std::size_t>{1, 1, 1});
}

TEST_CASE("lines stand on the grid") {
    auto strips = lines(3);
    strips[1].before = 4;
    PlacedDocument placed;
    REQUIRE(paginate(strips, frame, placed));
    CHECK(std::get<PlacedRectangle>(placed.pages[0].items[0].what).y == Approx(102));
    CHECK(std::get<PlacedRectangle>(placed.pages[0].items[1].what).y == Approx(82));
    CHECK(std::get<PlacedRectangle>(placed.pages[0].items[2].what).y == Approx(72));
}

TEST_CASE("too many pages are refused") {
    auto strips = lines(51);
    PlacedDocument placed;
    const auto result = paginate(strips, frame, placed);
    REQUIRE_FALSE(result);
    CHECK(result.error().code == "limit.pages");
}

}  // namespace
}  // namespace galley::pdf
