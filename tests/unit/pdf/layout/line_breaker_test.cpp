#include "converters/pdf/layout/line_breaker.h"

#include <catch2/catch.hpp>

#include <chrono>

namespace galley::pdf {
namespace {

/// Words of the given widths with spaces of 3 that grow by 1.5 and shrink by 1.
std::vector<BreakCandidate> words(const std::vector<double>& widths) {
    std::vector<BreakCandidate> candidates;
    double width = 0, stretch = 0, shrink = 0;
    for (std::size_t i = 0; i < widths.size(); ++i) {
        width += widths[i];
        const bool last = i + 1 == widths.size();
        candidates.push_back({.end_width = width,
                              .end_stretch = stretch,
                              .end_shrink = shrink,
                              .next_width = width + 3,
                              .next_stretch = stretch + 1.5,
                              .next_shrink = shrink + 1,
                              .forced = last});
        width += 3;
        stretch += 1.5;
        shrink += 1;
    }
    return candidates;
}

TEST_CASE("lines are chosen for the paragraph, not one by one") {
    // Filling the first line as far as it goes (four words) would leave a single word on the second.
    const auto candidates = words({10, 10, 10, 4, 14, 30, 10, 10, 10});
    std::vector<std::uint32_t> chosen;
    REQUIRE(break_lines(candidates, {.first_width = 45, .width = 45, .tolerance = 20}, chosen));
    CHECK(chosen.front() < 3);
    CHECK(chosen.back() == candidates.size() - 1);
    CHECK(std::ranges::is_sorted(chosen));
}

TEST_CASE("a ragged paragraph does not leave one short word to its last line") {
    const auto candidates = words({20, 20, 20, 20, 20, 3});  // five words and their spaces fill the first line
    std::vector<std::uint32_t> chosen;
    REQUIRE(break_lines(candidates, {.first_width = 113, .width = 113, .tolerance = 3, .line_stretch = 20}, chosen));
    CHECK(chosen == std::vector<std::uint32_t>{3, 5});
}

TEST_CASE("no hyphen leads into the last line") {
    auto candidates = words({20, 20, 20});
    // The last word could be divided so that its end alone makes a line.
    candidates.insert(candidates.end() - 1, {.end_width = 60,
                                             .end_stretch = 3,
                                             .end_shrink = 2,
                                             .next_width = 58,
                                             .next_stretch = 3,
                                             .next_shrink = 2,
                                             .penalty = 50,
                                             .hyphen = true});
    std::vector<std::uint32_t> chosen;
    REQUIRE(break_lines(candidates, {.first_width = 60, .width = 60, .tolerance = 20}, chosen));
    for (const std::uint32_t index : chosen) {
        CHECK_FALSE(candidates[index].hyphen);
    }
}

TEST_CASE("a word that is wider than any line fails, but not as a last resort") {
    const auto candidates = words({10, 80, 10});
    std::vector<std::uint32_t> chosen;
    CHECK_FALSE(break_lines(candidates, {.first_width = 40, .width = 40, .tolerance = 1}, chosen));
    REQUIRE(break_lines(candidates, {.first_width = 40, .width = 40, .tolerance = 1e9, .last_resort = true}, chosen));
    CHECK(chosen.size() == 3);
}

TEST_CASE("the author's own line ends are kept") {
    auto candidates = words({10, 10, 10});
    candidates[0].forced = true;
    std::vector<std::uint32_t> chosen;
    REQUIRE(break_lines(candidates, {.first_width = 100, .width = 100, .tolerance = 1}, chosen));
    CHECK(chosen == std::vector<std::uint32_t>{0, 2});
}

TEST_CASE("spare places to break are passed over until they are asked for") {
    auto candidates = words({20, 40, 20});
    // The second word may be divided in the middle, and does not fit behind the first.
    candidates.insert(candidates.begin() + 1, {.end_width = 43,
                                               .end_stretch = 1.5,
                                               .end_shrink = 1,
                                               .next_width = 43,
                                               .next_stretch = 1.5,
                                               .next_shrink = 1,
                                               .hyphen = true,
                                               .spare = true});
    std::vector<std::uint32_t> chosen;
    BreakSettings settings{.first_width = 43, .width = 43, .tolerance = 1};
    CHECK_FALSE(break_lines(candidates, settings, chosen));
    settings.with_spare = true;
    settings.last_resort = true;  // what is left of the word leads into the last line
    REQUIRE(break_lines(candidates, settings, chosen));
    CHECK(chosen.front() == 1);
}

TEST_CASE("nothing to break is no line") {
    std::vector<std::uint32_t> chosen{7};
    CHECK(break_lines({}, {.first_width = 10, .width = 10}, chosen));
    CHECK(chosen.empty());
}

TEST_CASE("time grows with the text, not faster") {
    std::vector<double> widths(200'000, 10);
    const auto candidates = words(widths);
    std::vector<std::uint32_t> chosen;
    const auto start = std::chrono::steady_clock::now();
    REQUIRE(break_lines(candidates, {.first_width = 300, .width = 300, .tolerance = 2}, chosen));
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds{5});
}

}  // namespace
}  // namespace galley::pdf
